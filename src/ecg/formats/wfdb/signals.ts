/** The signals of one WFDB record: files into frames, frames into leads in microvolts. */
import { type Channel, checkSize, microvoltsOf } from '../../assemble-recording'
import { EcgFormatError } from '../../errors'
import { leadOfLabel } from '../../leads'
import type { LeadName } from '../../types'
import { uvPerUnit } from '../plain-samples'
import { isFlac, unpackFlac } from './flac'
import type { WfdbHeader, WfdbSignal } from './header'
import { DIFFERENCE_FORMAT, decodeCounts, invalidCountOf, samplesIn } from './samples'

const MAX_SAMPLES_PER_FRAME = 1000
const PLAIN_FORMAT = 32

type Group = {
  readonly bytes: Uint8Array
  readonly format: number
  readonly frameSize: number
  /** Every signal with its place in a frame. */
  readonly members: readonly { readonly signal: WfdbSignal; readonly place: number }[]
}

export function readSignals(
  formatId: string,
  header: WfdbHeader,
  fileNamed: (name: string) => Uint8Array,
  warnings: string[],
): { sampleRateHz: number; channels: Channel[] } {
  const groups = groupsOf(formatId, header.signals, fileNamed)
  const frameCount = header.frameCount ?? Math.min(...groups.map(framesIn))
  if (groups.some((group) => framesIn(group) < frameCount)) {
    throw new EcgFormatError(formatId, 'truncated', 'a signal file ends before its contents do')
  }
  const skewFrames = Math.max(...header.signals.map((signal) => signal.skewFrames))
  const perFrame = shownSamplesPerFrame(formatId, header.signals)
  const sampleRateHz = header.frameRateHz * perFrame
  checkSize(formatId, header.signals.length, (frameCount - skewFrames) * perFrame, sampleRateHz)
  const channels = groups.flatMap((group) => {
    const stream = decodeCounts(group.format, group.bytes, frameCount * group.frameSize)
    return group.members.map(({ signal, place }) => {
      const counts = countsOf(stream, group, place, signal, frameCount)
      if (signal.checksum && isWrong(signal.checksum, counts)) {
        warnings.push('The checksum of a signal is wrong; its samples may have been altered.')
      }
      const length = (frameCount - skewFrames) * signal.samplesPerFrame
      const start = signal.skewFrames * signal.samplesPerFrame
      return channelOf(signal, counts.subarray(start, start + length), perFrame, warnings)
    })
  })
  return { sampleRateHz, channels }
}

/** Neighbouring signals of one file share its frames. */
function groupsOf(
  formatId: string,
  signals: readonly WfdbSignal[],
  fileNamed: (name: string) => Uint8Array,
): readonly Group[] {
  return [...new Set(signals.map(({ fileName }) => fileName))].map((fileName) => {
    const ofFile = signals.filter((signal) => signal.fileName === fileName)
    const [{ format, offsetBytes } = { format: 0, offsetBytes: 0 }] = ofFile
    let frameSize = 0
    const members = ofFile.map((signal) => {
      const { samplesPerFrame } = signal
      if (signal.format !== format || samplesPerFrame < 1 || samplesPerFrame > MAX_SAMPLES_PER_FRAME) {
        throw new EcgFormatError(formatId, 'malformed', 'the signals of one file are described differently')
      }
      const place = frameSize
      frameSize += samplesPerFrame
      return { signal, place }
    })
    if (samplesIn(format, 0) === null && !isFlac(format)) {
      throw new EcgFormatError(formatId, 'unsupported', 'the samples are stored in a form that is not read here')
    }
    const bytes = fileNamed(fileName)
    if (isFlac(format)) return { ...unpacked(formatId, bytes, ofFile), frameSize, members }
    return { bytes: bytes.subarray(offsetBytes), format, frameSize, members }
  })
}

/** A FLAC file holds a channel a signal; its counts come as form 32 has them. */
function unpacked(
  formatId: string,
  bytes: Uint8Array,
  signals: readonly WfdbSignal[],
): { readonly bytes: Uint8Array; readonly format: number } {
  const samplesPerFrame = signals[0]?.samplesPerFrame ?? 1
  if (signals.some((signal) => signal.samplesPerFrame !== samplesPerFrame || signal.offsetBytes !== 0)) {
    throw new EcgFormatError(formatId, 'unsupported', 'the samples are stored in a form that is not read here')
  }
  return { bytes: unpackFlac(formatId, bytes, signals.length, samplesPerFrame), format: PLAIN_FORMAT }
}

function framesIn({ bytes, format, frameSize }: Group): number {
  return Math.floor((samplesIn(format, bytes.length) ?? 0) / frameSize)
}

/** Leads of one rate are shown: that of most leads. */
function shownSamplesPerFrame(formatId: string, signals: readonly WfdbSignal[]): number {
  const rates = signals.filter((signal) => leadOf(signal) !== null).map((signal) => signal.samplesPerFrame)
  const countOf = (rate: number) => rates.filter((other) => other === rate).length
  const [commonest] = rates.sort((a, b) => countOf(b) - countOf(a) || b - a)
  if (commonest === undefined) {
    throw new EcgFormatError(formatId, 'no_waveform', 'none of the signals is an ECG lead')
  }
  return commonest
}

function countsOf(
  stream: Int32Array,
  { format, frameSize }: Group,
  place: number,
  { samplesPerFrame, initialValue }: WfdbSignal,
  frameCount: number,
): Int32Array {
  const counts = new Int32Array(frameCount * samplesPerFrame)
  let sum = initialValue
  for (let index = 0; index < counts.length; index++) {
    const frame = Math.floor(index / samplesPerFrame)
    const value = stream[frame * frameSize + place + (index - frame * samplesPerFrame)] ?? 0
    sum += value
    counts[index] = format === DIFFERENCE_FORMAT ? sum : value
  }
  return counts
}

function channelOf(signal: WfdbSignal, counts: Int32Array, perFrame: number, warnings: string[]): Channel {
  const name = signal.samplesPerFrame === perFrame ? leadOf(signal) : null
  if (!name) return { name: null, samplesUv: new Float32Array(0) }
  if (/^ML/i.test(signal.label)) warnings.push(`Lead ${name} is a modified limb lead, taken from the chest.`)
  if (!signal.isCalibrated) warnings.push(`Lead ${name} has no gain in the file; 200 counts a millivolt were taken.`)
  const stepUv = (uvPerUnit(signal.unit) ?? 1) / signal.gain
  const samplesUv = microvoltsOf(
    counts.map((count) => count - signal.baseline),
    stepUv,
  )
  const invalid = invalidCountOf(signal.format)
  for (let index = 0; index < counts.length; index++) if (counts[index] === invalid) samplesUv[index] = Number.NaN
  return { name, samplesUv, stepUv }
}

function leadOf({ label, unit }: WfdbSignal): LeadName | null {
  return uvPerUnit(unit) === null ? null : leadOfLabel(label.replace(/^ML(I+)$/i, '$1'))
}

function isWrong(checksum: number, counts: Int32Array): boolean {
  let sum = 0
  for (let index = 0; index < counts.length; index++) sum = (sum + (counts[index] ?? 0)) & 0xffff
  return sum !== (checksum & 0xffff)
}
