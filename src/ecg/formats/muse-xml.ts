/**
 * GE MUSE XML (`RestingECG`, restecg.dtd): the rhythm waveform, one `LeadData` a lead, base64 of
 * 16-bit little-endian counts.
 *
 * Voltage = count × LeadAmplitudeUnitsPerBit microvolts (or millivolts); rate = SampleBase × 10^SampleExponent.
 * The document type is external and is never fetched. Eight leads are stored as a rule, the other four follow
 * from I and II. The checksum of a lead is CRC-32 of its bytes.
 * Not supported: the median beat as a recording, leads recorded one after the other.
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import type { EcgFormat, EcgReading } from '../types'
import { crc32 } from './crc32'
import { readDevice, readPatient, readRecordedAt, readReported } from './muse-xml/header'
import { numberAt, textAt } from './xml-fields'
import { bytesOfBase64, declaredCounts, int16Counts } from './xml-samples'
import { decodeXml, descend, parseXml, rootNameOf, type XmlElement } from './xml-tree'

const UV_PER_UNIT: Readonly<Record<string, number>> = { MICROVOLTS: 1, MILLIVOLTS: 1000 }
const SAMPLE_BYTES = 2

export const museXml: EcgFormat = {
  id: 'muse-xml',
  label: 'GE MUSE XML',
  sniff: (bytes) => rootNameOf(bytes) === 'RestingECG',
  read,
}

type Rhythm = {
  readonly sampleRateHz: number
  readonly lowPassHz: number | null
  readonly leads: readonly XmlElement[]
}

function read(bytes: Uint8Array): EcgReading {
  const root = parseXml(museXml.id, decodeXml(bytes))
  checkAllSamples(root)
  const rhythm = longestRhythm(root)
  const warnings: string[] = []
  const channels = rhythm.leads.map((lead) => readLead(lead, rhythm, warnings))
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: museXml.id,
      sampleRateHz: rhythm.sampleRateHz,
      channels,
      recordedAt: readRecordedAt(root),
      patient: readPatient(root),
      device: readDevice(root),
      reported: readReported(root),
      // The high-pass is written in a unit of its own and has no phase: it distorts nothing.
      filters: { highPassHz: null, lowPassHz: rhythm.lowPassHz },
      warnings,
    }),
  }
}

/** A file whose average beat is garbled is damaged, although that beat is not shown. */
function checkAllSamples(root: XmlElement): void {
  for (const { text } of descend(root, 'Waveform', 'LeadData', 'WaveFormData')) bytesOfBase64(museXml.id, text)
}

function longestRhythm(root: XmlElement): Rhythm {
  const waveforms = descend(root, 'Waveform').filter((waveform) => textAt(waveform, 'WaveformType') === 'Rhythm')
  const rhythms = waveforms.map((waveform) => ({
    sampleRateHz: (numberAt(waveform, 'SampleBase') ?? Number.NaN) * 10 ** (numberAt(waveform, 'SampleExponent') ?? 0),
    lowPassHz: numberAt(waveform, 'LowPassFilter'),
    leads: descend(waveform, 'LeadData'),
  }))
  const longest = rhythms.sort((a, b) => longestSampleCount(b.leads) - longestSampleCount(a.leads))[0]
  if (!longest || longest.leads.length === 0) {
    throw new EcgFormatError(museXml.id, 'no_waveform', 'the file holds no rhythm, at most an average beat')
  }
  if (new Set(longest.leads.map((lead) => numberAt(lead, 'LeadTimeOffset') ?? 0)).size > 1) {
    throw new EcgFormatError(museXml.id, 'unsupported', 'the leads were recorded one after the other')
  }
  return longest
}

function longestSampleCount(leads: readonly XmlElement[]): number {
  return Math.max(0, ...leads.map((lead) => numberAt(lead, 'LeadSampleCountTotal') ?? 0))
}

function readLead(lead: XmlElement, { sampleRateHz, leads }: Rhythm, warnings: string[]): Channel {
  const name = leadOfLabel(textAt(lead, 'LeadID') ?? '')
  const declared = numberAt(lead, 'LeadSampleCountTotal')
  if (declared !== null) checkSize(museXml.id, leads.length, declared, sampleRateHz)
  if ((numberAt(lead, 'LeadSampleSize') ?? SAMPLE_BYTES) !== SAMPLE_BYTES) {
    throw new EcgFormatError(museXml.id, 'unsupported', 'the samples are not of 16 bits')
  }
  const bytes = bytesOfBase64(museXml.id, descend(lead, 'WaveFormData')[0]?.text ?? '')
  const label = name ?? 'that is not shown'
  if (hasWrongChecksum(lead, bytes)) warnings.push(`The checksum of lead ${label} does not match its samples.`)
  if (textAt(lead, 'LeadOff')?.toUpperCase() === 'TRUE') {
    warnings.push(`The device says that the electrode of lead ${label} was off.`)
  }
  const stepUv = stepOf(lead)
  const counts = declaredCounts(museXml.id, int16Counts(bytes), declared)
  return { name, samplesUv: microvoltsOf(counts, stepUv), stepUv }
}

function stepOf(lead: XmlElement): number {
  const unit = textAt(lead, 'LeadAmplitudeUnits') ?? 'MICROVOLTS'
  const stepUv = (numberAt(lead, 'LeadAmplitudeUnitsPerBit') ?? 0) * (UV_PER_UNIT[unit.toUpperCase()] ?? 0)
  if (!(stepUv > 0)) {
    throw new EcgFormatError(museXml.id, 'malformed', 'the voltage scale of a lead is missing or makes no sense')
  }
  return stepUv
}

/** Writers that do not compute it leave it out or write 0. */
function hasWrongChecksum(lead: XmlElement, bytes: Uint8Array): boolean {
  const declared = numberAt(lead, 'LeadDataCRC32')
  return declared !== null && declared > 0 && declared !== crc32(bytes)
}
