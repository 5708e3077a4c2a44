/**
 * The longest time in which no lead moves by 100 µV (clinical.md RHY-02), in steps of 20 ms.
 *
 * A lead that moves by less than 5 µV in that time shows no heart and no noise either: a cable. A
 * lead without samples says nothing and is left out.
 */
import { median } from '../../median'
import type { RhythmFeatures } from '../types'
import type { RhythmInput } from './rhythm-input'

type Standstill = RhythmFeatures['standstill']
type Block = { readonly lowUv: number; readonly highUv: number }
type Stretch = { readonly from: number; readonly to: number }

const BLOCK_MS = 20
const STILL_UV = 100
const DEAD_UV = 5
/** Shorter quiet is the time between two beats. */
const LEAST_DEAD_MS = 3000

export function findStandstill({ leads, usableLeads, sampleRateHz }: RhythmInput): Standstill {
  const size = Math.max(1, Math.round((BLOCK_MS * sampleRateHz) / 1000))
  const seen = leads.filter(({ name }) => usableLeads.includes(name))
  const considered = seen.length > 0 ? seen : leads
  const blocks = considered.map(({ smoothUv }) => blocksOf(smoothUv, size))
  const { from, to } = longestStill(blocks)
  const parts = considered.map(({ smoothUv }) => smoothUv.subarray(from * size, to * size))
  const longestMs = ((to - from) * size * 1000) / sampleRateHz
  return {
    longestMs,
    noiseUv: median(parts.flatMap((samples) => rootMeanSquareUv(samples) ?? [])) ?? 0,
    isDeadFlat:
      longestMs >= LEAST_DEAD_MS && blocks.every((lead) => lead.length > 0 && heightUv(lead.slice(from, to)) < DEAD_UV),
  }
}

function blocksOf(samples: Float32Array, size: number): readonly Block[] {
  return Array.from({ length: Math.floor(samples.length / size) }, (_, block) => {
    let lowUv = Number.POSITIVE_INFINITY
    let highUv = Number.NEGATIVE_INFINITY
    for (let index = block * size; index < (block + 1) * size; index++) {
      const uv = samples[index] ?? Number.NaN
      if (uv < lowUv) lowUv = uv
      if (uv > highUv) highUv = uv
    }
    return { lowUv, highUv }
  })
}

/** A window that is moved on from its left edge as soon as any lead is too high in it. */
function longestStill(leads: readonly (readonly Block[])[]): Stretch {
  const count = leads[0]?.length ?? 0
  const low = new Float64Array(leads.length)
  const high = new Float64Array(leads.length)
  let best: Stretch = { from: 0, to: 0 }
  for (let from = 0; count - from > best.to - best.from; from++) {
    low.fill(Number.POSITIVE_INFINITY)
    high.fill(Number.NEGATIVE_INFINITY)
    let to = from
    while (to < count && isStillWith(leads, to, low, high)) to++
    if (to - from > best.to - best.from) best = { from, to }
  }
  return best
}

/** Takes one block more into the extremes of every lead. */
function isStillWith(
  leads: readonly (readonly Block[])[],
  block: number,
  low: Float64Array,
  high: Float64Array,
): boolean {
  let isSeen = false
  for (let lead = 0; lead < leads.length; lead++) {
    const { lowUv, highUv } = leads[lead]?.[block] ?? { lowUv: 0, highUv: 0 }
    low[lead] = Math.min(low[lead] ?? 0, lowUv)
    high[lead] = Math.max(high[lead] ?? 0, highUv)
    isSeen ||= highUv >= lowUv
    if ((high[lead] ?? 0) - (low[lead] ?? 0) >= STILL_UV) return false
  }
  return isSeen
}

function heightUv(blocks: readonly Block[]): number {
  return Math.max(...blocks.map(({ highUv }) => highUv)) - Math.min(...blocks.map(({ lowUv }) => lowUv))
}

function rootMeanSquareUv(samples: Float32Array): number | null {
  let count = 0
  let sum = 0
  let squares = 0
  for (const uv of samples) {
    if (Number.isNaN(uv)) continue
    count++
    sum += uv
    squares += uv * uv
  }
  return count === 0 ? null : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}
