/**
 * What kind of beat each one is (clinical.md A3.2–A3.3), from its shape, its timing, its width and its P wave.
 *
 * The dominant class is the shape met most often, of equals the narrower. `paced` is a beat right after a spike.
 * A beat of another shape is ventricular when it is wide or has no P wave; a beat of the dominant shape that comes
 * early in an otherwise regular rhythm is supraventricular. Milliseconds.
 */

import type { BeatClass, Marks } from '../measure/types'
import { upperMedian } from '../median'

type Input = {
  readonly marks: readonly Marks[]
  /** Beats of one shape, as indices into `marks`; the largest group first. */
  readonly groups: readonly (readonly number[])[]
  readonly spikesAtMs: readonly number[]
}

const WIDE_MS = 120
/** A beat as wide as the usual one is not wide for this heart. */
const WIDER_BY_MS = 20
/** On time and as wide as the usual beat: noise or breathing made the shape another. */
const SAME_WIDTH_MS = 30
const PREMATURE_SHARE = 0.8
const LATE_SHARE = 1.2
/** A spike from this long before QRS onset until R belongs to the beat. */
const SPIKE_BEFORE_MS = 60
/** Intervals near the median by which a rhythm counts as regular but for its premature beats. */
const REGULAR_TOLERANCE = 0.12
const REGULAR_SHARE = 0.6
/** On either side, for what is usual at a beat. */
const NEAR_INTERVALS = 3

export function classifyBeats({ marks, groups, spikesAtMs }: Input): readonly BeatClass[] {
  const dominant = dominantOf(groups, marks)
  const intervals = marks.map((mark, index) => mark.rPeakMs - (marks[index - 1]?.rPeakMs ?? Number.NaN))
  const isRegular = isMostlyRegular(intervals)
  const usualQrsMs = upperMedian(dominant.flatMap((index) => widthOf(marks[index]))) ?? Number.NaN
  return marks.map((mark, index) => {
    if (isPaced(mark, spikesAtMs)) return 'paced'
    const timing = timingOf(intervals[index] ?? Number.NaN, usualNear(intervals, index))
    if (dominant.includes(index)) return timing === 'premature' && isRegular ? 'supraventricular' : 'dominant'
    return classOfOther(mark, timing, usualQrsMs)
  })
}

function dominantOf(groups: Input['groups'], marks: readonly Marks[]): readonly number[] {
  const largest = groups.reduce((count, group) => Math.max(count, group.length), 0)
  const tied = groups.filter((group) => group.length === largest)
  const width = (group: readonly number[]) => upperMedian(group.flatMap((index) => widthOf(marks[index]))) ?? Number.NaN
  return tied.toSorted((one, other) => width(one) - width(other))[0] ?? []
}

type Timing = 'premature' | 'expected' | 'late'

function timingOf(intervalMs: number, usualMs: number): Timing {
  if (intervalMs < PREMATURE_SHARE * usualMs) return 'premature'
  return intervalMs > LATE_SHARE * usualMs ? 'late' : 'expected'
}

function classOfOther(mark: Marks, timing: Timing, usualQrsMs: number): BeatClass {
  const widthMs = widthOf(mark)[0] ?? null
  const isWide = widthMs !== null && widthMs >= WIDE_MS && widthMs >= usualQrsMs + WIDER_BY_MS
  const hasP = mark.pOnsetMs !== null
  if (timing === 'expected' && isWide && !hasP) return 'ventricular'
  if (timing === 'expected') {
    return widthMs !== null && Math.abs(widthMs - usualQrsMs) <= SAME_WIDTH_MS ? 'dominant' : 'other'
  }
  if (isWide || !hasP) return 'ventricular'
  return timing === 'premature' ? 'supraventricular' : 'other'
}

function isPaced({ qrsOnsetMs, rPeakMs }: Marks, spikesAtMs: readonly number[]): boolean {
  const fromMs = (qrsOnsetMs ?? rPeakMs) - SPIKE_BEFORE_MS
  return spikesAtMs.some((spikeMs) => spikeMs >= fromMs && spikeMs <= rPeakMs)
}

function isMostlyRegular(intervals: readonly number[]): boolean {
  const known = intervals.filter(Number.isFinite)
  const near = intervals.filter((interval, index) => {
    const usualMs = usualNear(intervals, index)
    return Math.abs(interval - usualMs) <= REGULAR_TOLERANCE * usualMs
  })
  return near.length >= REGULAR_SHARE * known.length
}

/** Of the intervals around one: breathing makes the rate drift without a beat being early. */
function usualNear(intervals: readonly number[], index: number): number {
  const near = intervals.slice(Math.max(0, index - NEAR_INTERVALS), index + NEAR_INTERVALS + 1)
  return upperMedian(near.filter(Number.isFinite)) ?? Number.NaN
}

function widthOf(mark: Marks | undefined): readonly number[] {
  const { qrsOnsetMs = null, qrsOffsetMs = null } = mark ?? {}
  return qrsOnsetMs === null || qrsOffsetMs === null ? [] : [qrsOffsetMs - qrsOnsetMs]
}
