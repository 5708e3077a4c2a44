/** EDF, WFDB, ISHNE and text files against their ground truth; `ECG_DATA_DIR` says where the recordings are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { type EcgReading, type EcgRecording, STANDARD_LEADS } from '@/ecg/types'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const CONTEC = 'edf/contec_0000050.ECG.edf'
const LUDB_24 = 'edf/derived_ludb_24_edf_uV.edf'

const MIT_RECORDS = [
  [['100s.hea', '100s.dat'], 360, 21_600, 'II V5'],
  [['100-no-len.hea', '100.dat'], 360, 650_000, 'II V5'],
  [['100skew.hea', '100.dat'], 360, 649_997, 'II V5'],
  [['100_3chan.hea', '100_3chan.dat'], 360, 999, 'I II III aVR aVL aVF'],
  [['a103l.hea', 'a103l.mat'], 250, 82_500, 'II'],
] as const

/** What a file does not say, word for word. */
const LACKS = [
  ['csv/ptbxl_00059_hr.csv', 'the file does not say the sampling rate or the unit of the voltages'],
  [
    'csv/contec_0000050.ECG.csv',
    'the file does not say which column is which lead or the sampling rate or the unit of the voltages',
  ],
  ['fhir/hl7_observation-example-sample-data.json', 'the file does not say the unit of the voltages'],
  ['fhir/de_Example-observation-ekg-deprecated.json', 'the file does not say the unit of the voltages'],
] as const

const isAbsent = (...files: readonly string[]) => files.some((file) => !existsSync(join(DATA, file)))

describe('a real EDF file', () => {
  it.skipIf(isAbsent(LUDB_24))(`reads as its ground truth says: ${LUDB_24}`, () => {
    const recording = recordingOf(LUDB_24)
    expect(summaryOf(recording)).toEqual({ format: 'edf', sampleRateHz: 500, sampleCount: 5000 })
    expect(recording.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS)
    expect(recording.recordedAt?.local).toBe('2026-03-02T10:15:30')
    expect(recording.device.model).toBe('Schiller AT101')
  })

  it.skipIf(isAbsent(CONTEC))(`has only the leads that were connected: ${CONTEC}`, () => {
    const recording = recordingOf(CONTEC)
    expect(summaryOf(recording)).toEqual({ format: 'edf', sampleRateHz: 800, sampleCount: 37_855 })
    expect(recording.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS.slice(0, 6))
  })

  for (const file of ['edf/pyedflib_test_subsecond.edf', 'edf/wfdbpy_test_edfann.edf']) {
    it.skipIf(isAbsent(file))(`is no ECG: ${file}`, () => {
      expect(outcomeOf(file)).toBe('no_waveform')
    })
  }
})

describe('a real WFDB record', () => {
  const LUDB = existsSync(join(DATA, 'wfdb/ludb')) ? readdirSync(join(DATA, 'wfdb/ludb')) : []
  it.skipIf(LUDB.length === 0)('has twelve leads and right checksums: wfdb/ludb', () => {
    const names = LUDB.filter((file) => file.endsWith('.hea')).map((file) => file.replace('.hea', ''))
    for (const name of names) {
      const recording = recordOf(`wfdb/ludb/${name}.hea`, `wfdb/ludb/${name}.dat`)
      expect(summaryOf(recording)).toEqual({ format: 'wfdb', sampleRateHz: 500, sampleCount: 5000 })
      expect(recording.leads.map((lead) => lead.name)).toEqual(STANDARD_LEADS)
      expect(recording.warnings).toEqual([])
      expect(recording.patient.ageYears).not.toBeNull()
    }
  })

  for (const [files, sampleRateHz, sampleCount, leads] of MIT_RECORDS) {
    const paths = files.map((file) => `wfdb/mit/${file}`)
    it.skipIf(isAbsent(...paths))(`reads as its header says: ${paths.join(' ')}`, () => {
      const recording = recordOf(...paths)
      expect(summaryOf(recording)).toEqual({ format: 'wfdb', sampleRateHz, sampleCount })
      expect(recording.leads.map(({ name }) => name).join(' ')).toBe(leads)
      expect(recording.warnings.filter((warning) => warning.includes('checksum'))).toEqual([])
    })
  }

  it.skipIf(isAbsent('wfdb/mit/binformats.hea'))('decodes every form of storage to the right checksum', () => {
    const header = new TextDecoder('latin1').decode(bytesOf('wfdb/mit/binformats.hea'))
    const named = header.replace(/sig (\d), fmt \d+/g, (_, index) => STANDARD_LEADS[Number(index)] ?? '')
    const parts = Array.from({ length: 10 }, (_, index) => `wfdb/mit/binformats.d${index}`)
    const files = [{ name: 'made.hea', bytes: new TextEncoder().encode(named) }, ...parts.map(namedFile)]
    const recording = waveformOf(readEcgFiles(files), 'binformats')
    expect(recording.leads).toHaveLength(10)
    expect(recording.warnings.filter((warning) => warning.includes('checksum'))).toEqual([])
  })

  it.skipIf(isAbsent('wfdb/multiseg_fixed1/v102s.hea'))('joins its segments', () => {
    const folder = 'wfdb/multiseg_fixed1'
    const recording = recordOf(...readdirSync(join(DATA, folder)).map((file) => `${folder}/${file}`))
    expect(summaryOf(recording)).toEqual({ format: 'wfdb', sampleRateHz: 250, sampleCount: 225_000 })
  })

  it.skipIf(isAbsent(LUDB_24, 'wfdb/ludb/24.hea'))('is the same ECG as its EDF', () => {
    const record = recordOf('wfdb/ludb/24.hea', 'wfdb/ludb/24.dat')
    expect(worstDifferenceUv(record, recordingOf(LUDB_24))).toBeLessThan(0.3)
  })
})

describe('a real ISHNE file', () => {
  it.skipIf(isAbsent('ishne/ludb_8_12lead.ecg', 'wfdb/ludb/8.hea'))('is the same ECG as its WFDB record', () => {
    const recording = recordingOf('ishne/ludb_8_12lead.ecg')
    expect(summaryOf(recording)).toEqual({ format: 'ishne', sampleRateHz: 500, sampleCount: 5000 })
    expect(recording.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS)
    expect(recording).toMatchObject({ warnings: [], patient: { id: 'LUDB8', sex: 'female', birthDate: '1960-01-01' } })
    expect(worstDifferenceUv(recording, recordOf('wfdb/ludb/8.hea', 'wfdb/ludb/8.dat'))).toBeLessThan(1.5)
  })

  it.skipIf(isAbsent('ishne/mit100s_2lead.ecg'))('reads two leads', () => {
    const recording = recordingOf('ishne/mit100s_2lead.ecg')
    expect(summaryOf(recording)).toEqual({ format: 'ishne', sampleRateHz: 360, sampleCount: 21_600 })
    expect(recording.leads.map(({ name }) => name)).toEqual(['II', 'V5'])
  })
})

describe('a real text file', () => {
  const WATCH = 'csv/applewatch_exampleCSV.csv'
  it.skipIf(isAbsent(WATCH))(`reads the export of a watch with its decimal comma: ${WATCH}`, () => {
    const recording = recordingOf(WATCH)
    expect(summaryOf(recording)).toEqual({ format: 'csv', sampleRateHz: 511.844, sampleCount: 15_355 })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I'])
    expect(recording.leads[0]?.samplesUv[0]).toBeCloseTo(24.307, 3)
    expect(recording).toMatchObject({
      recordedAt: { local: '2023-06-28T13:03:46', utcOffsetMinutes: 120 },
      device: { model: 'Watch4,2' },
      reported: { statements: ['Sinusritme'] },
    })
  })

  const CONTEC_CSV = 'csv/contec_0000050.ECG.csv'
  it.skipIf(isAbsent(CONTEC_CSV, CONTEC))('is the same ECG as its EDF, once its numbers are described', () => {
    const description = { sampleRateHz: 800, unit: `${2_000_000 / 65_535} uV`, columns: STANDARD_LEADS }
    const recording = waveformOf(readEcgFile(bytesOf(CONTEC_CSV), description), CONTEC_CSV)
    const edf = recordingOf(CONTEC)
    expect(recording.leads.map(({ name }) => name)).toEqual(edf.leads.map(({ name }) => name))
    // The digital zero of the EDF lies half a step above zero volts.
    expect(worstDifferenceUv(recording, edf)).toBeLessThan(16)
  })

  const PTBXL = 'csv/ptbxl_00059_hr.csv'
  it.skipIf(isAbsent(PTBXL))(`is read with the rate and unit that it does not say: ${PTBXL}`, () => {
    const recording = waveformOf(readEcgFile(bytesOf(PTBXL), { sampleRateHz: 500, unit: 'mV' }), PTBXL)
    expect(summaryOf(recording)).toEqual({ format: 'csv', sampleRateHz: 500, sampleCount: 5000 })
    expect(recording.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS)
    expect(recording.leads[1]?.samplesUv[0]).toBeCloseTo(-220, 3)
  })

  for (const [file, reason] of LACKS) {
    it.skipIf(isAbsent(file))(`says exactly what it lacks: ${file}`, () => {
      expect(() => recordingOf(file)).toThrow(reason)
    })
  }
})

function recordOf(...files: readonly string[]): EcgRecording {
  return waveformOf(readEcgFiles(files.map(namedFile)), files.join(' '))
}

function namedFile(file: string) {
  return { name: basename(file), bytes: bytesOf(file) }
}

function worstDifferenceUv(a: EcgRecording, b: EcgRecording): number {
  const differences = a.leads.flatMap(({ name, samplesUv }) => {
    const other = b.leads.find((lead) => lead.name === name)?.samplesUv
    return Array.from(samplesUv, (uv, index) => Math.abs(uv - (other?.[index] ?? Number.NaN)))
  })
  return differences.reduce((worst, difference) => Math.max(worst, difference), 0)
}

function recordingOf(file: string): EcgRecording {
  return waveformOf(readEcgFile(bytesOf(file)), file)
}

function waveformOf(reading: EcgReading, name: string): EcgRecording {
  if (reading.kind !== 'waveform') throw new Error(`${name} is no waveform`)
  return reading.recording
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(DATA, file)))
}

function summaryOf({ format, sampleRateHz, leads }: EcgRecording): object {
  return { format, sampleRateHz, sampleCount: leads[0]?.samplesUv.length }
}

function outcomeOf(file: string): string {
  try {
    return readEcgFile(bytesOf(file)).kind
  } catch (error) {
    if (error instanceof EcgFormatError) return error.code
    throw error
  }
}
