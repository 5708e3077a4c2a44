const ENOUGH_SAMPLES = 2000

/** Of a whole lead, from at most 2000 of its samples spread evenly: the line that a trace stands on. */
export function medianUv(samplesUv: Float32Array): number {
  const stride = Math.max(1, Math.ceil(samplesUv.length / ENOUGH_SAMPLES))
  const sorted = Float32Array.from({ length: Math.ceil(samplesUv.length / stride) }, (_, index) => {
    return samplesUv[index * stride] ?? 0
  }).sort()
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
