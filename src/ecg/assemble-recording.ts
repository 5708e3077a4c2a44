/**
 * What every waveform reader ends with: channels of a file become an `EcgRecording` that
 * is sound (one length, finite or missing, bounded, standard order, derivable limb leads added).
 *
 * Limits: 64 channels, one hour, 50 million samples. They bound memory, not medicine.
 */
import { EcgFormatError } from './errors'
import { completeLeads } from './leads'
import { SYNTHETIC_MANUFACTURER } from './synthetic/mark'
import type {
  DeviceTime,
  EcgRecording,
  Lead,
  LeadName,
  Reported,
  ReportedDevice,
  ReportedPatient,
  StatedFilters,
} from './types'

const MAX_CHANNELS = 64
const MAX_DURATION_S = 3600
const MAX_SAMPLES = 50_000_000
const MIN_RATE_HZ = 20
const MAX_RATE_HZ = 100_000
/** No electrode on a chest gives a fifth of a volt: the unit or the gain in the file is wrong. */
const IMPLAUSIBLE_UV = 200_000

export type Channel = {
  /** Null for a signal that is no ECG lead we know; it is left out, with a warning. */
  readonly name: LeadName | null
  /** NaN where the file marks a sample as missing. */
  readonly samplesUv: Float32Array
  /** Microvolts of one stored count, where the file stored counts. */
  readonly stepUv?: number
}

export type RecordingParts = {
  readonly format: string
  readonly sampleRateHz: number
  readonly channels: readonly Channel[]
  readonly recordedAt: DeviceTime | null
  readonly patient: ReportedPatient
  readonly device: ReportedDevice
  readonly reported: Reported
  readonly filters?: StatedFilters
  readonly warnings: readonly string[]
}

export const NO_PATIENT: ReportedPatient = {
  id: null,
  familyName: null,
  givenName: null,
  sex: null,
  birthDate: null,
  ageYears: null,
}

export const NO_DEVICE: ReportedDevice = { manufacturer: null, model: null, serial: null, institution: null }

/** Whether so long and wide a recording is read whole; a longer one is read in pieces (`streaming`). */
export function isReadWhole(channelCount: number, sampleCount: number, sampleRateHz: number): boolean {
  const isTooLong = sampleCount / sampleRateHz > MAX_DURATION_S || sampleCount * channelCount > MAX_SAMPLES
  return !isTooLong && channelCount <= MAX_CHANNELS
}

/** Throws before anything of that size is allocated. */
export function checkSize(format: string, channelCount: number, sampleCount: number, sampleRateHz: number): void {
  if (!(sampleRateHz >= MIN_RATE_HZ && sampleRateHz <= MAX_RATE_HZ)) {
    throw new EcgFormatError(format, 'malformed', 'the sampling rate is missing or makes no sense')
  }
  if (!(channelCount >= 1 && sampleCount >= 1)) {
    throw new EcgFormatError(format, 'no_waveform', 'the file holds no ECG samples')
  }
  if (!isReadWhole(channelCount, sampleCount, sampleRateHz)) {
    throw new EcgFormatError(format, 'unsupported', 'the recording is longer or wider than can be read whole')
  }
}

/** Voltage = count × step + offset, for a whole lead. */
export function microvoltsOf(counts: Int32Array | Float64Array, stepUv: number, offsetUv = 0): Float32Array {
  const samplesUv = new Float32Array(counts.length)
  for (let index = 0; index < counts.length; index++) samplesUv[index] = (counts[index] ?? 0) * stepUv + offsetUv
  return samplesUv
}

export function assembleRecording(parts: RecordingParts): EcgRecording {
  const { format, sampleRateHz } = parts
  const warnings = [...parts.warnings]
  const known = knownLeads(parts.channels, warnings)
  if (known.length === 0) throw new EcgFormatError(format, 'no_waveform', 'none of the signals is an ECG lead')
  const sampleCount = Math.max(...known.map((lead) => lead.samplesUv.length))
  checkSize(format, known.length, sampleCount, sampleRateHz)
  const leads = known.map((lead) => ({ ...lead, samplesUv: filledUp(lead.samplesUv, sampleCount) }))
  noteMissing(leads, sampleCount, warnings)
  checkVoltages(format, leads, warnings)
  return {
    format,
    sampleRateHz,
    leads: completeLeads(leads),
    recordedAt: parts.recordedAt,
    patient: parts.patient,
    device: parts.device,
    reported: parts.reported,
    ...(parts.filters && { filters: parts.filters }),
    isSynthetic: isMarkedSynthetic(parts.device),
    warnings,
  }
}

/** Formats that have one text for the whole device keep the mark at its beginning. */
export function isMarkedSynthetic({ manufacturer, model }: ReportedDevice): boolean {
  return manufacturer === SYNTHETIC_MANUFACTURER || model?.startsWith(SYNTHETIC_MANUFACTURER) === true
}

/** The first of each lead; what is no lead is left out, with a warning. */
function knownLeads(channels: readonly Channel[], warnings: string[]): Lead[] {
  const leads: Lead[] = []
  let unknownCount = 0
  for (const { name, samplesUv, stepUv } of channels) {
    if (name === null) unknownCount += 1
    else if (samplesUv.every(Number.isNaN)) warnings.push(`Lead ${name} holds no samples.`)
    else if (leads.some((lead) => lead.name === name)) warnings.push(`Lead ${name} occurs twice; the first is shown.`)
    else leads.push({ name, samplesUv, isDerived: false, ...(stepUv === undefined ? {} : { stepUv }) })
  }
  if (unknownCount > 0) warnings.push(`${unknownCount} signals that are no known ECG lead were left out.`)
  return leads
}

/** A lead that ends before the others has no samples there. */
function filledUp(samplesUv: Float32Array, sampleCount: number): Float32Array {
  if (samplesUv.length === sampleCount) return samplesUv
  const filled = new Float32Array(sampleCount).fill(Number.NaN)
  filled.set(samplesUv)
  return filled
}

function noteMissing(leads: readonly Lead[], sampleCount: number, warnings: string[]): void {
  const counts = leads.flatMap(({ name, samplesUv }) => {
    let missing = 0
    for (let index = 0; index < samplesUv.length; index++) if (Number.isNaN(samplesUv[index])) missing += 1
    return missing > 0 ? [{ name, missing }] : []
  })
  const [first] = counts
  if (!first) return
  const isEverywhere = counts.length === leads.length && counts.every(({ missing }) => missing === first.missing)
  const places = isEverywhere
    ? `${first.missing} in every lead`
    : counts.map(({ missing, name }) => `${missing} in ${name}`).join(', ')
  warnings.push(`Of ${sampleCount} samples a lead, some are missing: ${places}.`)
}

function checkVoltages(format: string, leads: readonly Lead[], warnings: string[]): void {
  const highestUv = Math.max(...leads.map((lead) => highestMagnitudeUv(format, lead.samplesUv)))
  if (highestUv > IMPLAUSIBLE_UV)
    warnings.push('The voltages are too high for an ECG; the gain in the file may be wrong.')
}

function highestMagnitudeUv(format: string, samplesUv: Float32Array): number {
  let highestUv = 0
  for (let index = 0; index < samplesUv.length; index++) {
    const magnitudeUv = Math.abs(samplesUv[index] ?? Number.NaN)
    if (magnitudeUv > highestUv) highestUv = magnitudeUv
  }
  if (highestUv === Number.POSITIVE_INFINITY) {
    throw new EcgFormatError(format, 'malformed', 'the samples are not numbers')
  }
  return highestUv
}
