/** Which signals of an EDF or BDF file are shown as leads, at which rate, and how their counts become microvolts. */
import { EcgFormatError } from '../../errors'
import type { LeadName } from '../../types'
import { uvPerUnit } from '../plain-samples'
import type { EdfHeader, EdfSignal } from './header'

export type LeadSignal = EdfSignal & {
  readonly lead: LeadName
  /** Voltage = count × step + offset. */
  readonly stepUv: number
  readonly offsetUv: number
}

export type LeadSignals = {
  readonly sampleRateHz: number
  readonly samplesPerRecord: number
  readonly signals: readonly LeadSignal[]
  readonly warnings: readonly string[]
}

/** Leads of one rate are shown: that of most leads. */
export function leadSignalsOf(formatId: string, header: EdfHeader): LeadSignals {
  const warnings: string[] = []
  const named = header.signals.filter(({ lead }) => lead !== null)
  if (named.length === 0) throw new EcgFormatError(formatId, 'no_waveform', 'none of the signals is an ECG lead')
  const leads = named.flatMap((signal) => scaled(signal) ?? [])
  if (leads.length === 0) {
    throw new EcgFormatError(formatId, 'unsupported', 'the unit of the voltages is missing or not a voltage')
  }
  const otherCount = header.signals.filter(({ isAnnotation }) => !isAnnotation).length - leads.length
  if (otherCount > 0) warnings.push(`${otherCount} signals that are no known ECG lead were left out.`)
  const samplesPerRecord = commonestOf(leads.map((signal) => signal.samplesPerRecord))
  const signals = leads.filter((signal) => signal.samplesPerRecord === samplesPerRecord)
  if (signals.length < leads.length) warnings.push('Leads of another sampling rate were left out.')
  return { sampleRateHz: rateOf(header, samplesPerRecord), samplesPerRecord, signals, warnings }
}

/** Null for what is no voltage, as an acceleration along X is none. */
function scaled(signal: EdfSignal): LeadSignal | null {
  const { lead, unit } = signal
  const scaleUv = uvPerUnit(unit)
  if (lead === null || scaleUv === null) return null
  const { digitalMinimum, digitalMaximum, physicalMinimum, physicalMaximum } = signal
  const stepUv = ((physicalMaximum - physicalMinimum) / (digitalMaximum - digitalMinimum)) * scaleUv
  return { ...signal, lead, stepUv, offsetUv: physicalMinimum * scaleUv - digitalMinimum * stepUv }
}

/** The duration has eight characters; a whole rate that they round to is meant (0.003906 s is 256 Hz). */
function rateOf({ recordDurationS, recordDurationText }: EdfHeader, samplesPerRecord: number): number {
  const rateHz = samplesPerRecord / recordDurationS
  if (recordDurationText.length < 8) return rateHz
  const decimals = recordDurationText.split('.')[1]?.length ?? 0
  const nearestHz = Math.round(rateHz)
  const isMeant = Math.abs(samplesPerRecord / nearestHz - recordDurationS) <= 10 ** -decimals
  return isMeant ? nearestHz : rateHz
}

function commonestOf(values: readonly number[]): number {
  const countOf = (value: number) => values.filter((other) => other === value).length
  return [...values].sort((a, b) => countOf(b) - countOf(a) || b - a)[0] ?? 0
}
