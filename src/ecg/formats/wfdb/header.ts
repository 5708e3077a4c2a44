/** The header of a WFDB record (header(5) of the WFDB Applications Guide): a record line, then a line a signal or segment. */
import { EcgFormatError } from '../../errors'

const DEFAULT_RATE_HZ = 250
/** What the library takes where a gain is absent or 0: the signal was not calibrated. */
const DEFAULT_GAIN = 200
const MAX_SIGNALS = 256
const MAX_SEGMENTS = 10_000
const MAX_HEADER_BYTES = 1_000_000

const RECORD_LINE = /^[\w.-]+(?:\/\d+)?\s+\d+(?:\s+[\d.]+\S*(?:\s+\d+(?:\s+[\d:.]+(?:\s+[\d/]+)?)?)?)?$/
/** With a format that exists: two columns of numbers are no header. */
const SIGNAL_LINE = /^\S+\s+(?:0|8|16|24|32|61|80|160|212|31[01]|5(?:08|16|24))(?:x\d+)?(?::\d+)?(?:\+\d+)?(?:\s|$)/
const SEGMENT_LINE = /^\S+\s+\d+$/
const FORMAT_FIELD = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/
const GAIN_FIELD = /^([-+.\deE]+)(?:\(([-+]?\d+)\))?(?:\/(\S+))?$/

export type WfdbSignal = {
  readonly fileName: string
  readonly format: number
  readonly samplesPerFrame: number
  /** Frames that this signal lies behind the others. */
  readonly skewFrames: number
  readonly offsetBytes: number
  /** Counts of one physical unit. */
  readonly gain: number
  readonly isCalibrated: boolean
  readonly baseline: number
  readonly unit: string
  readonly initialValue: number
  /** Sum of all counts, 16 bits; null when the header has none. */
  readonly checksum: number | null
  readonly label: string
}

export type WfdbSegment = { readonly name: string; readonly frameCount: number }

export type WfdbHeader = {
  readonly frameRateHz: number
  readonly frameCount: number | null
  readonly signalCount: number
  readonly startTime: string
  readonly startDate: string
  /** The parts of a record in several pieces; null for a record of its own. */
  readonly segments: readonly WfdbSegment[] | null
  readonly signals: readonly WfdbSignal[]
  readonly comments: readonly string[]
}

export function isWfdbHeader(bytes: Uint8Array): boolean {
  const { lines } = linesOf(bytes.subarray(0, 4096))
  const [record = '', first = ''] = lines
  if (!RECORD_LINE.test(record)) return false
  return /^\S+\//.test(record) ? SEGMENT_LINE.test(first) : SIGNAL_LINE.test(first)
}

export function parseHeader(formatId: string, bytes: Uint8Array): WfdbHeader {
  if (bytes.length > MAX_HEADER_BYTES) throw malformed(formatId, 'the header is too long')
  const { lines, comments } = linesOf(bytes)
  const [record = '', ...rest] = lines
  const [name = '', signals = '', rate, frames, startTime = '', startDate = ''] = record.split(/\s+/)
  const signalCount = Number(signals)
  const segmentCount = name.includes('/') ? Number(name.split('/')[1]) : null
  const lineCount = segmentCount ?? signalCount
  if (!(signalCount >= 1 && signalCount <= MAX_SIGNALS && lineCount >= 1 && lineCount <= MAX_SEGMENTS)) {
    throw malformed(formatId, 'the number of signals makes no sense')
  }
  if (rest.length < lineCount) {
    throw new EcgFormatError(formatId, 'truncated', 'the header describes fewer signals than it announces')
  }
  return {
    frameRateHz: rate === undefined ? DEFAULT_RATE_HZ : Number.parseFloat(rate),
    frameCount: frames === undefined || Number(frames) === 0 ? null : numberIn(formatId, frames),
    signalCount,
    startTime,
    startDate,
    segments: segmentCount === null ? null : rest.slice(0, segmentCount).map((line) => segmentIn(formatId, line)),
    signals: segmentCount === null ? rest.slice(0, signalCount).map((line) => signalIn(formatId, line)) : [],
    comments,
  }
}

function segmentIn(formatId: string, line: string): { name: string; frameCount: number } {
  const [name = '', frames] = line.split(/\s+/)
  return { name, frameCount: numberIn(formatId, frames) }
}

function signalIn(formatId: string, line: string): WfdbSignal {
  const [fileName = '', format = '', gain = '0', , zero = '0', initial, checksum, , ...description] = line.split(/\s+/)
  const layout = FORMAT_FIELD.exec(format)
  const scale = GAIN_FIELD.exec(gain)
  if (!layout || !scale) throw malformed(formatId, 'a signal is not described as it should be')
  const [, formatNumber, perFrame = '1', skew = '0', offset = '0'] = layout
  const [, counts, baseline, unit = 'mV'] = scale
  const declaredGain = numberIn(formatId, counts)
  return {
    fileName,
    format: Number(formatNumber),
    samplesPerFrame: Number(perFrame),
    skewFrames: Number(skew),
    offsetBytes: Number(offset),
    gain: declaredGain === 0 ? DEFAULT_GAIN : declaredGain,
    isCalibrated: declaredGain !== 0,
    baseline: numberIn(formatId, baseline ?? zero),
    unit,
    initialValue: numberIn(formatId, initial ?? zero),
    checksum: checksum === undefined ? null : numberIn(formatId, checksum),
    label: description.join(' '),
  }
}

function linesOf(bytes: Uint8Array): { lines: string[]; comments: string[] } {
  const all = new TextDecoder('latin1').decode(bytes).split(/\r?\n/)
  const trimmed = all.map((line) => line.trim()).filter((line) => line !== '')
  return {
    lines: trimmed.filter((line) => !line.startsWith('#')),
    comments: trimmed.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim()),
  }
}

function numberIn(formatId: string, text: string | undefined): number {
  const value = Number(text || Number.NaN)
  if (!Number.isFinite(value)) throw malformed(formatId, 'the header has text where a number belongs')
  return value
}

function malformed(formatId: string, reason: string): EcgFormatError {
  return new EcgFormatError(formatId, 'malformed', reason)
}
