/** How P waves and QRS follow each other, for the blocks between atria and ventricles. */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'

export type AtrialEvent = {
  readonly peakMs: number
  /** Null for a P wave that no QRS followed. */
  readonly prMs: number | null
}

/** Every P wave in order, with the PR interval that it led to. */
export function atrialEvents({ pWaves, beats }: Analysis): readonly AtrialEvent[] {
  return pWaves.map(({ onsetMs, peakMs, beatIndex }) => {
    const qrsOnsetMs = beatIndex === null ? null : (beats[beatIndex]?.qrsOnsetMs ?? null)
    return { peakMs, prMs: qrsOnsetMs === null ? null : qrsOnsetMs - onsetMs }
  })
}

/** Blocked P waves that stand between two others of their kind: at the ends of a strip nobody knows what followed. */
export function blockedRuns(events: readonly AtrialEvent[]): readonly number[] {
  const runs: number[] = []
  let run = 0
  for (const [index, { prMs }] of events.entries()) {
    const isLast = index === events.length - 1
    if (prMs === null && !isLast) run += 1
    else {
      if (run > 0) runs.push(run)
      run = 0
    }
  }
  return runs
}

/**
 * Greatest less least time from the last P wave before a QRS to that QRS, conducted or not: without conduction it
 * takes every value. Null with fewer than three.
 */
export function prSpreadMs({ pWaves, beats }: Analysis): number | null {
  const intervals = beats.flatMap(({ qrsOnsetMs }) => {
    if (qrsOnsetMs === null) return []
    const last = pWaves.findLast(({ onsetMs }) => onsetMs < qrsOnsetMs)
    return last ? [qrsOnsetMs - last.onsetMs] : []
  })
  return intervals.length < 3 ? null : Math.max(...intervals) - Math.min(...intervals)
}

/**
 * Share of the PP intervals that are the usual one or a whole multiple of it: waves that hide in QRS or T leave gaps,
 * but an even atrium keeps its step. Null with fewer than four waves.
 */
export function evenPpShare({ pWaves }: Analysis): number | null {
  const intervals = pWaves.slice(1).map(({ peakMs }, index) => peakMs - (pWaves[index]?.peakMs ?? peakMs))
  if (intervals.length < 3) return null
  const usualMs = intervals.toSorted((one, other) => one - other)[Math.floor(intervals.length / 3)] ?? 0
  const isEven = (interval: number) => {
    const steps = Math.max(1, Math.round(interval / usualMs))
    return Math.abs(interval / (steps * usualMs) - 1) <= LIMIT.evenPpDeviation
  }
  return intervals.filter(isEven).length / intervals.length
}

/** Each blocked P wave with the intervals before and after it, where both are known. */
export function drops(events: readonly AtrialEvent[]) {
  return events.flatMap((event, index) => {
    const before = events[index - 1]
    const after = events[index + 1]
    if (event.prMs !== null || !before || !after || before.prMs === null || after.prMs === null) return []
    return [
      {
        prBeforeMs: before.prMs,
        prAfterMs: after.prMs,
        ppBeforeMs: event.peakMs - before.peakMs,
        ppAfterMs: after.peakMs - event.peakMs,
        /** PR of the conducted run that ended here, oldest first. */
        runMs: conductedRunBefore(events, index),
      },
    ]
  })
}

function conductedRunBefore(events: readonly AtrialEvent[], index: number): readonly number[] {
  const run: number[] = []
  for (let at = index - 1; at >= 0; at--) {
    const prMs = events[at]?.prMs ?? null
    if (prMs === null) break
    run.unshift(prMs)
  }
  return run
}
