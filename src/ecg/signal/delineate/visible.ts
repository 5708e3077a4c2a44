/**
 * Where a wave leaves its level by as much as a reader, or IEC 60601-2-51, calls a wave: 20 µV.
 *
 * In each lead the limits are where the trace comes to rest, as a reader marks them. Over the leads the
 * earliest and latest of those would be decided by the low tails of the quietest leads; so the global
 * limits use these.
 */
import type { Limits } from './types'

const VISIBLE_UV = 7
/** Samples on either side of a limit whose mean is its level. */
const LEVEL_HALF_WIDTH = 2
const LASTING = 2

/** Inside of `limits`; null where the wave stays below. */
export function visiblePart(samples: ArrayLike<number>, { onset, offset }: Limits): Limits | null {
  const first = leavesLevel(samples, onset, offset)
  const last = leavesLevel(samples, offset, onset)
  return first === null || last === null || last < first ? null : { onset: first, offset: last }
}

/** From `from` towards `to`, the first sample that is away from the level at `from`, and the next one too. */
export function leavesLevel(samples: ArrayLike<number>, from: number, to: number): number | null {
  const step = from <= to ? 1 : -1
  const level = levelAt(samples, from)
  let lasting = 0
  for (let index = from; index !== to + step; index += step) {
    lasting = Math.abs((samples[index] ?? level) - level) >= VISIBLE_UV ? lasting + 1 : 0
    if (lasting === LASTING) return index - step * (LASTING - 1)
  }
  return null
}

function levelAt(samples: ArrayLike<number>, at: number): number {
  let sum = 0
  let count = 0
  for (let index = at - LEVEL_HALF_WIDTH; index <= at + LEVEL_HALF_WIDTH; index++) {
    const value = samples[index]
    if (value === undefined) continue
    sum += value
    count += 1
  }
  return count === 0 ? 0 : sum / count
}
