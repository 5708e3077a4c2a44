import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { decodeSamples, encodeSamples } from '@/ecg/samples-codec'
import { type EcgReading, type EcgRecording, type Reported, STANDARD_LEADS } from '@/ecg/types'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const CLARK = 'aecg/hl7_Example_aECG.xml'
const MORTARA = 'dicom/waveform_ecg_pydicom.dcm'
const MORTARA_REPORTED = {
  rrMs: 982,
  prMs: 161,
  qrsMs: 75,
  qtMs: 368,
  qtcMs: 370,
  pAxisDeg: 74,
  qrsAxisDeg: 52,
  tAxisDeg: 57,
}

type Truth = {
  readonly file: string
  readonly rateHz: number
  readonly durationMs: number
  readonly leads?: readonly string[]
  readonly derived?: readonly string[]
  readonly reported?: Partial<Reported>
  readonly sameAs?: string
}

const TRUTHS: readonly Truth[] = [
  {
    file: 'scp/Example_clark_v20.scp',
    rateHz: 500,
    durationMs: 10_000,
    reported: { pMs: 102, prMs: 148, qrsMs: 120, qtMs: 420, qtcMs: 443, rrMs: null, heartRateBpm: null },
    sameAs: CLARK,
  },
  { file: 'scp/contec_demo.scp', rateHz: 1000, durationMs: 10_000, derived: ['III', 'aVR', 'aVL', 'aVF'] },
  { file: CLARK, rateHz: 500, durationMs: 10_000 },
  { file: 'aecg/fda_subject1_0.xml', rateHz: 500, durationMs: 10_000, sameAs: CLARK },
  { file: 'aecg/cvrg_hl7aecg-Example2.xml', rateHz: 1000, durationMs: 10_000, reported: { heartRateBpm: 52 } },
  { file: 'aecg/edge_minimum_aecg.xml', rateHz: 500, durationMs: 26, leads: ['II'] },
  { file: 'aecg/edge_minimum_aecg_effectiveTime_low.xml', rateHz: 500, durationMs: 26, leads: ['II'] },
  {
    file: MORTARA,
    rateHz: 1000,
    durationMs: 10_000,
    reported: { ...MORTARA_REPORTED, heartRateBpm: null, statements: ['RITMO SINUSALE', 'ECG NORMALE'] },
  },
  { file: 'dicom/test_ecg_dcmwaveform.dcm', rateHz: 240, durationMs: 10_000, reported: { heartRateBpm: 69 } },
  {
    file: 'dicom/derived/mortara_implicit_le.dcm',
    rateHz: 1000,
    durationMs: 10_000,
    reported: MORTARA_REPORTED,
    sameAs: MORTARA,
  },
  { file: 'dicom/derived/mortara_name_cyrillic_ISO_IR_144.dcm', rateHz: 1000, durationMs: 10_000, sameAs: MORTARA },
]

/** `picture` is what these are; every other word is the code of the refusal. */
const OTHERS: readonly (readonly [file: string, outcome: string])[] = [
  ['scp/healforce_62.SCP', 'unsupported'],
  ['edge/scp/clark_header_only.scp', 'truncated'],
  ['edge/scp/clark_truncated_in_sec6.scp', 'truncated'],
  ['dicom/derived/encapsulated_pdf_mortara_report.dcm', 'picture'],
  ['dicom/derived/mortara_no_waveform.dcm', 'no_waveform'],
  ['dicom/derived/mortara_truncated_half.dcm', 'truncated'],
  ['edge/dicom/ExplVR_BigEnd.dcm', 'no_waveform'],
  ['edge/dicom/ExplVR_LitEndNoMeta.dcm', 'no_waveform'],
  ['edge/dicom/MR_truncated.dcm', 'truncated'],
  ['edge/dicom/SC_rgb_small_odd_big_endian.dcm', 'no_waveform'],
  ['edge/dicom/badVR.dcm', 'no_waveform'],
  ['edge/dicom/dcmjs_no-meta-length-test.dcm', 'no_waveform'],
  ['edge/dicom/empty_charset_LEI.dcm', 'no_waveform'],
  ['edge/dicom/no_meta.dcm', 'unrecognised'],
  ['edge/dicom/no_meta_group_length.dcm', 'no_waveform'],
  ['edge/dicom/priv_SQ.dcm', 'no_waveform'],
  ['edge/dicom/pydicom_README.txt', 'unrecognised'],
  ['edge/dicom/test-SR.dcm', 'no_waveform'],
  ['edge/dicom/zipMR.gz', 'unsupported'],
  ['edge/dicom_charset/chrGreek.dcm', 'no_waveform'],
  ['edge/dicom_charset/chrJapMulti.dcm', 'no_waveform'],
  ['edge/dicom_charset/chrRuss.dcm', 'no_waveform'],
  ['edge/dicom_charset/chrSQEncoding.dcm', 'no_waveform'],
  ['edge/dicom_charset/chrX1.dcm', 'no_waveform'],
  ['edge/dicom_fo/GH064.dcm', 'no_waveform'],
  ['edge/dicom_fo/GH220.dcm', 'no_waveform'],
  ['edge/dicom_fo/GH223.dcm', 'no_waveform'],
  ['edge/dicom_fo/GH227.dcm', 'no_waveform'],
  ['edge/dicom_fo/GH487.dcm', 'no_waveform'],
  ['edge/dicom_fo/Issue1097_FailToOpenDeflatedFileWithSQ.dcm', 'no_waveform'],
  ['edge/orthanc/HelloWorld.pdf', 'picture'],
  ['edge/orthanc/Issue111.dcm', 'no_waveform'],
  ['edge/orthanc/Issue137.dcm', 'no_waveform'],
  ['edge/orthanc/Lena-cyrillic.dcm', 'no_waveform'],
  ['edge/orthanc/MarekLatin2.dcm', 'no_waveform'],
  ['edge/orthanc/PrivateMDNTags.dcm', 'no_waveform'],
  ['edge/misc/empty.scp', 'empty'],
  ['edge/misc/html_renamed.pdf', 'unrecognised'],
  ['edge/misc/png_renamed.dcm', 'truncated'],
  ['edge/misc/svg_script.svg', 'unrecognised'],
  ['edge/xml/aecg_truncated.xml', 'truncated'],
  ['edge/xml/aecg_xxe_external_entity.xml', 'forbidden_xml'],
  ['edge/xml/muse_bad_base64.xml', 'malformed'],
  ['aecg/edge_empty.xml', 'no_waveform'],
  ['contec/0000050.ECG', 'unsupported'],
  ['contec/0000037_limb_only.ECG', 'unsupported'],
  ['philips/edge_invalid-doc-type.xml', 'unsupported'],
  ['pdf/anonymous_ecg_3x4_1.pdf', 'picture'],
  ['image/eik_ecg00008.jpg', 'picture'],
  ['image/eik_ecg00001.png', 'picture'],
]

describe('a real recording', () => {
  for (const truth of TRUTHS) {
    it.skipIf(!existsSync(join(DATA, truth.file)))(`reads as its ground truth says: ${truth.file}`, () => {
      const recording = recordingOf(truth.file)
      const { leads, sampleRateHz } = recording
      expect(sampleRateHz).toBe(truth.rateHz)
      expect(((leads[0]?.samplesUv.length ?? 0) / sampleRateHz) * 1000).toBe(truth.durationMs)
      expect(leads.map(({ name }) => name)).toEqual(truth.leads ?? STANDARD_LEADS)
      expect(leads.filter(({ isDerived }) => isDerived).map(({ name }) => name)).toEqual(truth.derived ?? [])
      expect(recording.reported).toMatchObject(truth.reported ?? {})
      expect(recording.warnings).toEqual([])
      if (truth.sameAs) expectSameSamples(recording, recordingOf(truth.sameAs))
    })

    it.skipIf(!existsSync(join(DATA, truth.file)))(`comes back exactly from its compressed form: ${truth.file}`, () => {
      const recording = recordingOf(truth.file)
      expectSameSamples({ ...recording, ...decodeSamples(encodeSamples(recording)) }, recording)
    })
  }

  it.skipIf(!existsSync(join(DATA, 'dicom/derived/mortara_name_cyrillic_ISO_IR_144.dcm')))(
    'keeps a Cyrillic name',
    () => {
      const { patient } = recordingOf('dicom/derived/mortara_name_cyrillic_ISO_IR_144.dcm')
      expect(patient).toMatchObject({ familyName: 'Каримов', givenName: 'Шерзод', id: 'AA1234567' })
    },
  )
})

describe('another file', () => {
  it.skipIf(!existsSync(join(DATA, 'edge')))('has its answer here, each of edge and dicom/derived', () => {
    const answered = new Set([...OTHERS.map(([file]) => file), ...TRUTHS.map(({ file }) => file)])
    const files = ['edge', 'dicom/derived'].flatMap((folder) =>
      readdirSync(join(DATA, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(DATA, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    expect(files.filter((file) => !answered.has(file))).toEqual([])
  })

  for (const [file, outcome] of OTHERS) {
    it.skipIf(!existsSync(join(DATA, file)))(`is ${outcome}: ${file}`, () => {
      expect(outcomeOf(file)).toBe(outcome)
    })
  }
})

function reading(file: string): EcgReading {
  return readEcgFile(new Uint8Array(readFileSync(join(DATA, file))))
}

function recordingOf(file: string): EcgRecording {
  const result = reading(file)
  if (result.kind !== 'waveform') throw new Error(`${file} is no waveform`)
  return result.recording
}

function outcomeOf(file: string): string {
  try {
    return reading(file).kind
  } catch (error) {
    if (error instanceof EcgFormatError) return error.code
    throw error
  }
}

function expectSameSamples(recording: EcgRecording, other: EcgRecording): void {
  for (const lead of other.leads) {
    const same = recording.leads.find(({ name }) => name === lead.name)
    expect(same?.samplesUv).toEqual(lead.samplesUv)
  }
}
