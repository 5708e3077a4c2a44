/**
 * Missing samples (NaN) while a signal is filtered: bridged by a straight line, and missing again afterwards.
 */

/** Runs `filter` over the bridged samples; what was missing is missing in the result. */
export function acrossGaps(samples: Float32Array, filter: (bridged: Float64Array) => Float64Array): Float32Array {
  const bridged = bridgeGaps(samples)
  if (!bridged) return new Float32Array(samples.length).fill(Number.NaN)
  const filtered = new Float32Array(filter(bridged))
  for (let index = 0; index < filtered.length; index++) {
    if (Number.isNaN(samples[index])) filtered[index] = Number.NaN
  }
  return filtered
}

/** Straight lines over the holes, the nearest value before the first and after the last; null when all is missing. */
export function bridgeGaps(samples: Float32Array): Float64Array | null {
  const bridged = new Float64Array(samples)
  let last = -1
  for (let index = 0; index < bridged.length; index++) {
    const value = bridged[index] ?? 0
    if (Number.isNaN(value)) continue
    if (index - last > 1) fill(bridged, last, index)
    last = index
  }
  if (last < 0) return null
  bridged.fill(bridged[last] ?? 0, last)
  return bridged
}

function fill(samples: Float64Array, before: number, after: number): void {
  const to = samples[after] ?? 0
  const from = before < 0 ? to : (samples[before] ?? 0)
  for (let index = before + 1; index < after; index++) {
    samples[index] = from + ((to - from) * (index - before)) / (after - before)
  }
}
