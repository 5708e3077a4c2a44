/**
 * HL7 Annotated ECG (aECG, ANSI/HL7 V3 ECG R1-2004): the series of the rhythm, its sequence sets
 * of one time sequence (`GLIST_TS`, `GLIST_PQ`) and one sequence of voltages a lead (`SLIST_PQ`).
 *
 * Voltage = (origin + digit × scale) in uV, mV, nV or V, given here in microvolts; times in ms.
 * Not supported: the derived series (representative beats), leads recorded one after the other.
 */
import { assembleRecording, type Channel, checkSize } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import type { EcgFormat, EcgReading } from '../types'
import { readDevice, readPatient, readRecordedAt, readReported } from './hl7-aecg/header'
import { BLANKS_AND_COMMAS, numberIn, numbersBetween } from './number-list'
import { decodeXml, descend, findAll, parseXml, rootNameOf, type XmlElement } from './xml-tree'

const ROOT = 'AnnotatedECG'
const UV_PER_UNIT: Readonly<Record<string, number>> = { nv: 0.001, uv: 1, µv: 1, mv: 1000, v: 1_000_000 }
const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { s: 1, ms: 0.001, us: 0.000_001, ns: 0.000_000_001 }

export const hl7Aecg: EcgFormat = {
  id: 'hl7-aecg',
  label: 'HL7 aECG',
  sniff: (bytes) => rootNameOf(bytes) === ROOT,
  read,
}

type SequenceSet = { readonly series: XmlElement; readonly sampleRateHz: number; readonly channels: readonly Channel[] }

function read(bytes: Uint8Array): EcgReading {
  const root = parseXml(hl7Aecg.id, decodeXml(bytes))
  const sets = descend(root, 'component', 'series').flatMap(readSeries)
  const best = [...sets].sort((a, b) => weightOf(b) - weightOf(a))[0]
  if (!best) throw new EcgFormatError(hl7Aecg.id, 'no_waveform', 'the file holds no ECG samples')
  const warnings = sets.length > 1 ? [`The file holds ${sets.length} recordings; the longest is shown.`] : []
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: hl7Aecg.id,
      sampleRateHz: best.sampleRateHz,
      channels: best.channels,
      recordedAt: readRecordedAt(root, best.series),
      patient: readPatient(root),
      device: readDevice(root, best.series),
      reported: readReported(best.series),
      warnings,
    }),
  }
}

function readSeries(series: XmlElement): SequenceSet[] {
  return descend(series, 'component', 'sequenceSet').flatMap((set) => {
    const sequences = descend(set, 'component', 'sequence')
    const sampleRateHz = sequences.map(rateOf).find((rate) => rate !== null)
    const channels = sequences.filter((sequence) => findAll(sequence, 'digits').length > 0).map(readChannel)
    if (channels.length === 0) return []
    if (!sampleRateHz)
      throw new EcgFormatError(hl7Aecg.id, 'malformed', 'the sampling rate is missing or makes no sense')
    checkSize(
      hl7Aecg.id,
      channels.length,
      Math.max(...channels.map((channel) => channel.samplesUv.length)),
      sampleRateHz,
    )
    return [{ series, sampleRateHz, channels }]
  })
}

function weightOf(set: SequenceSet): number {
  return set.channels.reduce((sum, { name, samplesUv }) => sum + (name ? samplesUv.length : 0), 0) / set.sampleRateHz
}

function rateOf(sequence: XmlElement): number | null {
  const increment = descend(sequence, 'value', 'increment')[0]
  const unit = increment?.attributes.unit ?? 's'
  const seconds = Number(increment?.attributes.value) * (SECONDS_PER_UNIT[unit.toLowerCase()] ?? Number.NaN)
  return seconds > 0 ? rounded(1 / seconds) : null
}

/** 1 / 0.002 is 500, not 499.99999999999994. */
function rounded(rateHz: number): number {
  return Math.round(rateHz * 1e6) / 1e6
}

function readChannel(sequence: XmlElement): Channel {
  const code = descend(sequence, 'code')[0]?.attributes.code ?? ''
  const value = descend(sequence, 'value')[0]
  const scale = value && physicalUv(descend(value, 'scale')[0])
  const origin = (value && physicalUv(descend(value, 'origin')[0])) ?? 0
  if (!value || !scale) throw new EcgFormatError(hl7Aecg.id, 'malformed', 'the voltage scale of a lead is missing')
  const digits = descend(value, 'digits')[0]?.text ?? ''
  const samplesUv = parseDigits(digits)
  for (let index = 0; index < samplesUv.length; index++) {
    samplesUv[index] = (samplesUv[index] ?? Number.NaN) * scale + origin
  }
  return { name: leadOfLabel(code), samplesUv, stepUv: Math.abs(scale) }
}

function physicalUv(element: XmlElement | undefined): number | undefined {
  if (!element) return undefined
  const factor = UV_PER_UNIT[(element.attributes.unit ?? 'uV').toLowerCase()]
  const uv = Number(element.attributes.value) * (factor ?? Number.NaN)
  if (!Number.isFinite(uv))
    throw new EcgFormatError(hl7Aecg.id, 'malformed', 'the voltage scale of a lead is not readable')
  return uv
}

/** Numbers between blanks or commas. */
function parseDigits(digits: string): Float32Array {
  const numberOf = (start: number, end: number) => {
    const value = numberIn(digits, start, end)
    if (!Number.isFinite(value)) throw new EcgFormatError(hl7Aecg.id, 'malformed', 'the samples are not numbers')
    return value
  }
  return numbersBetween(digits, BLANKS_AND_COMMAS, numberOf, (length) => new Float32Array(length))
}
