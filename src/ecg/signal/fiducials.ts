/**
 * The instant of a beat: where all leads together stand farthest from their level before it, which for most beats is
 * the R peak. Microvolts, hertz; indices of samples.
 */
import { bandPass } from './filters'

const SEARCH_MS = 80
/** Keeps the shape of QRS, takes drift, T and muscle away. */
const LOW_HZ = 2
const HIGH_HZ = 40

/** Moves each rough index to its fiducial. */
export function fiducialsOf(
  leads: readonly Float32Array[],
  roughIndices: readonly number[],
  sampleRateHz: number,
): readonly number[] {
  if (roughIndices.length === 0) return []
  const power = new Float32Array(leads[0]?.length ?? 0)
  for (const samples of leads) {
    const wave = bandPass(samples, sampleRateHz, LOW_HZ, HIGH_HZ)
    for (let index = 0; index < power.length; index++) {
      const value = wave[index] ?? 0
      if (!Number.isNaN(value)) power[index] = (power[index] ?? 0) + value * value
    }
  }
  const reach = Math.round((SEARCH_MS * sampleRateHz) / 1000)
  return roughIndices.map((rough) => highestNear(power, rough, reach))
}

function highestNear(values: Float32Array, center: number, reach: number): number {
  let best = center
  for (let index = Math.max(0, center - reach); index <= Math.min(values.length - 1, center + reach); index++) {
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index
  }
  return best
}
