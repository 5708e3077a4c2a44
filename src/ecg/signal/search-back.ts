/**
 * Beats too low to be sure of, looked for where a gap says that one is missing (clinical.md A3.1).
 *
 * What fills the gap must be as steep as a beat, or stand out from the P and T waves that fill the other intervals: a
 * ventricular beat that is low in these leads does, a P wave without its beat does not.
 */
import { upperMedian } from '../median'
import { type Peak, peaksBetween } from './activity-peaks'

const LONG_GAP_RATIO = 1.5
const POSSIBLE_SHARE = 0.2
const LOWEST_SHARE = 0.12
/** Above what activity falls to between beats. */
const OVER_FLOOR = 3
const SLOPE_SHARE = 0.5
/** Above the highest wave between beats elsewhere. */
const OVER_WAVES = 1.7
/** Above 170 per minute there is no room for a P or T wave between beats, only for a lower beat. */
const RACING_INTERVAL_MS = 350
const RACING_SLOPE_SHARE = 0.15
const T_WAVE_MS = 400
/** Of the usual interval, which is shorter than a T wave lasts when the heart races. */
const EARLIEST_SHARE = 0.6
const LATEST_SHARE = 0.4
/** Intervals on either side that say what is usual. */
const NEAR_INTERVALS = 4
/** Fewer on one side say nothing. */
const LEAST_INTERVALS = 3

/** In each gap the highest of the lower peaks, as long as the gap is long; again when others have been filled. */
export function withMissedBeats(sure: readonly Peak[], peaks: readonly Peak[], sampleRateHz: number): readonly Peak[] {
  const filled = withGapsFilled(sure, peaks, sampleRateHz / 1000)
  return filled.length === sure.length ? filled : withGapsFilled(filled, peaks, sampleRateHz / 1000)
}

function withGapsFilled(sure: readonly Peak[], peaks: readonly Peak[], perMs: number): readonly Peak[] {
  const beats = [...sure]
  let at = 0
  while (at + 1 < beats.length) {
    const missed = missedAfter(beats, at, peaks, perMs)
    if (missed) beats.splice(at + 1, 0, missed)
    else at += 1
  }
  return beats
}

function missedAfter(beats: readonly Peak[], at: number, peaks: readonly Peak[], perMs: number): Peak | null {
  const before = beats[at]
  const after = beats[at + 1]
  if (!before || !after) return null
  const usual = usualInterval(beats, at)
  if (after.index - before.index < LONG_GAP_RATIO * usual) return null
  const from = before.index + Math.min(T_WAVE_MS * perMs, EARLIEST_SHARE * usual)
  const to = after.index - LATEST_SHARE * usual
  const isRacing = usual < RACING_INTERVAL_MS * perMs
  const leastSlope = (isRacing ? RACING_SLOPE_SHARE : SLOPE_SHARE) * Math.min(before.slopeUvPerMs, after.slopeUvPerMs)
  const waves = wavesBetween(beats, at, peaks)
  const isBeat = (peak: Peak) =>
    peak.slopeUvPerMs >= leastSlope ? isRacing || isPossible(peak) : standsOut(peak, waves)
  return peaksBetween(peaks, from, to)
    .filter(isBeat)
    .reduce<Peak | null>((top, peak) => (top && top.height >= peak.height ? top : peak), null)
}

function isPossible({ height, usual, floor }: Peak): boolean {
  return height >= POSSIBLE_SHARE * usual && height >= OVER_FLOOR * floor
}

function standsOut({ height, usual, floor }: Peak, waves: number | null): boolean {
  return (
    waves !== null && height >= OVER_WAVES * waves && height >= LOWEST_SHARE * usual && height >= OVER_FLOOR * floor
  )
}

/** The highest wave that is no beat, in the usual one of the other intervals that have any. */
function wavesBetween(beats: readonly Peak[], at: number, peaks: readonly Peak[]): number | null {
  const heights: number[] = []
  for (let near = Math.max(0, at - NEAR_INTERVALS); near <= at + NEAR_INTERVALS; near++) {
    const one = beats[near]
    const next = beats[near + 1]
    if (!one || !next || near === at) continue
    const waves = peaksBetween(peaks, one.index, next.index).map(({ height }) => height)
    if (waves.length > 0) heights.push(Math.max(...waves))
  }
  return heights.length < LEAST_INTERVALS ? null : upperMedian(heights)
}

function usualInterval(beats: readonly Peak[], at: number): number {
  const intervals: number[] = []
  for (let near = Math.max(0, at - NEAR_INTERVALS); near <= at + NEAR_INTERVALS; near++) {
    const one = beats[near]
    const next = beats[near + 1]
    if (one && next) intervals.push(next.index - one.index)
  }
  return upperMedian(intervals) ?? Number.POSITIVE_INFINITY
}
