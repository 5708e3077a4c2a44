import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEcgFiles } from '../read-ecg-files'
import { NOTHING_REPORTED } from '../reported'
import { makeEcg } from '../synthetic/make-ecg'
import { RHYTHMS, type RhythmName } from '../synthetic/rhythms'
import { SCENARIOS, type Scenario } from '../synthetic/scenarios'
import { type EcgRecording, LEAD_NAMES, type Lead, type LeadName } from '../types'
import { ECG_WRITERS } from './index'
import { EcgWriteError, type EcgWriter } from './writer'

const PATIENT = {
  id: 'AA1234567',
  familyName: 'Oʻktamova',
  givenName: 'Зебо Қодировна',
  sex: 'female',
  birthDate: '1968-02-03',
  ageYears: 58,
} as const
const RECORDED_AT = { local: '2026-11-22T14:21:08', utcOffsetMinutes: 300 }
const WITH_MARK_FOR_MISSING = ['dicom', 'wfdb', 'csv']

const writerOf = (id: string) => ECG_WRITERS.find((writer) => writer.id === id) ?? expect.fail(`no writer ${id}`)
const WRITERS = ECG_WRITERS.map((writer) => [writer.id, writer] as const)

const SHORT = { seed: 3, durationMs: 600, sampleRateHz: 250 } as const
const MADE = [
  ...(Object.keys(SCENARIOS) as Scenario[]).map((scenario) => [scenario, makeEcg({ scenario, ...SHORT })] as const),
  ...(Object.keys(RHYTHMS) as RhythmName[]).map(
    (rhythm) => [rhythm, makeEcg({ scenario: 'normal', rhythm, ...SHORT })] as const,
  ),
]

describe.each(WRITERS)('the writer of %s', (id, writer) => {
  it.each(MADE)('gives back every sample of %s', (_, { recording }) => {
    expectEqual(readBack(writer, recording), recording, 0)
  })

  it.each([
    [100, 2000],
    [128, 10_000],
    [250, 30_000],
    [500, 9998],
    [1000, 10_000],
    [2000, 3000],
  ])('keeps rate and length at %i Hz and %i ms', (sampleRateHz, durationMs) => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 5, sampleRateHz, durationMs })
    const read = readBack(writer, recording)

    expect(read.sampleRateHz / sampleRateHz).toBeCloseTo(1, 3)
    expectEqual(read, recording, 0)
  })

  it('gives back any samples within half a step of what it can write, and exactly where it knows their step', () => {
    fc.assert(
      fc.property(anyRecording, (recording) => {
        const read = readBack(writer, recording)
        expectEqual(read, recording, recording.leads.some(({ stepUv }) => stepUv === undefined) ? 0.5 : 0)
      }),
      { numRuns: 40 },
    )
  })

  it('writes the same bytes for the same recording', () => {
    const { recording } = makeEcg({ scenario: 'lbbb', seed: 6, durationMs: 2000 })

    expect(writer.write(recording, 'ecg')).toEqual(writer.write(recording, 'ecg'))
  })

  it('marks a made ECG so that its reader knows it, whatever its device is called', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 7, durationMs: 2000 })
    const renamed = { ...recording, device: { ...recording.device, manufacturer: 'Somebody' } }

    expect(readBack(writer, renamed).isSynthetic).toBe(true)
  })

  it('has a mark for missing samples, or refuses in a sentence', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 8, durationMs: 2000 })
    const holed = {
      ...recording,
      leads: recording.leads.map((lead) => ({ ...lead, samplesUv: holedAt(lead, 100, 150) })),
    }

    if (!WITH_MARK_FOR_MISSING.includes(id)) {
      expect(() => writer.write(holed, 'ecg')).toThrow(EcgWriteError)
      return
    }
    expectEqual(readBack(writer, holed), holed, 0)
  })

  it('refuses a recording without samples', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 8, durationMs: 2000 })

    expect(() => writer.write({ ...recording, leads: [] }, 'ecg')).toThrow(EcgWriteError)
  })

  it('leaves unknown what is unknown', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 9, durationMs: 2000 })
    const bare = {
      ...recording,
      recordedAt: null,
      patient: { id: null, familyName: null, givenName: null, sex: null, birthDate: null, ageYears: null },
      reported: NOTHING_REPORTED,
    }
    const read = readBack(writer, bare)

    expect(read.patient).toEqual(bare.patient)
    expect(read.recordedAt).toBeNull()
    expect(read.reported).toEqual(bare.reported)
  })
})

describe('what the formats keep besides the samples', () => {
  const { recording } = makeEcg({ scenario: 'inferior-stemi', seed: 10 })
  const about = { ...recording, patient: PATIENT, recordedAt: RECORDED_AT }
  const read = (id: string) => readBack(writerOf(id), about)

  it('is all of it in DICOM', () => {
    expect(read('dicom')).toMatchObject({
      patient: PATIENT,
      recordedAt: RECORDED_AT,
      device: recording.device,
      reported: recording.reported,
    })
  })

  it('is all of it in SCP-ECG', () => {
    expect(read('scp-ecg')).toMatchObject({
      patient: PATIENT,
      recordedAt: RECORDED_AT,
      device: recording.device,
      reported: recording.reported,
    })
  })

  it('is all but the age in HL7 aECG', () => {
    expect(read('hl7-aecg')).toMatchObject({
      patient: { ...PATIENT, ageYears: null },
      recordedAt: RECORDED_AT,
      device: recording.device,
      reported: recording.reported,
    })
  })

  it('is the patient, the words and the time without its zone in EDF, whose header has the name in ASCII', () => {
    expect(read('edf')).toMatchObject({
      patient: { ...PATIENT, ageYears: null },
      recordedAt: { local: RECORDED_AT.local, utcOffsetMinutes: null },
      reported: { statements: recording.reported.statements },
    })
    const [file] = writerOf('edf').write(about, 'ecg')
    const header = new TextDecoder().decode(file?.bytes.subarray(8, 88)).trim()
    expect(header).toBe("AA1234567 F 03-FEB-1968 O'ktamova_Zebo_Qodirovna")
  })

  it('is age, sex, words and time in WFDB, and never the name', () => {
    expect(read('wfdb')).toMatchObject({
      reported: { statements: recording.reported.statements },
      patient: { id: null, familyName: null, sex: 'female', ageYears: 58 },
      recordedAt: { local: RECORDED_AT.local, utcOffsetMinutes: null },
    })
    const texts = writerOf('wfdb')
      .write(about, 'ecg')
      .map(({ bytes }) => new TextDecoder().decode(bytes))
    expect(texts.join('')).not.toMatch(/tamova|AA1234567/)
  })

  it('is device, time and words in CSV, and never the patient', () => {
    expect(read('csv')).toMatchObject({
      recordedAt: RECORDED_AT,
      reported: { statements: recording.reported.statements },
    })
    const texts = writerOf('csv')
      .write(about, 'ecg')
      .map(({ bytes }) => new TextDecoder().decode(bytes))
    expect(texts.join('')).not.toMatch(/tamova|AA1234567/)
  })
})

/** Some leads of one length: whole counts of a known step, or any voltages. No lead is constant: EDF reads that as unconnected. */
const anyRecording = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom(...LEAD_NAMES), { minLength: 1, maxLength: 12 }),
    sampleCount: fc.integer({ min: 20, max: 120 }),
    stepUv: fc.constantFrom(undefined, 5, 4.88, 2.5, 1.25, 1, 0.5),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    highestCount: fc.constantFrom(3, 200, 1500, 30_000),
    sampleRateHz: fc.constantFrom(100, 200, 250, 500, 1000),
  })
  .map(({ names, sampleCount, stepUv, seed, highestCount, sampleRateHz }): EcgRecording => {
    let state = seed
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return state / 0x7fffffff
    }
    const sampleUv = () => {
      const value = (random() * 2 - 1) * highestCount
      return stepUv === undefined ? value * 3.3 : Math.round(value) * stepUv
    }
    const leads = [...names].sort(byStandardOrder).map((name): Lead => {
      const samplesUv = Float32Array.from({ length: sampleCount }, (_, index) =>
        index === 0 ? (stepUv ?? 1) * highestCount : sampleUv(),
      )
      return { name, samplesUv, isDerived: false, ...(stepUv === undefined ? {} : { stepUv }) }
    })
    const { recording } = makeEcg({ scenario: 'normal', seed: 1, durationMs: 100, sampleRateHz: 100 })
    return { ...recording, leads, sampleRateHz }
  })

function byStandardOrder(one: LeadName, other: LeadName): number {
  return LEAD_NAMES.indexOf(one) - LEAD_NAMES.indexOf(other)
}

function readBack(writer: EcgWriter, recording: EcgRecording): EcgRecording {
  const reading = readEcgFiles(writer.write(recording, 'ecg'))
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  expect(reading.recording.format).toBe(writer.id)
  return reading.recording
}

/** Every lead of the original, within a share of the step that was written and the rounding of a 32-bit float. */
function expectEqual(read: EcgRecording, original: EcgRecording, shareOfStep: number): void {
  for (const lead of original.leads) {
    const same = read.leads.find(({ name }) => name === lead.name)
    expect(same?.samplesUv.length).toBe(lead.samplesUv.length)
    const toleranceUv = shareOfStep * (same?.stepUv ?? 3.3) * 1.001
    const worst = lead.samplesUv.findIndex((uv, index) => !isNear(same?.samplesUv[index] ?? 0, uv, toleranceUv))
    expect([lead.name, worst, same?.samplesUv[worst], lead.samplesUv[worst]]).toEqual([
      lead.name,
      -1,
      undefined,
      undefined,
    ])
  }
}

function isNear(uv: number, otherUv: number, toleranceUv: number): boolean {
  if (Number.isNaN(otherUv)) return Number.isNaN(uv)
  return Math.abs(uv - otherUv) <= toleranceUv + Math.abs(otherUv) * 2 ** -22
}

function holedAt({ samplesUv }: Lead, from: number, to: number): Float32Array {
  return samplesUv.map((uv, index) => (index >= from && index < to ? Number.NaN : uv))
}
