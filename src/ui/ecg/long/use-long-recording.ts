'use client'
import { useMemo, useState } from 'react'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { LONGEST_WHOLE_MS } from '@/ecg/long/long-limits'
import { nextEvent, offsetOfEvent } from '@/ecg/long/moves'
import { EVENT_KINDS, type EventKind, type LongEvent } from '@/ecg/long/overview'
import type { SamplesState } from '../use-samples'
import { useSamples } from '../use-samples'
import { useOverview } from './use-overview'
import { useStretch } from './use-stretch'

/**
 * Which stretch of a recording is on the paper and how its samples come: all at once, or of a long one those of the
 * stretch alone, together with the overview that leads there.
 */
export function useLongRecording(recordingId: string, durationMs: number | null) {
  const [offsetMs, setOffsetMs] = useState(0)
  const [chosenKind, setKind] = useState<EventKind | null>(null)
  const view = useOverview(recordingId, durationMs)
  const isTiled = durationMs !== null && durationMs > LONGEST_WHOLE_MS
  const ready = view?.state === 'ready' ? view : null
  const whole = useSamples(isTiled ? null : recordingId)
  const stretch = useStretch(recordingId, isTiled ? ready : null, offsetMs)
  const kind = chosenKind ?? (ready && EVENT_KINDS.find((one) => ready.overview.counts[one] > 0)) ?? null
  const events = useMemo(
    () => (ready ? ready.overview.events.filter((event) => event.kind === kind) : NO_EVENTS),
    [ready, kind],
  )
  const length = ready?.overview.durationMs ?? 0
  const goTo = (event: LongEvent) => setOffsetMs(offsetOfEvent(event, length))
  const step = (direction: 1 | -1): boolean => {
    const found = nextEvent(events, offsetMs, direction, length)
    if (found) goTo(found)
    return found !== null
  }
  const state: SamplesState = isTiled ? stretch.state : whole.state
  return {
    ...{ view, ready, isTiled, state, retry: isTiled ? stretch.retry : whole.retry },
    ...{ offsetMs, setOffsetMs, kind, setKind, events, goTo, step },
    /** Of what is on the paper: while the next stretch is on its way, still the one before. */
    shownMs: isTiled ? stretch.offsetMs : offsetMs,
    isShown: ({ fromMs }: LongEvent) => fromMs >= offsetMs && fromMs < offsetMs + SHOWN_MS,
  }
}

export type LongRecording = ReturnType<typeof useLongRecording>

const NO_EVENTS: readonly LongEvent[] = []
