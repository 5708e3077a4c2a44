/**
 * The instant of a beat: where all leads together stand farthest from their level before it, which for most beats is
 * the R peak. Microvolts, hertz; indices of samples.
 */

const SEARCH_MS = 80
/** Mean over as much before and after is the level that a sample is held against: drift and T are slower. */
const LEVEL_MS = 120
/** Takes muscle and hum away and leaves QRS its height. */
const SMOOTH_MS = 10

/** Moves each rough index to its fiducial. */
export function fiducialsOf(
  leads: readonly Float32Array[],
  roughIndices: readonly number[],
  sampleRateHz: number,
): readonly number[] {
  const samplesOf = (ms: number) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  const search = samplesOf(SEARCH_MS)
  const level = samplesOf(LEVEL_MS)
  const smooth = samplesOf(SMOOTH_MS) >> 1
  const power = new Float64Array(2 * search + 1)
  return roughIndices.map((rough) => {
    power.fill(0)
    for (const samples of leads) addPower(power, samples, rough, { level, smooth })
    return rough + highestOf(power) - search
  })
}

type Widths = { readonly level: number; readonly smooth: number }

function addPower(power: Float64Array, samples: Float32Array, rough: number, { level, smooth }: Widths): void {
  const search = power.length >> 1
  const sums = cumulated(samples, rough - search - level, 2 * (search + level) + 1)
  const mean = (center: number, reach: number) =>
    ((sums[center + reach + 1] ?? 0) - (sums[center - reach] ?? 0)) / (2 * reach + 1)
  for (let at = 0; at < power.length; at++) {
    const height = mean(at + level, smooth) - mean(at + level, level)
    power[at] = (power[at] ?? 0) + height * height
  }
}

/** Running sum; the ends of the recording go on level, and a missing sample counts as the one before it. */
function cumulated(samples: Float32Array, from: number, count: number): Float64Array {
  const sums = new Float64Array(count + 1)
  let value = 0
  for (let at = 0; at < count; at++) {
    const sample = samples[Math.min(Math.max(from + at, 0), samples.length - 1)] ?? Number.NaN
    if (!Number.isNaN(sample)) value = sample
    sums[at + 1] = (sums[at] ?? 0) + value
  }
  return sums
}

function highestOf(values: Float64Array): number {
  let best = values.length >> 1
  for (let at = 0; at < values.length; at++) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at
  return best
}
