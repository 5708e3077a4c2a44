const ENOUGH_SAMPLES = 2000

/** Of a whole lead, from at most 2000 of its samples spread evenly: the line that a trace stands on. */
export function medianUv(samplesUv: Float32Array): number {
  const stride = Math.max(1, Math.ceil(samplesUv.length / ENOUGH_SAMPLES))
  const spread = Float32Array.from({ length: Math.ceil(samplesUv.length / stride) }, (_, index) => {
    return samplesUv[index * stride] ?? Number.NaN
  })
  const sorted = spread.filter((uv) => !Number.isNaN(uv)).sort()
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** How far the samples go from a level, upwards (1) or downwards (-1); 0 when they never do. */
export function reachUv(samplesUv: Float32Array, levelUv: number, sign: 1 | -1): number {
  let farthestUv = 0
  for (const uv of samplesUv) {
    const reach = (uv - levelUv) * sign
    if (reach > farthestUv) farthestUv = reach
  }
  return farthestUv
}
