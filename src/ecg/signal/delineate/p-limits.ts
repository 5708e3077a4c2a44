/**
 * Onset and offset of P in each lead of an averaged beat whose P is known to be at `center`.
 *
 * The onset is read from the slope, as that of QRS. The offset often runs into a PR segment that
 * slopes (atrial repolarisation), so it is the instant of the largest area against the level reached,
 * as the end of T. Nothing after QRS onset is looked at. Microvolts, samples.
 */
import { jointSteepness, largestBetween, movingMean, quantile, smooth, steepness, walkToRest } from './slopes'
import type { Limits, SamplesOf } from './types'
import { visiblePart } from './visible'

export type PLimits = Limits & {
  readonly peak: number
  /** Null where P stays under what counts as a wave. */
  readonly visible: Limits | null
}

const SMOOTHING_MS = 18
const REACH_MS = 150
const HALF_CORE_MS = 80
const JOINT = { steep: 0.5, rest: 0.25 }
const LEAD = { steep: 0.4, rest: 0.2 }
const LEAST_UV_PER_MS = 0.15
const REST_MS = 10
/** At rest the slope is what it is in the quieter part of the trace, and somewhat more. */
const NOISE_QUANTILE = 0.25
const NOISE_FACTOR = 5
const MARGIN_MS = 50
const AREA_WINDOW_MS = 64
const AREA_REACH_MS = 120
const LEVEL_HALF_WIDTH_MS = 6
/** From the start of the search down to the valley before P: less is drift and noise. */
const T_TAIL_UV = 12
/**
 * A P that rises so much faster than it falls has its beginning within T: it is taken to have begun as long before its
 * top as it ends after it. Of the time from its top to its end.
 */
const HIDDEN_SHARE = 0.5
const BESIDE_T_MS = 20
/** A lead with less of P says nothing about its limits. */
const LEAST_HEIGHT_UV = 10
const LEAST_SHARE_OF_HIGHEST = 0.25

export function pLimits(
  leads: readonly Float32Array[],
  center: number,
  { earliest, qrsOnset }: { readonly earliest: number; readonly qrsOnset: number },
  samplesOf: SamplesOf,
): readonly (PLimits | null)[] {
  const last = qrsOnset - 1
  const held = leads.map((samples) => heldFrom(samples, last, samplesOf(SMOOTHING_MS) * 2))
  const smoothed = held.map((samples) => smooth(samples, samplesOf(SMOOTHING_MS)))
  const slopes = smoothed.map(steepness)
  const noises = slopes.map((slope) => NOISE_FACTOR * quantile(slope.subarray(0, last), NOISE_QUANTILE))
  const jointOnset = onsetIn(
    jointSteepness(slopes),
    center,
    last,
    {
      ...JOINT,
      least: Math.hypot(...noises) / Math.sqrt(noises.length),
      outside: Math.max(earliest, center - samplesOf(REACH_MS)),
    },
    samplesOf,
  )
  const all = held.map((samples, lead) => {
    const slope = slopes[lead] ?? new Float64Array()
    const least = Math.max((LEAST_UV_PER_MS * 10) / samplesOf(10), noises[lead] ?? 0)
    const outside = Math.max(earliest, jointOnset - samplesOf(MARGIN_MS))
    const start = onsetIn(slope, center, last, { ...LEAD, least, outside }, samplesOf)
    const offset = offsetIn(samples, center, last, samplesOf)
    const parted = valleyAfterT(smoothed[lead] ?? slope, start, center, offset)
    const top = peakBetween(samples, parted, offset).peak
    const mirrored = Math.max(0, 2 * top - offset)
    const isHidden = top - parted < HIDDEN_SHARE * (offset - top) && mirrored < earliest + samplesOf(BESIDE_T_MS)
    const onset = isHidden ? mirrored : parted
    const { peak, heightUv } = peakBetween(samples, onset, offset)
    return { onset, peak, offset, heightUv }
  })
  const least = Math.max(LEAST_HEIGHT_UV, LEAST_SHARE_OF_HIGHEST * Math.max(...all.map(({ heightUv }) => heightUv)))
  return all.map(({ onset, peak, offset, heightUv }, lead) => {
    if (heightUv < least || offset <= onset) return null
    return { onset, peak, offset, visible: visiblePart(smoothed[lead] ?? [], { onset, offset }) }
  })
}

type OnsetRule = { readonly steep: number; readonly rest: number; readonly least: number; readonly outside: number }

function onsetIn(slope: Float64Array, center: number, last: number, rule: OnsetRule, samplesOf: SamplesOf): number {
  const half = samplesOf(HALF_CORE_MS)
  const steepest = largestBetween(slope, center - half, Math.min(center + half, last))
  const rest = Math.min(Math.max(rule.rest * steepest, rule.least), rule.steep * steepest)
  const outside = pastT(slope, rule.outside, center, rest, samplesOf(REST_MS))
  return walkToRest(slope, {
    outside,
    inside: center,
    end: outside === rule.outside ? Math.max(0, outside - samplesOf(2 * REST_MS)) : outside,
    steep: Math.max(rule.steep * steepest, rest),
    rest,
    restLength: samplesOf(REST_MS),
  })
}

/** A start on a slope is one on the tail of T: inwards from it, where the trace flattens before it turns into P. */
function pastT(slope: Float64Array, outside: number, center: number, rest: number, lasting: number): number {
  let at = outside
  while (at < center && (slope[at] ?? 0) >= rest && hasFlatterWithin(slope, at, lasting)) at += 1
  return at
}

/** Where T falls as P rises, P begins no earlier than in the valley between. */
function valleyAfterT(smoothed: Float64Array, start: number, center: number, offset: number): number {
  const sign = Math.sign((smoothed[center] ?? 0) - (smoothed[offset] ?? 0))
  let valley = start
  for (let at = start; at <= center; at++) if (sign * ((smoothed[at] ?? 0) - (smoothed[valley] ?? 0)) < 0) valley = at
  return sign * ((smoothed[start] ?? 0) - (smoothed[valley] ?? 0)) > T_TAIL_UV ? valley : start
}

function hasFlatterWithin(slope: Float64Array, at: number, lasting: number): boolean {
  for (let next = at + 1; next <= at + lasting; next++) if ((slope[next] ?? 0) < (slope[at] ?? 0)) return true
  return false
}

function offsetIn(samples: Float32Array, center: number, last: number, samplesOf: SamplesOf): number {
  const smoothed = movingMean(samples, samplesOf(10))
  const level = samplesOf(LEVEL_HALF_WIDTH_MS)
  const width = samplesOf(AREA_WINDOW_MS)
  let best = { area: -1, at: center }
  for (let at = center + samplesOf(10); at <= Math.min(center + samplesOf(AREA_REACH_MS), last); at++) {
    const to = Math.min(at + level, last + 1)
    const area = Math.abs(
      sumOf(smoothed, at - width + 1, at) - width * (sumOf(smoothed, at - level, to) / (to - at + level + 1)),
    )
    if (area > best.area) best = { area, at }
  }
  return best.at
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let index = Math.max(0, from); index <= to; index++) sum += values[index] ?? 0
  return sum
}

/** Against the line between onset and offset. */
function peakBetween(samples: Float32Array, onset: number, offset: number): { peak: number; heightUv: number } {
  const start = samples[onset] ?? 0
  const end = samples[offset] ?? 0
  let peak = onset
  let heightUv = 0
  for (let index = onset; index <= offset; index++) {
    const line = start + ((end - start) * (index - onset)) / Math.max(1, offset - onset)
    const height = Math.abs((samples[index] ?? 0) - line)
    if (height > heightUv) {
      heightUv = height
      peak = index
    }
  }
  return { peak, heightUv }
}

/** As it is up to `last`, level from there on: QRS must not reach back into P through the smoothing. */
function heldFrom(samples: Float32Array, last: number, extra: number): Float32Array {
  const held = samples.slice(0, last + 1 + extra)
  let level = 0
  for (let index = last - 3; index <= last; index++) level += (samples[index] ?? 0) / 4
  return held.fill(level, last + 1)
}
