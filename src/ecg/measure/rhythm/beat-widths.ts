/**
 * Width of QRS beat by beat, from the slopes of all leads together.
 *
 * The marks of beats of one shape are evened out across the beats, which is right for an interval and wrong where the
 * width itself changes from beat to beat (pre-excited fibrillation). Here each beat stands alone: QRS lasts as long as
 * the slope stays over a share of its own steepest; a delta wave is slow, and its top has no slope at all, so the
 * search backwards is finer and more patient. At rates over 120 the end of the T wave before may be taken along.
 */
import type { RhythmInput, RhythmLead } from './rhythm-input'

const SEARCH_BEFORE_R_MS = 130
const SEARCH_AFTER_R_MS = 140
const STEEPEST_NEAR_R_MS = 50
const SLOPE_OVER_MS = 6
const ONSET = { share: 0.07, patienceMs: 35 } as const
const OFFSET = { share: 0.1, patienceMs: 20 } as const

/** Indices as in `beats`; null where a beat has no slope. */
export function beatWidthsMs({ beats, leads, usableLeads, sampleRateHz }: RhythmInput): (number | null)[] {
  const slopes = slopesOf(
    leads.filter(({ name }) => usableLeads.includes(name)),
    Math.max(1, Math.round((SLOPE_OVER_MS * sampleRateHz) / 1000)),
  )
  const toSamples = (ms: number) => Math.round((ms * sampleRateHz) / 1000)
  return beats.map(({ rPeakMs }) => {
    const peak = toSamples(rPeakMs)
    const near = toSamples(STEEPEST_NEAR_R_MS)
    const steepest = steepestBetween(slopes, peak - near, peak + near)
    if (steepest === null) return null
    const level = slopes[steepest] ?? 0
    const search = (step: 1 | -1, { share, patienceMs }: typeof ONSET | typeof OFFSET, farMs: number) => {
      const far = peak + step * toSamples(farMs)
      return lastAbove(slopes, { from: steepest, step, far, level: share * level, patience: toSamples(patienceMs) })
    }
    const onset = search(-1, ONSET, SEARCH_BEFORE_R_MS)
    const offset = search(1, OFFSET, SEARCH_AFTER_R_MS)
    return ((offset - onset) * 1000) / sampleRateHz
  })
}

/** Root of the summed squares over the leads; what is missing has no slope. */
function slopesOf(leads: readonly RhythmLead[], reach: number): Float32Array {
  const length = leads[0]?.smoothUv.length ?? 0
  const slopes = new Float32Array(length)
  for (const { smoothUv } of leads) {
    for (let index = reach; index < length - reach; index++) {
      const rise = (smoothUv[index + reach] ?? 0) - (smoothUv[index - reach] ?? 0)
      if (!Number.isNaN(rise)) slopes[index] = (slopes[index] ?? 0) + rise * rise
    }
  }
  return slopes.map(Math.sqrt)
}

function steepestBetween(slopes: Float32Array, from: number, to: number): number | null {
  let best: number | null = null
  for (let index = Math.max(0, from); index <= Math.min(slopes.length - 1, to); index++) {
    if ((slopes[index] ?? 0) > (best === null ? 0 : (slopes[best] ?? 0))) best = index
  }
  return best
}

type Search = {
  readonly from: number
  readonly step: 1 | -1
  readonly far: number
  readonly level: number
  readonly patience: number
}

/** The last sample over the level that is reached without a longer stretch below it. */
function lastAbove(slopes: Float32Array, { from, step, far, level, patience }: Search): number {
  let last = from
  for (let index = from; step * (far - index) >= 0 && step * (index - last) <= patience; index += step) {
    if ((slopes[index] ?? 0) >= level) last = index
  }
  return last
}
