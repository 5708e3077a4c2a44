/** Beats too low to be sure of, looked for where a gap says that one is missing (clinical.md A3.1). */
import type { Peak } from './activity-peaks'

const LONG_GAP_RATIO = 1.5
const POSSIBLE_SHARE = 0.2
/** Above what activity falls to between beats. */
const OVER_FLOOR = 3
const SLOPE_SHARE = 0.5
/** Above 170 per minute there is no room for a P or T wave between beats, only for a lower beat. */
const RACING_INTERVAL_MS = 350
const RACING_SLOPE_SHARE = 0.15
const T_WAVE_MS = 400
/** Of the usual interval, which is shorter than a T wave lasts when the heart races. */
const EARLIEST_SHARE = 0.6
const LATEST_SHARE = 0.4
/** Intervals on either side that say what is usual. */
const NEAR_INTERVALS = 4

/** In each gap the highest of the lower peaks, as long as the gap is long. */
export function withMissedBeats(sure: readonly Peak[], peaks: readonly Peak[], sampleRateHz: number): readonly Peak[] {
  const beats = [...sure]
  let at = 0
  while (at + 1 < beats.length) {
    const missed = missedAfter(beats, at, peaks, sampleRateHz / 1000)
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
  return peaks
    .filter((peak) => peak.index > from && peak.index < to && peak.slopeUvPerMs >= leastSlope)
    .filter((peak) => isRacing || isPossible(peak))
    .reduce<Peak | null>((top, peak) => (top && top.height >= peak.height ? top : peak), null)
}

function isPossible({ height, usual, floor }: Peak): boolean {
  return height >= POSSIBLE_SHARE * usual && height >= OVER_FLOOR * floor
}

function usualInterval(beats: readonly Peak[], at: number): number {
  const intervals: number[] = []
  for (let near = Math.max(0, at - NEAR_INTERVALS); near <= at + NEAR_INTERVALS; near++) {
    const one = beats[near]
    const next = beats[near + 1]
    if (one && next) intervals.push(next.index - one.index)
  }
  intervals.sort((one, other) => one - other)
  return intervals[intervals.length >> 1] ?? Number.POSITIVE_INFINITY
}
