import type { OverviewView } from '@/cases/api/long-views'
import { TileCache } from '@/ecg/long/tile-cache'
import { decodeSamples, type Samples } from '@/ecg/samples-codec'

export type ReadyOverview = Extract<OverviewView, { state: 'ready' }>

/** Decoded samples: some minutes of every lead, and the strips. */
const MOST_BYTES = 16 * 1024 * 1024
const cache = new TileCache(MOST_BYTES)

export function loadTile(recordingId: string, runId: string, level: number, index: number): Promise<Samples> {
  return cache.get(`${recordingId} ${runId} ${level} ${index}`, async () => {
    const path = `/api/v1/recordings/${recordingId}/tiles?level=${level}&index=${index}`
    const response = await fetch(path, { credentials: 'same-origin' })
    if (!response.ok) throw new Error(`tile: ${response.status}`)
    return decodeSamples(new Uint8Array(await response.arrayBuffer()))
  })
}

/** Neighbours in their order. */
export function loadTiles(
  recordingId: string,
  runId: string,
  level: number,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<readonly Samples[]> {
  const indices = Array.from({ length: last - first + 1 }, (_, step) => first + step)
  return Promise.all(indices.map((index) => loadTile(recordingId, runId, level, index)))
}
