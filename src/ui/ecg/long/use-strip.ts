'use client'
import { useEffect, useState } from 'react'
import { type Extent, levelFor } from '@/ecg/long/moves'
import type { StripTile } from '@/ecg/long/strip-path'
import { tilesOf } from '@/ecg/long/window'
import { loadTiles, type ReadyOverview } from './tiles'

/** The tiles that a strip of this extent is drawn from; those of the one before until they are here. */
export function useStrip(recordingId: string, { runId, overview }: ReadyOverview, { fromMs, toMs }: Extent) {
  const [tiles, setTiles] = useState<readonly StripTile[]>([])
  useEffect(() => {
    const { levels, sampleRateHz, sampleCount } = overview
    const chosen = levelFor(levels, sampleRateHz, toMs - fromMs)
    if (!chosen) return
    let isCurrent = true
    const { level, tileSamples } = chosen
    const range = tilesOf({ tileSamples, sampleRateHz, sampleCount }, fromMs, toMs - 1)
    const tileMs = (tileSamples * 1000) / sampleRateHz
    loadTiles(recordingId, runId, level, range).then(
      (parts) => {
        if (isCurrent) setTiles(parts.map((samples, at) => ({ samples, startMs: (range.first + at) * tileMs })))
      },
      // Rate and events are there all the same.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [recordingId, runId, overview, fromMs, toMs])
  return tiles
}
