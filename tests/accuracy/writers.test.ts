/**
 * What we write of real recordings comes back through our readers, and independent programs read the same from it.
 * `ECG_DATA_DIR` says where the recordings are; tests are skipped by name where a recording or a program is absent.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import type { EcgRecording } from '@/ecg/types'
import { ECG_WRITERS } from '@/ecg/writers/index'
import { EcgWriteError, type EcgWriter } from '@/ecg/writers/writer'
import { biosigSamples, dicomDump, dicomErrors, ORACLES, pydicomSamples } from '../support/oracles'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const MORTARA = 'dicom/waveform_ecg_pydicom.dcm'
const CLARK = 'scp/Example_clark_v20.scp'

const REAL: readonly (readonly string[])[] = [
  [CLARK],
  ['scp/contec_demo.scp'],
  [MORTARA],
  ['dicom/test_ecg_dcmwaveform.dcm'],
  ['aecg/cvrg_hl7aecg-Example2.xml'],
  ['muse/braveheart_example1.xml'],
  ['philips/104_3191723_js_variant_utf8.xml'],
  ['philips/103_129DYPRG.XML'],
  ['edf/contec_0000050.ECG.edf'],
  ['edf/derived_ludb_24_edf_uV.edf'],
  ['wfdb/mit/100s.hea', 'wfdb/mit/100s.dat'],
  ['wfdb/ludb/24.hea', 'wfdb/ludb/24.dat'],
  ['wfdb/ptbxl/00001_lr.hea', 'wfdb/ptbxl/00001_lr.dat'],
  ['ishne/ludb_8_12lead.ecg'],
  ['csv/applewatch_exampleCSV.csv'],
]
const CLINICAL = {
  patient: {
    id: '30202681234567',
    familyName: 'Ўктамова',
    givenName: 'Зебо Қодир қизи',
    sex: 'female',
    birthDate: '1968-02-03',
    ageYears: 58,
  },
  recordedAt: { local: '2026-11-22T14:21:08', utcOffsetMinutes: 300 },
} as const

const isAbsent = (...files: readonly string[]) => files.some((file) => !existsSync(join(DATA, file)))
const writerOf = (id: string) => ECG_WRITERS.find((writer) => writer.id === id) ?? expect.fail(`no writer ${id}`)

describe.each(ECG_WRITERS.map((writer) => [writer.id, writer] as const))(
  'a real recording written as %s',
  (id, writer) => {
    for (const files of REAL) {
      it.skipIf(isAbsent(...files))(`comes back: ${files[0]}`, () => {
        const recording = recordingOf(files)
        const read = writtenAndRead(writer, recording)
        if (read === 'refused') {
          expect(hasMissing(recording) || id === 'scp-ecg').toBe(true)
          return
        }
        expect(read.sampleRateHz / recording.sampleRateHz).toBeCloseTo(1, 3)
        for (const lead of recording.leads) expectClose(read, lead.name, lead.samplesUv)
      })
    }

    it.skipIf(isAbsent(CLARK))(`is the same to the last sample: ${CLARK}`, () => {
      const recording = recordingOf([CLARK])
      const read = writtenAndRead(writer, recording)
      for (const lead of recording.leads) {
        expect(read === 'refused' ? null : samplesOf(read, lead.name)).toEqual(lead.samplesUv)
      }
    })
  },
)

describe('what the device said in a real recording', () => {
  for (const id of ['dicom', 'scp-ecg', 'hl7-aecg']) {
    it.skipIf(isAbsent(MORTARA))(`is said again in ${id}: ${MORTARA}`, () => {
      const recording = recordingOf([MORTARA])
      const read = writtenAndRead(writerOf(id), recording)
      expect(read).toMatchObject({ reported: recording.reported, recordedAt: recording.recordedAt })
    })
  }
})

describe('independent programs', () => {
  const made = { ...makeEcg({ scenario: 'anterior-stemi', seed: 12 }).recording, ...CLINICAL }
  const real = isAbsent(MORTARA) ? [] : [recordingOf([MORTARA])]
  const bytesOf = (id: string, recording: EcgRecording) =>
    writerOf(id).write(recording, 'ecg')[0]?.bytes ?? new Uint8Array()

  it.skipIf(!ORACLES.dciodvfy)('dciodvfy finds no error in our DICOM', () => {
    for (const recording of [made, ...real]) expect(dicomErrors(bytesOf('dicom', recording))).toEqual([])
  })

  it.skipIf(!ORACLES.dcmdump)('dcmdump reads names in Cyrillic from our DICOM', () => {
    expect(dicomDump(bytesOf('dicom', made))).toContain('PN [Ўктамова^Зебо Қодир қизи]')
  })

  it.skipIf(!ORACLES.pydicom)('pydicom reads every sample of our DICOM', () => {
    for (const recording of [made, ...real]) {
      const channels = pydicomSamples(bytesOf('dicom', recording), recording.leads.length)
      for (const [index, lead] of recording.leads.entries()) expectAlike(channels[index], lead.samplesUv)
    }
  })

  it.skipIf(!ORACLES.save2gdf)('biosig reads every sample of our EDF', () => {
    const channels = biosigSamples('a.edf', bytesOf('edf', made))
    for (const lead of made.leads)
      expectAlike(channels.find(({ label }) => label === `ECG ${lead.name}`)?.samples, lead.samplesUv)
  })

  it.skipIf(!ORACLES.save2gdf)('biosig reads every sample of our SCP-ECG', () => {
    const channels = biosigSamples('a.scp', bytesOf('scp-ecg', makeEcg({ scenario: 'lbbb', seed: 3 }).recording))
    const { leads } = makeEcg({ scenario: 'lbbb', seed: 3 }).recording
    for (const lead of leads.filter(({ isDerived }) => !isDerived)) {
      expectAlike(channels.find(({ label }) => label === lead.name)?.samples, lead.samplesUv)
    }
  })
})

function recordingOf(files: readonly string[]): EcgRecording {
  const parts = files.map((file) => ({ name: basename(file), bytes: new Uint8Array(readFileSync(join(DATA, file))) }))
  const reading = readEcgFiles(parts)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function writtenAndRead(writer: EcgWriter, recording: EcgRecording): EcgRecording | 'refused' {
  try {
    const reading = readEcgFiles(writer.write(recording, 'ecg'))
    return reading.kind === 'waveform' ? reading.recording : expect.fail('no waveform')
  } catch (error) {
    if (error instanceof EcgWriteError) return 'refused'
    throw error
  }
}

function hasMissing({ leads }: EcgRecording): boolean {
  return leads.some(({ samplesUv }) => samplesUv.some(Number.isNaN))
}

function samplesOf(recording: EcgRecording, name: string): Float32Array | undefined {
  return recording.leads.find((lead) => lead.name === name)?.samplesUv
}

/** Within half a step of what was written; derived leads, which add two, within one. */
function expectClose(read: EcgRecording, name: string, samplesUv: Float32Array): void {
  const lead = read.leads.find((candidate) => candidate.name === name)
  const halfSteps = read.leads.filter(({ stepUv }) => stepUv !== undefined).map(({ stepUv = 0 }) => stepUv / 2)
  const toleranceUv = Math.max(0.05, ...halfSteps) * (lead?.isDerived ? 2 : 1) + 0.001
  expect(lead?.samplesUv.length).toBe(samplesUv.length)
  const worst = samplesUv.reduce(
    (most, uv, index) => Math.max(most, Math.abs(uv - (lead?.samplesUv[index] ?? 0)) || 0),
    0,
  )
  expect(worst).toBeLessThanOrEqual(toleranceUv)
}

function expectAlike(samples: ArrayLike<number> | undefined, samplesUv: Float32Array): void {
  expect(samples?.length).toBe(samplesUv.length)
  const worst = samplesUv.reduce(
    (most, uv, index) => Math.max(most, Math.abs(uv - (samples?.[index] ?? Number.NaN))),
    0,
  )
  expect(worst).toBeLessThan(0.01)
}
