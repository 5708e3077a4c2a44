/**
 * Peak and end of T in each lead of an averaged beat.
 *
 * The end is where the area under the last stretch of the trace against the level at its end is
 * largest (Zhang, Manriquez, Médigue et al. 2006): no threshold and no slope enters, so noise and
 * the height of T do not matter. Of a T with two limbs the later end counts. A U wave, parted from T
 * by a valley, is left out. Microvolts, samples.
 */
import { movingMean } from './slopes'
import type { SamplesOf } from './types'

export type TWave = {
  readonly peak: number
  readonly offset: number
  /** Where a tall T has fallen to what nobody would call a wave. */
  readonly visibleOffset: number
  readonly heightUv: number
  /** Between T and U; null where this lead does not part them. */
  readonly valley: number | null
}

const SMOOTHING_MS = 10
const WINDOW_MS = 128
const LEVEL_HALF_WIDTH_MS = 8
/** From the end of QRS: an end of T before this is none. */
const EARLIEST_END_MS = 120
const EARLIEST_PEAK_MS = 40
/** Both limbs of a T count when the smaller reaches this share of the larger. */
const TWO_LIMBS_SHARE = 0.2
/** An end from which the trace turns back by as much is the peak of another limb. */
const LEAST_TURN_UV = 120
/** Two humps with so deep a valley between them, measured by the lower, are T and U. */
const VALLEY_SHARE = 0.4
const LEAST_HUMP_UV = 25
const TAIL_MS = 60
const TAIL_UV = 20
/** Over the line from the ST segment to the end of T. */
const LEAST_HEIGHT_UV = 20

export function tWave(samples: Float32Array, qrsOffset: number, latestEnd: number, samplesOf: SamplesOf): TWave | null {
  const smoothed = movingMean(samples, samplesOf(SMOOTHING_MS))
  const start = qrsOffset + samplesOf(EARLIEST_PEAK_MS)
  const whole = endOf(smoothed, qrsOffset, latestEnd, samplesOf)
  if (whole === null) return null
  const valley = valleyBeforeU(smoothed, start, whole)
  const offset = (valley !== null && endOf(smoothed, qrsOffset, valley, samplesOf)) || whole
  const level = smoothed[offset] ?? 0
  const rise = ((smoothed[start] ?? 0) - level) / (start - offset)
  const line = (at: number) => level + rise * (at - offset)
  const peak = farthestFrom(smoothed, start, offset, line)
  const heightUv = Math.abs((smoothed[peak] ?? 0) - line(peak))
  if (heightUv < LEAST_HEIGHT_UV) return null
  const latestTail = Math.min(latestEnd, valley ?? Infinity)
  return { peak, offset, heightUv, valley, visibleOffset: tailEnd(smoothed, offset, latestTail, samplesOf) }
}

function endOf(smoothed: Float64Array, qrsOffset: number, latestEnd: number, samplesOf: SamplesOf): number | null {
  const first = qrsOffset + samplesOf(EARLIEST_END_MS)
  const last = Math.min(latestEnd, smoothed.length - 1 - samplesOf(LEVEL_HALF_WIDTH_MS))
  const areaAt = areasUnder(smoothed, qrsOffset + samplesOf(EARLIEST_PEAK_MS) / 2, samplesOf)
  const up = largestArea(areaAt, first, last, 1)
  const down = largestArea(areaAt, first, last, -1)
  const [larger, smaller] = up.area >= down.area ? [up, down] : [down, up]
  if (larger.at < 0) return null
  const end = smaller.area > TWO_LIMBS_SHARE * larger.area && smaller.at > larger.at ? smaller : larger
  const next = largestArea(areaAt, end.at + 1, last, end === up ? -1 : 1)
  const turnUv = next.at < 0 ? 0 : Math.abs((smoothed[end.at] ?? 0) - (smoothed[next.at] ?? 0))
  const isNextLimb = next.area > TWO_LIMBS_SHARE * larger.area && turnUv >= LEAST_TURN_UV
  return isNextLimb ? next.at : end.at
}

type AreaEnd = { readonly area: number; readonly at: number }

/** Of the last stretch before an instant against the level at it. */
function areasUnder(smoothed: Float64Array, start: number, samplesOf: SamplesOf): (at: number) => number {
  const level = samplesOf(LEVEL_HALF_WIDTH_MS)
  const sums = runningSums(smoothed)
  const sumOf = (from: number, to: number) => (sums[to + 1] ?? 0) - (sums[from] ?? 0)
  return (at) => {
    const width = Math.min(samplesOf(WINDOW_MS), Math.floor(at - start))
    return sumOf(at - width + 1, at) - (width * sumOf(at - level, at + level)) / (2 * level + 1)
  }
}

function largestArea(areaAt: (at: number) => number, from: number, to: number, sign: 1 | -1): AreaEnd {
  let best: AreaEnd = { area: 0, at: -1 }
  for (let at = from; at <= to; at++) {
    const area = sign * areaAt(at)
    if (area > best.area) best = { area, at }
  }
  return best
}

function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let index = 0; index < values.length; index++) sums[index + 1] = (sums[index] ?? 0) + (values[index] ?? 0)
  return sums
}

/** The deepest instant between two humps of one direction; null where there are not two, or no deep valley. */
function valleyBeforeU(smoothed: Float64Array, start: number, end: number): number | null {
  const level = smoothed[end] ?? 0
  const top = farthestFrom(smoothed, start, end, () => level)
  const sign = Math.sign((smoothed[top] ?? 0) - level)
  const height = (at: number) => sign * ((smoothed[at] ?? 0) - level)
  const after = new Float64Array(end + 2)
  for (let at = end; at >= start; at--) after[at] = Math.max(after[at + 1] ?? 0, height(at))
  let valley: number | null = null
  let [lowest, before] = [height(start), 0]
  for (let at = start; at <= end; at++) {
    lowest = Math.min(lowest, height(at))
    before = Math.max(before, Math.min(height(at), height(at) - lowest))
    const lower = Math.min(before, after[at] ?? 0)
    const isDeep = lower >= LEAST_HUMP_UV && height(at) < VALLEY_SHARE * lower
    if (isDeep && (valley === null || height(at) < height(valley))) valley = at
  }
  return valley
}

function farthestFrom(values: Float64Array, from: number, to: number, line: (at: number) => number): number {
  let farthest = from
  let distance = 0
  for (let at = from; at <= to; at++) {
    const here = Math.abs((values[at] ?? 0) - line(at))
    if (here > distance) [farthest, distance] = [at, here]
  }
  return farthest
}

/** A tall T is still visible at its end: as long as it falls towards the level after it. */
function tailEnd(smoothed: Float64Array, offset: number, latestEnd: number, samplesOf: SamplesOf): number {
  const last = Math.min(latestEnd, offset + samplesOf(TAIL_MS), smoothed.length - 1)
  const level = smoothed[last] ?? 0
  const distance = (at: number) => Math.abs((smoothed[at] ?? 0) - level)
  let at = offset
  while (at < last && distance(at) > TAIL_UV && distance(at + 1) <= distance(at)) at += 1
  return at
}
