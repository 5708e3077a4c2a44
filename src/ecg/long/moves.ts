/** Where one may go in a long recording. Milliseconds from its first sample; `offsetMs` is the beginning of what is shown. */
import { SHOWN_MS } from '../layout/layouts'
import type { LongEvent } from './overview'
import type { TileLevel } from './tiles'

/** An event is shown with what led to it. */
const BEFORE_EVENT_MS = 3000
const STEP_MS = 1000
const FAR_STEP_MS = 60_000
/** Of a strip, which is as wide as a screen. */
const LEAST_BUCKETS = 500

export type Extent = { readonly fromMs: number; readonly toMs: number }

export function clampedOffset(offsetMs: number, durationMs: number): number {
  return Math.max(0, Math.min(Math.round(offsetMs), durationMs - SHOWN_MS))
}

export function offsetOfEvent({ fromMs }: Pick<LongEvent, 'fromMs'>, durationMs: number): number {
  return clampedOffset(fromMs - BEFORE_EVENT_MS, durationMs)
}

/** Where a key leads; null for a key that leads nowhere. With Shift an arrow goes a minute. */
export function offsetOfKey(key: string, isFar: boolean, offsetMs: number, durationMs: number): number | null {
  const stepMs = isFar ? FAR_STEP_MS : STEP_MS
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: offsetMs - stepMs,
    ArrowDown: offsetMs - stepMs,
    ArrowRight: offsetMs + stepMs,
    ArrowUp: offsetMs + stepMs,
    PageUp: offsetMs - SHOWN_MS,
    PageDown: offsetMs + SHOWN_MS,
    Home: 0,
    End: durationMs,
  }
  const target = targets[key]
  return target === undefined ? null : clampedOffset(target, durationMs)
}

/** The next event in a direction, seen from what is shown; null behind the last one. */
export function nextEvent<T extends Pick<LongEvent, 'fromMs'>>(
  events: readonly T[],
  offsetMs: number,
  direction: 1 | -1,
  durationMs: number,
): T | null {
  const isBeyond = (event: T) => (offsetOfEvent(event, durationMs) - offsetMs) * direction > 0
  return (direction === 1 ? events.find(isBeyond) : events.findLast(isBeyond)) ?? null
}

/** The page of a strip of this width that holds a place: pages do not move under a pointer. */
export function pageOf(offsetMs: number, pageMs: number, durationMs: number): Extent {
  if (pageMs >= durationMs) return { fromMs: 0, toMs: durationMs }
  const middleMs = Math.min(offsetMs + SHOWN_MS / 2, durationMs - 1)
  const fromMs = Math.floor(middleMs / pageMs) * pageMs
  return { fromMs, toMs: fromMs + pageMs }
}

/** The coarsest level that still fills a strip of this width. */
export function levelFor(levels: readonly TileLevel[], sampleRateHz: number, pageMs: number): TileLevel | null {
  const coarsest = levels
    .filter(({ level, bucketSamples }) => {
      return level > 0 && (bucketSamples * 1000) / sampleRateHz <= pageMs / LEAST_BUCKETS
    })
    .toSorted((one, other) => other.bucketSamples - one.bucketSamples)[0]
  return coarsest ?? levels[1] ?? null
}
