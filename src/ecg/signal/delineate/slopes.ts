/** Smoothing that moves nothing and slopes, the two views on which every limit is read. */

/** Mean over a window of odd width around each sample; the ends are held. Linear in the number of samples. */
export function movingMean(samples: ArrayLike<number>, width: number): Float64Array {
  const count = samples.length
  const half = Math.floor(width / 2)
  const result = new Float64Array(count)
  const at = (index: number) => samples[index < 0 ? 0 : index >= count ? count - 1 : index] ?? 0
  let sum = 0
  for (let index = -half; index <= half; index++) sum += at(index)
  for (let index = 0; index < count; index++) {
    result[index] = sum / (2 * half + 1)
    sum += at(index + half + 1) - at(index - half)
  }
  return result
}

/** A triangle: the moving mean twice. */
export function smooth(samples: ArrayLike<number>, width: number): Float64Array {
  return width < 3 ? Float64Array.from(samples) : movingMean(movingMean(samples, width), width)
}

/** Steepness without direction, microvolts per sample. */
export function steepness(samples: ArrayLike<number>): Float64Array {
  const result = new Float64Array(samples.length)
  for (let index = 1; index < samples.length - 1; index++) {
    result[index] = Math.abs((samples[index + 1] ?? 0) - (samples[index - 1] ?? 0)) / 2
  }
  return result
}

/** Over all leads: the length of the slope vector per lead. */
export function jointSteepness(slopes: readonly Float64Array[]): Float64Array {
  const joint = new Float64Array(slopes[0]?.length ?? 0)
  for (const slope of slopes) {
    for (let index = 0; index < joint.length; index++) joint[index] = (joint[index] ?? 0) + (slope[index] ?? 0) ** 2
  }
  return joint.map((sum) => Math.sqrt(sum / Math.max(1, slopes.length)))
}

export function largestBetween(values: ArrayLike<number>, from: number, to: number): number {
  let largest = 0
  for (let index = Math.max(0, from); index <= Math.min(values.length - 1, to); index++) {
    largest = Math.max(largest, values[index] ?? 0)
  }
  return largest
}

/** The value below which this share of the values lies. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
}

export type Walk = {
  /** Where to begin, outside the wave. */
  readonly outside: number
  /** Never walk inward beyond it. */
  readonly inside: number
  /** Never walk outward beyond it. */
  readonly end: number
  /** Steep enough to be the wave itself. */
  readonly steep: number
  /** Less than this is rest. */
  readonly rest: number
  /** Samples that rest must last. */
  readonly restLength: number
}

/**
 * Inward to the wave, then outward again to where it comes to rest; the last sample before the rest.
 * Where it never rests before the next wave, the flattest instant between the two.
 */
export function walkToRest(slope: ArrayLike<number>, walk: Walk): number {
  const outward = walk.outside < walk.inside ? -1 : 1
  let at = walk.outside
  while ((at - walk.inside) * outward > 0 && (slope[at] ?? 0) < walk.steep) at -= outward
  let resting = 0
  let flattest = at
  for (; (walk.end - at) * outward > 0 && resting < walk.restLength; at += outward) {
    resting = (slope[at] ?? 0) < walk.rest ? resting + 1 : 0
    if ((slope[at] ?? 0) < (slope[flattest] ?? 0)) flattest = at
  }
  return resting < walk.restLength ? flattest : at - outward * resting
}
