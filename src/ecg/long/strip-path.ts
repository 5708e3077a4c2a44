/** The lowest and the highest voltage of each bucket as one upright stroke, for a strip of any width. */
import { median } from '../median'
import type { Samples } from '../samples-codec'
import type { LeadName } from '../types'
import type { Extent } from './moves'

/** What is drawn is never stretched beyond this. */
const LEAST_REACH_UV = 500
/** A few buckets of artefact do not make the rest flat. */
const REACH_SHARE = 0.98

export type StripTile = { readonly samples: Samples; readonly startMs: number }

/** Path data in a box of `width` × `height`; empty where there is no such lead. */
export function stripPath(
  tiles: readonly StripTile[],
  lead: LeadName,
  { fromMs, toMs }: Extent,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const strokes = tiles.flatMap(({ samples, startMs }) => {
    const pairs = samples.leads.find(({ name }) => name === lead)?.samplesUv ?? new Float32Array()
    const bucketMs = 2000 / samples.sampleRateHz
    return Array.from({ length: pairs.length / 2 }, (_, bucket) => ({
      atMs: startMs + (bucket + 0.5) * bucketMs,
      lowUv: pairs[2 * bucket] ?? Number.NaN,
      highUv: pairs[2 * bucket + 1] ?? Number.NaN,
    })).filter(({ atMs, lowUv }) => atMs >= fromMs && atMs < toMs && !Number.isNaN(lowUv))
  })
  const levelUv = median(strokes.map(({ lowUv, highUv }) => (lowUv + highUv) / 2)) ?? 0
  const reaches = strokes
    .map(({ lowUv, highUv }) => Math.max(highUv - levelUv, levelUv - lowUv))
    .toSorted((one, other) => one - other)
  const reachUv = Math.max(LEAST_REACH_UV, reaches[Math.floor(reaches.length * REACH_SHARE)] ?? 0)
  const yOf = (uv: number) => {
    const y = height / 2 - ((uv - levelUv) / reachUv) * (height / 2)
    return Math.round(Math.max(0, Math.min(height, y)) * 10) / 10
  }
  return strokes
    .map(({ atMs, lowUv, highUv }) => {
      const x = Math.round(((atMs - fromMs) / (toMs - fromMs)) * width * 10) / 10
      return `M${x} ${yOf(highUv)}V${Math.max(yOf(lowUv), yOf(highUv) + 0.5)}`
    })
    .join('')
}
