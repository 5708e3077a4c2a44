/**
 * EDF, EDF+ (European Data Format, Kemp 1992 and 2003) and BDF (BioSemi, 24 bits).
 *
 * Voltage = physical minimum + (count − digital minimum) × physical range ÷ digital range, in nV,
 * uV, mV or V, given here in microvolts. Rate = samples of a record ÷ its duration.
 * EDF+D may pause between records: the samples of the pause are missing. What was noted in annotations is kept
 * as the recorder's words. A lead that is one constant was not connected and is left out.
 * Not supported: leads at different rates together (those of the commonest rate are shown).
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf, NO_DEVICE } from '../assemble-recording'
import { asciiAt } from '../bytes'
import { EcgFormatError } from '../errors'
import { NOTHING_REPORTED } from '../reported'
import { joinText } from '../text'
import type { EcgFormat, EcgReading } from '../types'
import { readAnnotations } from './edf/annotations'
import { type EdfHeader, readHeader } from './edf/header'
import { type LeadSignal, leadSignalsOf } from './edf/lead-signals'
import { NAME_LABEL, readEquipment, readPatient, readRecordedAt } from './edf/people'
import { decodeSignal } from './edf/samples'
import { joinStretches } from './timeline'

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
  const { startsS, texts } = readAnnotations(bytes, header)
  const stretches = runsOf(header, startsS).flatMap(({ firstRecord, recordCount, startS }) => {
    const headerBytes = header.headerBytes + firstRecord * header.recordBytes
    const startIndex = Math.round(startS * sampleRateHz)
    const run = { ...header, headerBytes, recordCount }
    return signals.map((signal) => ({ ...channelOf(bytes, run, signal), startIndex }))
  })
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: edf.id,
      sampleRateHz,
      channels: connected(joinStretches(edf.id, stretches, sampleRateHz, warnings), warnings),
      recordedAt: readRecordedAt(header),
      patient: readPatient(header, texts),
      device: { ...NO_DEVICE, model: joinText([readEquipment(header)]) },
      reported: { ...NOTHING_REPORTED, statements: texts.filter((text) => !text.startsWith(NAME_LABEL)) },
      warnings,
    }),
  }
}

/** Record times are decimal text, which may be rounded. */
const GAP_S = 0.001
const MOST_RUNS = 10_000

type Run = { readonly firstRecord: number; readonly recordCount: number; readonly startS: number }

/** Records without a pause between them; only EDF+D has more than one run. */
function runsOf(
  { isDiscontinuous, recordCount, recordDurationS }: EdfHeader,
  startsS: readonly (number | null)[],
): Run[] {
  if (!isDiscontinuous) return [{ firstRecord: 0, recordCount, startS: 0 }]
  const firsts: { record: number; startS: number }[] = []
  let beforeS = Number.NaN
  for (let record = 0; record < recordCount; record++) {
    const startS = startsS[record] ?? null
    if (startS === null) throw malformed('a record does not say when it began')
    if (!(Math.abs(startS - beforeS - recordDurationS) < GAP_S)) firsts.push({ record, startS })
    if (startS < beforeS) throw malformed('the records are not in the order of their times')
    if (firsts.length > MOST_RUNS) throw new EcgFormatError(edf.id, 'unsupported', 'the recording has too many pauses')
    beforeS = startS
  }
  return firsts.map(({ record, startS }, index) => ({
    firstRecord: record,
    recordCount: (firsts[index + 1]?.record ?? recordCount) - record,
    startS,
  }))
}

function channelOf(bytes: Uint8Array, header: EdfHeader, signal: LeadSignal): Channel {
  const counts = decodeSignal(bytes, header, signal)
  return {
    name: signal.lead,
    samplesUv: microvoltsOf(counts, signal.stepUv, signal.offsetUv),
    stepUv: Math.abs(signal.stepUv),
  }
}

function connected(channels: readonly Channel[], warnings: string[]): readonly Channel[] {
  const alive = channels.filter(({ samplesUv }) => !isConstant(samplesUv))
  if (alive.length === 0 || alive.length === channels.length) return channels
  const absent = channels.filter((channel) => !alive.includes(channel)).map(({ name }) => name)
  warnings.push(`Not connected, a constant in the file, and left out: ${absent.join(', ')}.`)
  return alive
}

function isConstant(samplesUv: Float32Array): boolean {
  const constantUv = samplesUv.find((uv) => !Number.isNaN(uv))
  return samplesUv.every((uv) => uv === constantUv || Number.isNaN(uv))
}

function malformed(reason: string): EcgFormatError {
  return new EcgFormatError(edf.id, 'malformed', reason)
}
