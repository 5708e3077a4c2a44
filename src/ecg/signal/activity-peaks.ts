/** Peaks of activity, each with what is usual around it. Indices of samples, activity relative to the usual beat. */
import type { Activity } from './activity'

export type Peak = {
  readonly index: number
  readonly height: number
  /** Steepest slope of the wave. */
  readonly slopeUvPerMs: number
  /** What beats reach around it. */
  readonly usual: number
  /** What activity falls to around it when the heart rests. */
  readonly floor: number
}

/** Closer than the heart can beat. */
export const REFRACTORY_MS = 200
const EDGE_MS = 40
const SURROUNDINGS_MS = 6000
const STRETCH_MS = 2000
/** More than half of the stretches have a beat at 20 per minute and more. */
const USUAL_QUANTILE = 0.5
/** Slow rates rest for most of the time, the fastest for a third. */
const FLOOR_QUANTILE = 0.25
/** Root mean square over the leads; P waves reach 2, the smallest QRS seen 6. In one lead alone P waves reach 3.5. */
const LEAST_SLOPE_UV_PER_MS = 3
const LEAST_SLOPE_OF_FEW_UV_PER_MS = 4

const REST_QUANTILE = 0.2
/** As many of the surroundings are enough to know how low activity falls. */
const SAMPLES_LOOKED_AT = 200

/** The highest of each half refractory time, steep enough for a QRS. */
export function peaksOf(
  { relative, slopeUvPerMs }: Activity,
  sampleRateHz: number,
  { isOfFewLeads }: { readonly isOfFewLeads: boolean },
): readonly Peak[] {
  const leastSlope = isOfFewLeads ? LEAST_SLOPE_OF_FEW_UV_PER_MS : LEAST_SLOPE_UV_PER_MS
  const reach = Math.round((REFRACTORY_MS * sampleRateHz) / 2000)
  const edge = Math.round((EDGE_MS * sampleRateHz) / 1000)
  const usual = levelsAround(relative, sampleRateHz, 1, USUAL_QUANTILE)
  const floor = levelsAround(relative, sampleRateHz, FLOOR_QUANTILE, 0.5)
  const peaks: Peak[] = []
  for (let index = edge; index < relative.length - edge; index++) {
    if (!isHighestWithin(relative, index, reach)) continue
    const slope = highest(slopeUvPerMs, index - reach, index + reach)
    if (slope < leastSlope) continue
    peaks.push({
      index,
      height: relative[index] ?? 0,
      slopeUvPerMs: slope,
      usual: usual(index),
      floor: floor(index),
    })
  }
  return peaks
}

/** A quantile of each stretch of 2 s, and a quantile of those within 6 s. */
function levelsAround(
  values: Float32Array,
  sampleRateHz: number,
  quantileWithin: number,
  quantileAround: number,
): (index: number) => number {
  const stretch = Math.max(1, Math.round((STRETCH_MS * sampleRateHz) / 1000))
  const count = Math.max(1, Math.floor(values.length / stretch))
  const within = Array.from({ length: count }, (_, at) => {
    const part = values.subarray(at * stretch, at === count - 1 ? values.length : (at + 1) * stretch)
    return quantileWithin === 1 ? highest(part, 0, part.length) : quantileOf(part.slice().sort(), quantileWithin)
  })
  const reach = Math.round(SURROUNDINGS_MS / STRETCH_MS)
  const around = within.map((_, at) =>
    quantileOf(Float32Array.from(within.slice(Math.max(0, at - reach), at + reach + 1)).sort(), quantileAround),
  )
  return (index) => around[Math.min(count - 1, Math.floor(index / stretch))] ?? 0
}

function quantileOf(sorted: Float32Array, quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0
}

function isHighestWithin(values: Float32Array, index: number, reach: number): boolean {
  const height = values[index] ?? 0
  if (height <= 0) return false
  const last = Math.min(values.length - 1, index + reach)
  for (let other = Math.max(0, index - reach); other <= last; other++) {
    const value = values[other] ?? 0
    if (value > height || (value === height && other < index)) return false
  }
  return true
}

function highest(values: Float32Array, from: number, to: number): number {
  let result = 0
  for (let index = Math.max(0, from); index < Math.min(values.length, to); index++) {
    result = Math.max(result, values[index] ?? 0)
  }
  return result
}

/** What activity falls to within `reach` of an instant. */
export function restAround(relative: Float32Array, center: number, reach: number): number {
  const stride = Math.max(1, Math.floor((2 * reach) / SAMPLES_LOOKED_AT))
  const from = Math.max(0, center - reach)
  const to = Math.min(relative.length, center + reach + 1)
  const looked = new Float32Array(Math.ceil((to - from) / stride))
  for (let at = 0; at < looked.length; at++) looked[at] = relative[from + at * stride] ?? 0
  return looked.sort()[Math.floor(looked.length * REST_QUANTILE)] ?? 0
}

/** Strictly between two instants; the peaks are in order. */
export function peaksBetween(peaks: readonly Peak[], from: number, to: number): readonly Peak[] {
  let low = 0
  let high = peaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((peaks[middle]?.index ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const found: Peak[] = []
  for (let at = low; at < peaks.length && (peaks[at]?.index ?? to) < to; at++) {
    const peak = peaks[at]
    if (peak) found.push(peak)
  }
  return found
}
