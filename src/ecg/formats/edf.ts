/**
 * EDF, EDF+ (European Data Format, Kemp 1992 and 2003) and BDF (BioSemi, 24 bits).
 *
 * Voltage = physical minimum + (count − digital minimum) × physical range ÷ digital range, in nV,
 * uV, mV or V, given here in microvolts. Rate = samples of a record ÷ its duration.
 * Not supported: EDF+D with gaps, leads at different rates together (those of the commonest rate are
 * shown), annotations. A lead that is one constant was not connected and is left out.
 */
import { assembleRecording, type Channel, checkSize, NO_DEVICE } from '../assemble-recording'
import { asciiAt } from '../bytes'
import { EcgFormatError } from '../errors'
import { NOTHING_REPORTED } from '../reported'
import { joinText } from '../text'
import type { EcgFormat, EcgReading } from '../types'
import { type EdfHeader, type EdfSignal, readHeader } from './edf/header'
import { readEquipment, readPatient, readRecordedAt } from './edf/people'
import { checkContinuous, decodeSignal } from './edf/samples'
import { uvPerUnit } from './plain-samples'

const HEADER_SIZE_OFFSET = 184

export const edf: EcgFormat = { id: 'edf', label: 'EDF', sniff, read }

type LeadSignal = EdfSignal & { readonly scaleUv: number }

function sniff(bytes: Uint8Array): boolean {
  const isBdf = bytes[0] === 0xff && asciiAt(bytes, 1, 7) === 'BIOSEMI'
  const isEdf = asciiAt(bytes, 0, 8) === '0       '
  return isBdf || (isEdf && /^\d+ *$/.test(asciiAt(bytes, HEADER_SIZE_OFFSET, 8)))
}

function read(bytes: Uint8Array): EcgReading {
  const header = readHeader(edf.id, bytes)
  const warnings = [...header.warnings]
  const leads = leadSignals(header, warnings)
  const commonest = commonestOf(leads.map(({ samplesPerRecord }) => samplesPerRecord))
  const shown = leads.filter(({ samplesPerRecord }) => samplesPerRecord === commonest)
  if (shown.length < leads.length) warnings.push('Leads of another sampling rate were left out.')
  const sampleRateHz = rateOf(header, commonest)
  checkSize(edf.id, shown.length, commonest * header.recordCount, sampleRateHz)
  checkContinuous(edf.id, bytes, header)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: edf.id,
      sampleRateHz,
      channels: connected(
        shown.map((signal) => channelOf(bytes, header, signal)),
        warnings,
      ),
      recordedAt: readRecordedAt(header),
      patient: readPatient(header),
      device: { ...NO_DEVICE, model: joinText([readEquipment(header)]) },
      reported: NOTHING_REPORTED,
      warnings,
    }),
  }
}

function leadSignals({ signals }: EdfHeader, warnings: string[]): LeadSignal[] {
  const others = signals.filter(({ lead, isAnnotation }) => lead === null && !isAnnotation)
  if (others.length > 0) warnings.push(`${others.length} signals that are no known ECG lead were left out.`)
  const leads = signals.filter(({ lead }) => lead !== null)
  if (leads.length === 0) throw new EcgFormatError(edf.id, 'no_waveform', 'none of the signals is an ECG lead')
  return leads.map((signal) => {
    const scaleUv = uvPerUnit(signal.unit)
    if (scaleUv === null) {
      throw new EcgFormatError(edf.id, 'unsupported', 'the unit of the voltages is missing or not a voltage')
    }
    return { ...signal, scaleUv }
  })
}

function channelOf(bytes: Uint8Array, header: EdfHeader, signal: LeadSignal): Channel {
  const { digitalMinimum, digitalMaximum, physicalMinimum, physicalMaximum, scaleUv } = signal
  const stepUv = ((physicalMaximum - physicalMinimum) / (digitalMaximum - digitalMinimum)) * scaleUv
  const offsetUv = physicalMinimum * scaleUv - digitalMinimum * stepUv
  const counts = decodeSignal(bytes, header, signal)
  return { name: signal.lead, samplesUv: Float32Array.from(counts, (count) => count * stepUv + offsetUv) }
}

function connected(channels: readonly Channel[], warnings: string[]): readonly Channel[] {
  const alive = channels.filter(({ samplesUv }) => samplesUv.some((uv) => uv !== samplesUv[0]))
  if (alive.length === 0 || alive.length === channels.length) return channels
  const absent = channels.filter((channel) => !alive.includes(channel)).map(({ name }) => name)
  warnings.push(`Not connected, a constant in the file, and left out: ${absent.join(', ')}.`)
  return alive
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
