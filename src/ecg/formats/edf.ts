/**
 * EDF, EDF+ (European Data Format, Kemp 1992 and 2003) and BDF (BioSemi, 24 bits).
 *
 * Voltage = physical minimum + (count − digital minimum) × physical range ÷ digital range, in nV,
 * uV, mV or V, given here in microvolts. Rate = samples of a record ÷ its duration.
 * Not supported: EDF+D with gaps, leads at different rates together (those of the commonest rate are
 * shown), annotations. A lead that is one constant was not connected and is left out.
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf, NO_DEVICE } from '../assemble-recording'
import { asciiAt } from '../bytes'
import { NOTHING_REPORTED } from '../reported'
import { joinText } from '../text'
import type { EcgFormat, EcgReading } from '../types'
import { type EdfHeader, readHeader } from './edf/header'
import { type LeadSignal, leadSignalsOf } from './edf/lead-signals'
import { readEquipment, readPatient, readRecordedAt } from './edf/people'
import { checkContinuous, decodeSignal } from './edf/samples'

const HEADER_SIZE_OFFSET = 184

export const edf: EcgFormat = { id: 'edf', label: 'EDF', sniff, read }

function sniff(bytes: Uint8Array): boolean {
  const isBdf = bytes[0] === 0xff && asciiAt(bytes, 1, 7) === 'BIOSEMI'
  const isEdf = asciiAt(bytes, 0, 8) === '0       '
  return isBdf || (isEdf && /^\d+ *$/.test(asciiAt(bytes, HEADER_SIZE_OFFSET, 8)))
}

function read(bytes: Uint8Array): EcgReading {
  const header = readHeader(edf.id, bytes)
  const { sampleRateHz, samplesPerRecord, signals, warnings: notes } = leadSignalsOf(edf.id, header)
  const warnings = [...header.warnings, ...notes]
  checkSize(edf.id, signals.length, samplesPerRecord * header.recordCount, sampleRateHz)
  checkContinuous(edf.id, bytes, header)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: edf.id,
      sampleRateHz,
      channels: connected(
        signals.map((signal) => channelOf(bytes, header, signal)),
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

function channelOf(bytes: Uint8Array, header: EdfHeader, signal: LeadSignal): Channel {
  const counts = decodeSignal(bytes, header, signal)
  return { name: signal.lead, samplesUv: microvoltsOf(counts, signal.stepUv, signal.offsetUv) }
}

function connected(channels: readonly Channel[], warnings: string[]): readonly Channel[] {
  const alive = channels.filter(({ samplesUv }) => samplesUv.some((uv) => uv !== samplesUv[0]))
  if (alive.length === 0 || alive.length === channels.length) return channels
  const absent = channels.filter((channel) => !alive.includes(channel)).map(({ name }) => name)
  warnings.push(`Not connected, a constant in the file, and left out: ${absent.join(', ')}.`)
  return alive
}
