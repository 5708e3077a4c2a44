/**
 * Pacing spikes: pulses of 0.1–2 ms that an acquisition filter of 150 Hz leaves as 1–6 ms.
 *
 * A spike is a peak far sharper than everything else within 40 ms of it, at the same instant in several leads.
 * A QRS is never that alone: its own flanks are as sharp as its top. Microvolts, hertz.
 * Not supported: spikes that the device smoothed away or reports in a marker channel; bipolar spikes under 100 µV.
 */

/** Half-width of the widest spike after an acquisition filter. */
const HALF_WIDTH_MS = 6
/** From here on the spike is over: a QRS is not. */
const BASE_HALF_WIDTH_MS = 16
const NEIGHBOURHOOD_MS = 40
/** How much sharper than its neighbourhood. */
const SHARPNESS_RATIO = 3.5
/** Share of the whole deflection that a spike makes within its own width. */
const NARROW_SHARE = 0.7
const MIN_HEIGHT_UV = 120
/** In the other leads that show the same spike. */
const MIN_SUPPORT_UV = 60
const SUPPORTING_SHARE = 0.3
/** Closer than this they are the two edges of one pulse. */
const MIN_DISTANCE_MS = 20
/** Below this rate a spike and a QRS cannot be told apart. */
const MIN_SAMPLE_RATE_HZ = 350

/** Sample indices of the spikes that three in ten of the leads show. */
export function findSpikes(leads: readonly Float32Array[], sampleRateHz: number): readonly number[] {
  if (sampleRateHz < MIN_SAMPLE_RATE_HZ) return []
  const samplesOf = (ms: number) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  const reach: Reach = {
    half: samplesOf(HALF_WIDTH_MS),
    base: samplesOf(BASE_HALF_WIDTH_MS),
    span: samplesOf(NEIGHBOURHOOD_MS),
  }
  const sharpness = leads.map((samples) => heightsOver(samples, reach.half))
  const needed = Math.max(1, Math.ceil(leads.length * SUPPORTING_SHARE))
  return peaksOf(sharpness, samplesOf(MIN_DISTANCE_MS)).filter((index) => {
    const supporters = leads.filter((samples, lead) => standsAlone(samples, sharpness[lead], index, reach))
    return supporters.length >= needed
  })
}

/** A straight line in the place of each spike. */
export function removeSpikes(samples: Float32Array, sampleRateHz: number, spikes: readonly number[]): Float32Array {
  if (spikes.length === 0) return samples
  const half = Math.ceil((HALF_WIDTH_MS * sampleRateHz) / 1000) + 1
  const cleaned = samples.slice()
  for (const spike of spikes) {
    const first = Math.max(0, spike - half)
    const last = Math.min(samples.length - 1, spike + half)
    const from = samples[first] ?? 0
    const to = samples[last] ?? 0
    for (let index = first; index <= last; index++) {
      cleaned[index] = from + ((to - from) * (index - first)) / Math.max(1, last - first)
    }
  }
  return cleaned
}

type Reach = { readonly half: number; readonly base: number; readonly span: number }

/** Height of each sample over the line between its neighbours at this distance. */
function heightsOver(samples: Float32Array, distance: number): Float32Array {
  const result = new Float32Array(samples.length)
  for (let index = distance; index < samples.length - distance; index++) {
    result[index] = heightAt(samples, index, distance)
  }
  return result
}

function heightAt(samples: Float32Array, index: number, distance: number): number {
  const line = ((samples[index - distance] ?? 0) + (samples[index + distance] ?? 0)) / 2
  const height = Math.abs((samples[index] ?? 0) - line)
  return Number.isFinite(height) ? height : 0
}

/** Instants where the sharpest lead has its highest point and is high enough for a spike. */
function peaksOf(sharpness: readonly Float32Array[], distance: number): readonly number[] {
  const highest = new Float32Array(sharpness[0]?.length ?? 0)
  for (const lead of sharpness) {
    for (let index = 0; index < highest.length; index++) {
      highest[index] = Math.max(highest[index] ?? 0, lead[index] ?? 0)
    }
  }
  const peaks: number[] = []
  for (let index = 0; index < highest.length; index++) {
    if ((highest[index] ?? 0) >= MIN_HEIGHT_UV && isHighestWithin(highest, index, distance)) peaks.push(index)
  }
  return peaks
}

function isHighestWithin(values: Float32Array, index: number, distance: number): boolean {
  const height = values[index] ?? 0
  const last = Math.min(values.length - 1, index + distance)
  for (let other = Math.max(0, index - distance); other <= last; other++) {
    const value = values[other] ?? 0
    if (value > height || (value === height && other < index)) return false
  }
  return true
}

/** Narrow on its own base, and nothing near it comes close to its sharpness. */
function standsAlone(
  samples: Float32Array,
  sharpness: Float32Array | undefined,
  index: number,
  { half, base, span }: Reach,
): boolean {
  const height = heightAt(samples, index, half)
  const step = Math.abs((samples[index + half] ?? 0) - (samples[index - half] ?? 0))
  if (!sharpness || height < MIN_SUPPORT_UV || step > height) return false
  if (height < NARROW_SHARE * heightAt(samples, index, base)) return false
  let around = 0
  for (let offset = 2 * half + 1; offset <= span; offset++) {
    around = Math.max(around, sharpness[index - offset] ?? 0, sharpness[index + offset] ?? 0)
  }
  return height > SHARPNESS_RATIO * around
}
