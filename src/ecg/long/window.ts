/** The stretch of a long recording that is on the paper, put together from tiles of level 0. */
import type { Samples } from '../samples-codec'
import type { Lead } from '../types'
import type { TileLevel } from './tiles'

/** Samples of a part of a recording. */
export type Stretch = Samples & {
  /** Of the first sample, from the first one of the recording. */
  readonly startMs: number
}

type Grid = Pick<TileLevel, 'tileSamples'> & { readonly sampleRateHz: number; readonly sampleCount: number }

/** Indices of the tiles that hold a stretch of time, first and last. */
export function tilesOf(grid: Grid, fromMs: number, toMs: number): { readonly first: number; readonly last: number } {
  const lastTile = Math.max(0, Math.ceil(grid.sampleCount / grid.tileSamples) - 1)
  const tileAt = (ms: number) => Math.floor((ms * grid.sampleRateHz) / 1000 / grid.tileSamples)
  const first = Math.min(lastTile, Math.max(0, tileAt(fromMs)))
  return { first, last: Math.max(first, Math.min(lastTile, tileAt(toMs))) }
}

/** Neighbouring tiles as one stretch; `first` is the index of the first of them. */
export function joinTiles(tiles: readonly Samples[], first: number, { tileSamples, sampleRateHz }: Grid): Stretch {
  const length = tiles.reduce((sum, { leads }) => sum + (leads[0]?.samplesUv.length ?? 0), 0)
  const leads = (tiles[0]?.leads ?? []).map((lead, place): Lead => {
    const samplesUv = new Float32Array(length)
    let offset = 0
    for (const tile of tiles) {
      const part = tile.leads[place]?.samplesUv ?? new Float32Array()
      samplesUv.set(part, offset)
      offset += part.length
    }
    return { ...lead, samplesUv }
  })
  return { sampleRateHz, leads, startMs: (first * tileSamples * 1000) / sampleRateHz }
}
