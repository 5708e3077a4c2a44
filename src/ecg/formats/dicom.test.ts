import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  codeItem,
  type DicomData,
  type DicomSyntax,
  interleaved,
  type MadeChannel,
  type MadeGroup,
  makeDicom,
  waveformGroup,
} from '../../../tests/support/make-dicom'
import { EcgFormatError } from '../errors'
import type { EcgReading, EcgRecording } from '../types'
import { dicom } from './dicom'

const LIMB: readonly MadeChannel[] = [{ code: '5.6.3-9-1' }, { code: '5.6.3-9-2' }]
const FRAMES = [
  [10, 20],
  [30, -40],
  [50, 60],
]

describe('a DICOM waveform', () => {
  it.each<readonly [string, DicomSyntax, boolean]>([
    ['explicit little endian', 'explicit', true],
    ['implicit little endian', 'implicit', true],
    ['big endian', 'big', true],
    ['deflated', 'deflated', true],
    ['explicit without a file header', 'explicit', false],
    ['implicit without a file header', 'implicit', false],
    ['big endian without a file header', 'big', false],
  ])('is read as %s', (_, syntax, hasMeta) => {
    const data = interleaved(FRAMES, syntax !== 'big')
    const recording = read([...WHO, waveforms({ channels: LIMB, sampleCount: 3, data })], syntax, hasMeta)
    expect(recording.sampleRateHz).toBe(500)
    expect(samplesOf(recording, 'I')).toEqual([10, 30, 50])
    expect(samplesOf(recording, 'II')).toEqual([20, -40, 60])
  })

  it('scales by sensitivity, correction and unit, and adds the baseline', () => {
    const channels = [
      { code: '5.6.3-9-1', sensitivity: '0.002', unit: 'mV', correction: '0.5', baseline: '0.1' },
      { code: '5.6.3-9-2', sensitivity: '500', unit: 'nV' },
    ]
    const recording = read([waveforms({ channels, sampleCount: 3, data: interleaved(FRAMES) })])
    expect(samplesOf(recording, 'I')).toEqual([110, 130, 150])
    expect(samplesOf(recording, 'II')).toEqual([10, -20, 30])
  })

  it('keeps what the file says of the filters of the machine', () => {
    const channels = [{ ...LIMB[0], filterHigh: '35' }, ...LIMB.slice(1)]
    const { filters } = read([waveforms({ channels, sampleCount: 3, data: interleaved(FRAMES) })])
    expect(filters).toEqual({ highPassHz: null, lowPassHz: 35 })
  })

  it('derives the limb leads that the file does not hold', () => {
    const recording = read([waveforms({ channels: LIMB, sampleCount: 3, data: interleaved(FRAMES) })])
    expect(recording.leads.map(({ name, isDerived }) => `${name} ${isDerived}`)).toEqual([
      'I false',
      'II false',
      'III true',
      'aVR true',
      'aVL true',
      'aVF true',
    ])
    expect(samplesOf(recording, 'III')).toEqual([10, -70, 10])
    expect(samplesOf(recording, 'aVR')).toEqual([-15, 5, -55])
  })

  it.each([
    ['8-bit signed', { allocated: 8, stored: 8, interpretation: 'SB' }, [1, 255, 128], [1, -1, -128]],
    ['8-bit unsigned', { allocated: 8, stored: 8, interpretation: 'UB' }, [1, 255, 128], [1, 255, 128]],
    ['16-bit unsigned', { allocated: 16, stored: 16, interpretation: 'US' }, [1, 0, 255, 255, 0, 0], [1, 65535, 0]],
    [
      '12-bit without sign extension',
      { allocated: 16, stored: 12, interpretation: 'SS' },
      [1, 0, 255, 15, 0, 8],
      [1, -1, -2048],
    ],
  ] as const)('reads %s samples', (_, bits, bytes, expected) => {
    const data = Uint8Array.from(bytes)
    const recording = read([waveforms({ channels: [{ label: 'V1' }], sampleCount: 3, bits, data })])
    expect(samplesOf(recording, 'V1')).toEqual(expected)
  })

  it.each([
    ['Lead aVF', 'aVF'],
    ['MDC_ECG_LEAD_V3', 'V3'],
    ['ECG V4R', 'V4R'],
    ['Lead I (Einthoven)', 'I'],
  ])('knows the lead by the label %s', (label, name) => {
    const recording = read([waveforms({ channels: [{ label }], sampleCount: 1, data: interleaved([[1]]) })])
    expect(recording.leads[0]?.name).toBe(name)
  })

  it('takes the rhythm and not the median beat, wherever each stands', () => {
    const median = {
      channels: LIMB,
      sampleCount: 2,
      label: 'MEDIAN BEAT',
      originality: 'DERIVED',
      data: interleaved(FRAMES.slice(0, 2)),
    }
    const rhythm = { channels: LIMB, sampleCount: 3, data: interleaved(FRAMES) }
    expect(read([waveforms(median, rhythm)]).leads[0]?.samplesUv).toHaveLength(3)
  })

  it('joins groups that were recorded together', () => {
    const first = { channels: LIMB, sampleCount: 3, data: interleaved(FRAMES) }
    const second = { channels: [{ code: '5.6.3-9-3' }], sampleCount: 3, data: interleaved([[7], [8], [9]]) }
    const recording = read([waveforms(first, second)])
    expect(samplesOf(recording, 'V1')).toEqual([7, 8, 9])
  })

  it('takes one of two groups that hold the same leads, and says so', () => {
    const group = { channels: LIMB, sampleCount: 3, data: interleaved(FRAMES) }
    expect(read([waveforms(group, group)]).warnings).toHaveLength(1)
  })

  it('leaves out a pressure channel and says so', () => {
    const channels = [{ code: '5.6.3-9-2' }, { label: 'ABP', unit: 'mm[Hg]' }]
    const recording = read([waveforms({ channels, sampleCount: 3, data: interleaved(FRAMES) })])
    expect(recording.leads.map(({ name }) => name)).toEqual(['II'])
    expect(recording.warnings).toEqual(['1 signals that are no known ECG lead were left out.'])
  })

  it('shows what is there when the announced number of samples is wrong', () => {
    const recording = read([waveforms({ channels: LIMB, sampleCount: 4_000_000_000, data: interleaved(FRAMES) })])
    expect(samplesOf(recording, 'I')).toEqual([10, 30, 50])
    expect(recording.warnings.join()).toContain('not the announced one')
  })

  it("gives the device's values and words, sentinels left out", () => {
    const value = (code: string, number: string): DicomData => [
      [0x0040a043, 'SQ', [codeItem(code)]],
      [0x0040a30a, 'DS', number],
    ]
    const ofOneBeat: DicomData = [
      [0x0040a043, 'SQ', [codeItem('5.13.5-11')]],
      [0x0040a132, 'UL', { u32: 5 }],
      [0x0040a30a, 'DS', '999'],
    ]
    const annotations = [
      [[0x00700006, 'ST', 'SINUS RHYTHM\r\nNORMAL ECG']] satisfies DicomData,
      ofOneBeat,
      value('5.13.5-7', '161'),
      value('5.13.5-11', '368'),
      value('5.10.2.1-3', '0'),
      value('5.10.3-13', '-30'),
      value('8867-4', '69'),
    ]
    const { reported } = read([[0x0040b020, 'SQ', annotations], waveforms(ONE)])
    expect(reported).toMatchObject({ prMs: 161, qtMs: 368, rrMs: null, qrsAxisDeg: -30, heartRateBpm: 69 })
    expect(reported.statements).toEqual(['SINUS RHYTHM', 'NORMAL ECG'])
  })

  it.each<readonly [string, Uint8Array, string, string]>([
    ['ISO_IR 144', Uint8Array.from([0xba, 0xd0, 0xe0, 0xd8, 0xdc, 0xde, 0xd2, 0x5e, 0xb0]), 'Каримов', 'А'],
    ['ISO_IR 192', new TextEncoder().encode('Oʻktamov^Sherzod'), 'Oʻktamov', 'Sherzod'],
    ['ISO_IR 100', Uint8Array.from([0x4d, 0xfc, 0x6c, 0x5e, 0x41]), 'Mül', 'A'],
    ['\\ISO 2022 IR 87', Uint8Array.from([0x41, 0x5e, 0x1b, 0x24, 0x42, 0x3b, 0x33, 0x1b, 0x28, 0x42]), 'A', '山'],
  ])('reads names in %s', (characterSet, name, familyName, givenName) => {
    const { patient } = read([[0x00080005, 'CS', characterSet], [0x00100010, 'PN', name], waveforms(ONE)])
    expect(patient).toMatchObject({ familyName, givenName })
  })

  it('says who, when and with what', () => {
    const recording = read([...WHO, waveforms(ONE)])
    expect(recording.patient).toMatchObject({ id: 'AA1234567', sex: 'female', birthDate: '1971-01-23', ageYears: 42 })
    expect(recording.recordedAt).toEqual({ local: '2013-01-25T10:59:19', utcOffsetMinutes: 300 })
    expect(recording.device).toMatchObject({ manufacturer: 'Maker', model: 'el250' })
  })

  it('hands out a PDF that lies inside', () => {
    const pdf = new TextEncoder().encode('%PDF-1.4 %%EOF')
    const reading = dicom.read(
      makeDicom([
        [0x00420011, 'OB', pdf],
        [0x00420012, 'LO', 'application/pdf'],
      ]),
    )
    expect(reading).toMatchObject({ kind: 'picture', mediaType: 'application/pdf', embedded: pdf })
  })

  it.each<readonly [string, DicomData, string]>([
    ['no waveform', [[0x00100020, 'LO', 'x']], 'no_waveform'],
    ['no channel that is a lead', [waveforms({ ...ONE, channels: [{ label: 'RESP' }] })], 'no_waveform'],
    [
      'a lead without a voltage scale',
      [waveforms({ ...ONE, channels: [{ label: 'II', sensitivity: '' }] })],
      'unsupported',
    ],
    [
      'compressed samples',
      [waveforms({ ...ONE, bits: { allocated: 8, stored: 8, interpretation: 'MB' } })],
      'unsupported',
    ],
    ['no rate', [waveforms({ ...ONE, rateHz: '0' })], 'malformed'],
    ['a document that is no PDF', [[0x00420011, 'OB', Uint8Array.from([1, 2])]], 'no_waveform'],
  ])('refuses %s', (_, data, code) => {
    expect(codeOf(() => dicom.read(makeDicom(data)))).toBe(code)
  })

  it('is truncated wherever it ends inside the samples', () => {
    const whole = makeDicom([waveforms({ channels: LIMB, sampleCount: 3, data: interleaved(FRAMES) })])
    for (let length = whole.length - 12; length < whole.length; length++) {
      expect(codeOf(() => dicom.read(whole.subarray(0, length)))).toBe('truncated')
    }
  })

  it('stops a deflated file that unpacks without end', () => {
    const head = makeDicom([], 'deflated')
    const bomb = Uint8Array.from([...head.subarray(0, -2), ...deflateSync(new Uint8Array(70_000_000), { level: 1 })])
    expect(codeOf(() => dicom.read(bomb))).toBe('unsupported')
  }, 30_000)

  it('refuses nesting without end', () => {
    let data: DicomData = [[0x00100020, 'LO', 'x']]
    for (let depth = 0; depth < 40; depth++) data = [[0x0040a043, 'SQ', [data]]]
    expect(codeOf(() => dicom.read(makeDicom(data)))).toBe('malformed')
  })
})

const ONE: MadeGroup = { channels: [{ label: 'II' }], sampleCount: 1, data: Uint8Array.from([1, 0]) }

const WHO: DicomData = [
  [0x0008002a, 'DT', '20130125105919.5+0500'],
  [0x00080070, 'LO', 'Maker'],
  [0x00081090, 'LO', 'el250'],
  [0x00100020, 'LO', 'AA1234567'],
  [0x00100030, 'DA', '19710123'],
  [0x00100040, 'CS', 'F'],
  [0x00101010, 'AS', '042Y'],
]

function waveforms(...groups: readonly MadeGroup[]): DicomData[number] {
  return [0x54000100, 'SQ', groups.map(waveformGroup)]
}

function read(data: DicomData, syntax: DicomSyntax = 'explicit', hasMeta = true): EcgRecording {
  const bytes = makeDicom(data, syntax, hasMeta)
  expect(dicom.sniff(bytes)).toBe(true)
  return recordingOf(dicom.read(bytes))
}

function recordingOf(reading: EcgReading): EcgRecording {
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function samplesOf(recording: EcgRecording, name: string): number[] {
  return [...(recording.leads.find((lead) => lead.name === name)?.samplesUv ?? [])]
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof EcgFormatError) return error.code
    throw error
  }
  return 'read'
}
