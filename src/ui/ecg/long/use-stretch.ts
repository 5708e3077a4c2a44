'use client'
import { useCallback, useEffect, useState } from 'react'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { joinTiles, type Stretch, tilesOf } from '@/ecg/long/window'
import type { SamplesState } from '../use-samples'
import { loadTiles, type ReadyOverview } from './tiles'

/** While somebody drags, places that are left again at once are not asked for. */
const REST_MS = 40

type Shown = { readonly offsetMs: number; readonly state: SamplesState }

/**
 * The samples around a place of a long recording. Until they are here the place that was shown before stays on the
 * paper, with its own time: `offsetMs` says of what the samples are.
 */
export function useStretch(
  recordingId: string,
  ready: ReadyOverview | null,
  wantedMs: number,
): Shown & { readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [shown, setShown] = useState<(Shown & { readonly id: string }) | null>(null)
  const runId = ready?.runId ?? null
  const overview = ready?.overview ?? null
  const id = `${runId} ${attempt}`

  useEffect(() => {
    if (runId === null || overview === null) return
    let isCurrent = true
    const { levels, sampleRateHz, sampleCount } = overview
    const grid = { tileSamples: levels[0]?.tileSamples ?? 1, sampleRateHz, sampleCount }
    const tiles = tilesOf(grid, wantedMs, wantedMs + SHOWN_MS)
    const show = (state: SamplesState) => {
      if (isCurrent) setShown({ id, offsetMs: wantedMs, state })
    }
    const timer = setTimeout(() => {
      loadTiles(recordingId, runId, 0, tiles).then(
        (parts) => {
          const samples: Stretch = joinTiles(parts, tiles.first, grid)
          show({ status: 'ready', samples })
        },
        () => show({ status: 'failed' }),
      )
    }, REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [recordingId, runId, overview, wantedMs, id])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  if (shown?.id === id) return { ...shown, retry }
  return { offsetMs: wantedMs, state: { status: 'loading' }, retry }
}
