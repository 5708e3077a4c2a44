/**
 * FHIR Observation with SampledData (R4 and R5), alone or in a Bundle: one component a lead.
 *
 * Voltage = origin + value × factor in the unit of the origin, given in microvolts; the period in ms
 * (R4) or the interval with its unit (R5) gives the rate. `E`, `U` and `L` stand for missing samples.
 * Not supported: several dimensions in one list, data by reference, code maps. Without a unit, in the file or told with it, there is no trace.
 */
import { assembleRecording, type Channel, checkSize, NO_DEVICE, NO_PATIENT } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel, leadOfScpNumber } from '../leads'
import { NOTHING_REPORTED, type ReportedKey, reportedNumber } from '../reported'
import { dateOf, joinText } from '../text'
import type { DeviceTime, EcgFormat, EcgReading, LeadName, Reported, SignalDescription } from '../types'
import { BLANKS, numberIn, numbersBetween, wordCount } from './number-list'
import { isObject, needsDescription, objectsIn, parseJson, startOfJson, uvPerCount, uvPerUnit } from './plain-samples'

/** Below, beyond and outside the range of the device. */
const MISSING = 'EUL'

type Json = Readonly<Record<string, unknown>>

/** ISO/IEEE 11073-10101, as an OID and as a name. */
const MDC_SYSTEMS = ['urn:oid:2.16.840.1.113883.6.24', 'urn:iso:std:iso:11073:10101']
const LOINC = 'http://loinc.org'
const KEY_OF_LOINC: Readonly<Record<string, ReportedKey>> = {
  '8867-4': 'heartRateBpm',
  '8625-6': 'prMs',
  '8633-0': 'qrsMs',
  '8634-8': 'qtMs',
  '8636-3': 'qtcMs',
  '8626-4': 'pAxisDeg',
  '8632-2': 'qrsAxisDeg',
  '8638-9': 'tAxisDeg',
}
const MS_PER_UNIT: Readonly<Record<string, number>> = { s: 1000, ms: 1, us: 0.001 }

export const fhir: EcgFormat = {
  id: 'fhir',
  label: 'FHIR Observation',
  sniff: (bytes) => /"resourceType"\s*:\s*"(Observation|Bundle)"/.test(startOfJson(bytes) ?? ''),
  read,
}

type Sampled = { readonly name: LeadName | null; readonly periodMs: number | null; readonly data: Json }

function read(bytes: Uint8Array, description: SignalDescription = {}): EcgReading {
  const observations = observationsIn(parseJson(fhir.id, bytes))
  const components = observations.flatMap((observation) => [observation, ...objectsIn(observation.component)])
  const sampled = components.flatMap(sampledIn)
  const leads = sampled.filter(({ name }) => name !== null)
  const [first] = leads
  if (!first) throw new EcgFormatError(fhir.id, 'no_waveform', 'none of the signals is an ECG lead')
  const rateHz = first.periodMs === null ? (description.sampleRateHz ?? null) : 1000 / first.periodMs
  const describedUv = uvPerCount(description.unit)
  const isUnitMissing = describedUv === null && leads.some(({ data }) => unitOf(data) === null)
  const problem = needsDescription(fhir.id, { columns: false, rate: rateHz === null, unit: isUnitMissing })
  if (problem || rateHz === null) throw problem
  if (leads.some((lead) => lead.periodMs !== first.periodMs)) {
    throw new EcgFormatError(fhir.id, 'unsupported', 'the leads have different sampling rates')
  }
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: fhir.id,
      sampleRateHz: rateHz,
      channels: sampled.map((lead) => channelOf(lead, { leadCount: sampled.length, rateHz, describedUv })),
      recordedAt: timeIn(observations),
      patient: { ...NO_PATIENT, ...subjectOf(observations) },
      device: { ...NO_DEVICE, model: joinText(observations.map(({ device }) => textAt(device, 'display'))) },
      reported: reportedIn(components),
      warnings: [],
    }),
  }
}

function observationsIn(root: Json): readonly Json[] {
  if (root.resourceType === 'Observation') return [root]
  const resources = objectsIn(root.entry).flatMap(({ resource }) => (isObject(resource) ? [resource] : []))
  return resources.filter(({ resourceType }) => resourceType === 'Observation')
}

function sampledIn({ code, valueSampledData: data }: Json): Sampled[] {
  if (!isObject(data) || typeof data.data !== 'string') return []
  if ((data.dimensions ?? 1) !== 1) {
    throw new EcgFormatError(fhir.id, 'unsupported', 'several signals share one list of samples')
  }
  return [{ name: leadOf(code), periodMs: periodOf(data), data }]
}

function leadOf(code: unknown): LeadName | null {
  if (!isObject(code)) return null
  for (const coding of objectsIn(code.coding)) {
    const isMdc = typeof coding.system === 'string' && MDC_SYSTEMS.includes(coding.system)
    const name = (isMdc && leadOfScpNumber(Number(coding.code) & 0xff)) || leadOfText(coding.display)
    if (name) return name
  }
  return leadOfText(code.text)
}

function leadOfText(text: unknown): LeadName | null {
  return typeof text === 'string' ? leadOfLabel(text.replace('ELEC_POTL_', '')) : null
}

function periodOf({ period, interval, intervalUnit }: Json): number | null {
  const ms = typeof period === 'number' ? period : Number(interval) * (MS_PER_UNIT[String(intervalUnit)] ?? Number.NaN)
  return ms > 0 ? ms : null
}

function unitOf({ origin }: Json): number | null {
  return isObject(origin) ? (uvPerUnit(origin.code) ?? uvPerUnit(origin.unit)) : null
}

type Completion = { readonly leadCount: number; readonly rateHz: number; readonly describedUv: number | null }

function channelOf({ name, data }: Sampled, { leadCount, rateHz, describedUv }: Completion): Channel {
  if (!name) return { name: null, samplesUv: new Float32Array(0) }
  const values = String(data.data)
  checkSize(fhir.id, leadCount, wordCount(values, BLANKS), rateHz)
  const scaleUv = unitOf(data) ?? describedUv ?? Number.NaN
  const origin = isObject(data.origin) ? Number(data.origin.value ?? 0) : 0
  const factor = Number(data.factor ?? 1)
  const numberOf = (start: number, end: number) => {
    if (end === start + 1 && MISSING.includes(values.charAt(start))) return Number.NaN
    const uv = (origin + numberIn(values, start, end) * factor) * scaleUv
    if (!Number.isFinite(uv)) throw new EcgFormatError(fhir.id, 'malformed', 'the samples are not numbers')
    return uv
  }
  const samplesUv = numbersBetween(values, BLANKS, numberOf, (length) => new Float32Array(length))
  return { name, samplesUv }
}

function timeIn(observations: readonly Json[]): DeviceTime | null {
  for (const { effectiveDateTime, effectivePeriod } of observations) {
    const text = effectiveDateTime ?? (isObject(effectivePeriod) ? effectivePeriod.start : null)
    const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|([+-])(\d\d):(\d\d))?$/.exec(String(text))
    const date = match && dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
    if (!date) continue
    const offsetMinutes = (match[6] === '-' ? -1 : 1) * (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0))
    return { local: `${date}T${match[4]}`, utcOffsetMinutes: match[5] ? offsetMinutes : null }
  }
  return null
}

function subjectOf(observations: readonly Json[]): { id: string | null; familyName: string | null } {
  const subject = observations.map((observation) => observation.subject).find(isObject)
  return { id: textAt(subject?.identifier, 'value'), familyName: textAt(subject, 'display') }
}

function reportedIn(components: readonly Json[]): Reported {
  const values: { [key in ReportedKey]?: number | null } = {}
  for (const { code, valueQuantity } of components) {
    const codings = isObject(code) ? objectsIn(code.coding) : []
    const loinc = codings.find(({ system }) => system === LOINC)?.code
    const key = KEY_OF_LOINC[String(loinc)]
    if (key && isObject(valueQuantity)) values[key] ??= quantityOf(key, valueQuantity)
  }
  return { ...NOTHING_REPORTED, ...values }
}

function quantityOf(key: ReportedKey, { value, unit, code }: Json): number | null {
  if (typeof value !== 'number') return null
  return reportedNumber(key, key.endsWith('Ms') && (code ?? unit) === 's' ? value * 1000 : value)
}

function textAt(value: unknown, key: string): string | null {
  const text = isObject(value) ? value[key] : null
  return typeof text === 'string' ? joinText([text]) : null
}
