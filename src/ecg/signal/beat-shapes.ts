/**
 * Beats of one shape, and one fiducial for all of them: that of their average, which noise moves less than that of
 * each beat. Indices of samples, in order.
 */
import { groupBeats } from './delineate/align-beats'
import { averageBeat } from './delineate/average-beat'
import { fiducialsOf } from './fiducials'

export type BeatShapes = {
  readonly rIndices: readonly number[]
  /** Indices into `rIndices`; the largest group first. */
  readonly groups: readonly (readonly number[])[]
}

const WINDOW_MS = 250
/** Closer than this two beats have become one. */
const LEAST_DISTANCE_MS = 120

type Lead = Parameters<typeof groupBeats>[0][number]

export function shapesOf(leads: readonly Lead[], rIndices: readonly number[], sampleRateHz: number): BeatShapes {
  const window = Math.round((WINDOW_MS * sampleRateHz) / 1000)
  const aligned = groupBeats(leads, rIndices, sampleRateHz).flatMap(({ fiducials }, group) => {
    const spans = fiducials.map((fiducial) => ({ fiducial, from: -window, to: window }))
    const average = averageBeat(leads, spans, window, window)
    const [peak = window] = fiducialsOf(average.leads, [window], sampleRateHz)
    return fiducials.map((fiducial) => ({ index: fiducial + peak - window, group }))
  })
  const least = (LEAST_DISTANCE_MS * sampleRateHz) / 1000
  const beats = aligned
    .toSorted((one, other) => one.index - other.index)
    .filter(({ index }, at, all) => at === 0 || index - (all[at - 1]?.index ?? 0) >= least)
  const byGroup = Map.groupBy(beats.keys(), (at) => beats[at]?.group ?? 0)
  return {
    rIndices: beats.map(({ index }) => index),
    groups: [...byGroup.values()].toSorted((one, other) => other.length - one.length),
  }
}
