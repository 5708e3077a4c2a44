/**
 * Stretches in which nothing beats although everything moves: ventricular fibrillation leaves activity no rest, while
 * between beats, even of a fast and wide tachycardia, it falls to less than a third.
 */
import { upperMedian } from '../median'
import { type Peak, restAround } from './activity-peaks'

const SURROUNDINGS_MS = 2000
/** At the shortest interval between beats. */
const MOST_BEATS_NEAR = 24
/** Fibrillation in many leads stands at 0.7, tachycardia at 0.3 and less. */
const RESTLESS_RATIO = 0.5
/** In leads that move together fibrillation rests a little, but its peaks come at random. */
const UNEASY_RATIO = 0.32
/** Of the intervals, within 15 % of their median: nearly all in tachycardia, even with a capture beat among them. */
const REGULAR_SHARE = 0.6
const REGULAR_TOLERANCE = 0.15
/** A beat of two humps is found at either; two intervals together say what one does not, and the heights agree. */
const EVEN_PAIRS_SHARE = 0.75
const EVEN_TOLERANCE = 0.1
const EVEN_HEIGHTS = 0.05
/** One or two leads pause between the swings of fibrillation, and noise fills them sooner. */
const MIN_LEADS_FOR_UNEASY = 3

export function withoutFibrillation(
  beats: readonly Peak[],
  relative: Float32Array,
  sampleRateHz: number,
  leadCount: number,
): readonly Peak[] {
  const reach = Math.round((SURROUNDINGS_MS * sampleRateHz) / 1000)
  let first = 0
  return beats.filter((beat) => {
    while ((beats[first]?.index ?? 0) < beat.index - reach) first += 1
    const near = beats.slice(first, first + MOST_BEATS_NEAR).filter(({ index }) => index <= beat.index + reach)
    const ratio = restAround(relative, beat.index, reach) / (upperMedian(near.map(({ height }) => height)) ?? 0)
    if (ratio > RESTLESS_RATIO) return false
    return leadCount < MIN_LEADS_FOR_UNEASY || ratio < UNEASY_RATIO || isRegular(near) || isEven(near)
  })
}

function isRegular(beats: readonly Peak[]): boolean {
  return shareNearMedian(intervalsOf(beats, 1), REGULAR_TOLERANCE) >= REGULAR_SHARE
}

function isEven(beats: readonly Peak[]): boolean {
  const heights = beats.map(({ height }) => height)
  const usual = upperMedian(heights) ?? 0
  const spread = upperMedian(heights.map((height) => Math.abs(height - usual))) ?? 0
  const pairs = intervalsOf(beats, 2)
  return spread <= EVEN_HEIGHTS * usual && shareNearMedian(pairs, EVEN_TOLERANCE) >= EVEN_PAIRS_SHARE
}

/** From each beat to the one so many later. */
function intervalsOf(beats: readonly Peak[], later: number): readonly number[] {
  return beats.slice(later).map(({ index }, at) => index - (beats[at]?.index ?? 0))
}

function shareNearMedian(values: readonly number[], tolerance: number): number {
  const usual = upperMedian(values) ?? 0
  return values.filter((value) => Math.abs(value - usual) <= tolerance * usual).length / Math.max(1, values.length)
}
