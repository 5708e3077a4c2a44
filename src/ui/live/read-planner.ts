/**
 * When a list is read again after something happened. Five hundred pages hear the same event at the same moment: each
 * waits a time of its own, and a burst of events costs one reading. The alarm itself never waits for a list.
 */
export type ReadPlanner = {
  /** Reads within so many milliseconds: at the earliest of all moments asked for, but not too soon after the last one. */
  readonly within: (ms: number) => void
  readonly stop: () => void
}

type Clock = {
  readonly nowMs: () => number
  readonly after: (ms: number, work: () => void) => () => void
}

/** Two readings of a list are at least this far apart. */
const MIN_GAP_MS = 400

export function readPlanner(read: () => void, clock: Clock, minGapMs = MIN_GAP_MS): ReadPlanner {
  let planned: { readonly atMs: number; readonly cancel: () => void } | null = null
  let readAtMs = Number.NEGATIVE_INFINITY
  const run = () => {
    planned = null
    readAtMs = clock.nowMs()
    read()
  }
  return {
    within: (ms) => {
      const atMs = Math.max(clock.nowMs() + ms, readAtMs + minGapMs)
      if (planned !== null && planned.atMs <= atMs) return
      planned?.cancel()
      planned = { atMs, cancel: clock.after(atMs - clock.nowMs(), run) }
    },
    stop: () => {
      planned?.cancel()
      planned = null
    },
  }
}

export const BROWSER_CLOCK: Clock = {
  nowMs: () => performance.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
