/** What else says which samples a recording has: the same ECG in another container, or another reader. */
import { leadOfLabel } from '@/ecg/leads'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import type { EcgRecording } from '@/ecg/types'
import { biosigSamples, ORACLES, pydicomSamples } from './oracles'
import { hasRecordings, recordingFiles } from './real-recordings'

export type Difference = {
  readonly leadCount: number
  /** Of all common leads over the samples that both have. */
  readonly worstUv: number
  /** How many samples more the oracle has. */
  readonly moreSamples: number
}

export type Comparison = {
  readonly formatId: string
  readonly recording: string
  readonly oracle: string
  /** Null where the oracle is not installed. */
  readonly difference: Difference | null
}

/** Pairs of files that hold the same ECG. */
const SAME: readonly (readonly [formatId: string, recording: string, other: string])[] = [
  ['scp-ecg', 'scp/Example_clark_v20.scp', 'aecg/hl7_Example_aECG.xml'],
  ['hl7-aecg', 'aecg/hl7_Example_aECG.xml', 'scp/Example_clark_v20.scp'],
  ['dicom', 'dicom/derived/mortara_implicit_le.dcm', 'dicom/waveform_ecg_pydicom.dcm'],
  ['philips-xml', 'philips/104_3191723_ZZDEMOPTONLY_orig.xml', 'philips/104_3191723_js_variant_utf8.xml'],
  ['edf', 'edf/derived_ludb_24_edf_uV.edf', 'wfdb/ludb/24.hea'],
  ['ishne', 'ishne/ludb_8_12lead.ecg', 'wfdb/ludb/8.hea'],
  ['ishne', 'ishne/mit100s_2lead.ecg', 'wfdb/mit/100s.hea'],
  ['wfdb', 'wfdb/ludb/8.hea', 'ishne/ludb_8_12lead.ecg'],
]
/** With the microvolts of the unit in which the other reader gives them. */
const PYDICOM = [
  ['dicom/waveform_ecg_pydicom.dcm', 1],
  ['dicom/test_ecg_dcmwaveform.dcm', 1000],
  ['dicom/derived/mortara_implicit_le.dcm', 1],
] as const
const BIOSIG = [
  ['edf', 'edf/derived_ludb_24_edf_uV.edf', 1],
  ['edf', 'edf/contec_0000050.ECG.edf', 1000],
  ['scp-ecg', 'scp/contec_demo.scp', 1],
] as const

export function comparisons(): readonly Comparison[] {
  const same = SAME.filter(([, ...paths]) => hasRecordings(...paths)).map(([formatId, recording, other]) => ({
    formatId,
    recording,
    oracle: other,
    difference: differenceTo(recordingOf(recording), samplesByLead(recordingOf(other))),
  }))
  const pydicom = PYDICOM.filter(([path]) => hasRecordings(path)).map(([path, uvPerUnit]) => ({
    formatId: 'dicom',
    recording: path,
    oracle: 'pydicom',
    difference: ORACLES.pydicom ? differenceToPydicom(path, uvPerUnit) : null,
  }))
  const biosig = BIOSIG.filter(([, path]) => hasRecordings(path)).map(([formatId, path, uvPerUnit]) => ({
    formatId,
    recording: path,
    oracle: 'biosig',
    difference: ORACLES.save2gdf ? differenceToBiosig(path, uvPerUnit) : null,
  }))
  return [...same, ...pydicom, ...biosig]
}

type SamplesByLead = ReadonlyMap<string, ArrayLike<number>>

function recordingOf(path: string): EcgRecording {
  const reading = readEcgFiles(recordingFiles(path))
  if (reading.kind !== 'waveform') throw new Error(`${path} is a picture`)
  return reading.recording
}

function samplesByLead({ leads }: EcgRecording): SamplesByLead {
  return new Map(leads.map(({ name, samplesUv }) => [name, samplesUv]))
}

/** The leads that one of them lacks are not compared. */
function differenceTo({ leads }: EcgRecording, others: SamplesByLead): Difference {
  const common = leads.flatMap(({ name, samplesUv }) => {
    const other = others.get(name)
    return other ? [{ worstUv: worstOf(samplesUv, other), moreSamples: other.length - samplesUv.length }] : []
  })
  return {
    leadCount: common.length,
    worstUv: Math.max(...common.map(({ worstUv }) => worstUv)),
    moreSamples: common[0]?.moreSamples ?? 0,
  }
}

function worstOf(samplesUv: Float32Array, other: ArrayLike<number>): number {
  return samplesUv.subarray(0, other.length).reduce((worst, uv, index) => {
    const value = other[index] ?? Number.NaN
    return Number.isNaN(uv) && Number.isNaN(value) ? worst : Math.max(worst, Math.abs(uv - value))
  }, 0)
}

/** The order of the channels in the file is that of the standard leads in all of these. */
function differenceToPydicom(path: string, uvPerUnit: number): Difference {
  const recording = recordingOf(path)
  const [file] = recordingFiles(path)
  const samples = pydicomSamples(file?.bytes ?? new Uint8Array(0), recording.leads.length)
  return differenceTo(
    recording,
    new Map(
      recording.leads.map(({ name }, index) => [
        name,
        (samples[index] ?? new Float32Array(0)).map((value) => value * uvPerUnit),
      ]),
    ),
  )
}

function differenceToBiosig(path: string, uvPerUnit: number): Difference {
  const [file] = recordingFiles(path)
  const channels = file ? biosigSamples(file.name, file.bytes) : []
  return differenceTo(
    recordingOf(path),
    new Map(
      channels.flatMap(({ label, samples }) => {
        const name = leadOfLabel(label)
        return name ? [[name, samples.map((value) => value * uvPerUnit)] as const] : []
      }),
    ),
  )
}
