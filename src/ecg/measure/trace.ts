/** One lead of the usual beat, read by time. Microvolts; milliseconds from its first sample. */

export type Trace = { readonly samplesUv: Float32Array; readonly sampleRateHz: number }

export const msAt = (trace: Trace, index: number): number => (index * 1000) / trace.sampleRateHz

/** First sample at or after the instant, within the trace. */
export function indexFrom(trace: Trace, instantMs: number): number {
  return Math.max(0, Math.ceil((instantMs * trace.sampleRateHz) / 1000 - 1e-6))
}

/** Last sample at or before the instant, within the trace. */
export function indexTo(trace: Trace, instantMs: number): number {
  return Math.min(trace.samplesUv.length - 1, Math.floor((instantMs * trace.sampleRateHz) / 1000 + 1e-6))
}

export const sampleUv = (trace: Trace, index: number): number => trace.samplesUv[index] ?? Number.NaN

/** Between the samples; NaN outside the trace. */
export function valueUv(trace: Trace, instantMs: number): number {
  const position = (instantMs * trace.sampleRateHz) / 1000
  const before = Math.floor(position)
  const share = position - before
  const first = sampleUv(trace, before)
  return share < 1e-6 ? first : first + (sampleUv(trace, before + 1) - first) * share
}

/** Mean of the samples between two instants; NaN where there is none or one is missing. */
export function levelUv(trace: Trace, fromMs: number, toMs: number): number {
  const from = indexFrom(trace, fromMs)
  const to = indexTo(trace, toMs)
  let sum = 0
  for (let index = from; index <= to; index++) sum += sampleUv(trace, index)
  return to < from ? Number.NaN : sum / (to - from + 1)
}

/** Signed area under the samples between two instants. */
export function areaUvMs(trace: Trace, fromMs: number, toMs: number): number {
  const from = indexFrom(trace, fromMs)
  const to = indexTo(trace, toMs)
  let sum = to < from ? Number.NaN : 0
  for (let index = from; index <= to; index++) sum += sampleUv(trace, index)
  return (sum * 1000) / trace.sampleRateHz
}

/** Largest and smallest sample between two instants; null where one is missing. */
export function extremesUv(trace: Trace, fromMs: number, toMs: number): { maxUv: number; minUv: number } | null {
  let maxUv = Number.NEGATIVE_INFINITY
  let minUv = Number.POSITIVE_INFINITY
  for (let index = indexFrom(trace, fromMs); index <= indexTo(trace, toMs); index++) {
    const uv = sampleUv(trace, index)
    if (Number.isNaN(uv)) return null
    maxUv = Math.max(maxUv, uv)
    minUv = Math.min(minUv, uv)
  }
  return maxUv < minUv ? null : { maxUv, minUv }
}

export function shifted(trace: Trace, byUv: number): Trace {
  return { ...trace, samplesUv: trace.samplesUv.map((uv) => uv - byUv) }
}

/** Centred moving average; the ends stay as they are. */
export function smoothed(trace: Trace, widthMs: number): Trace {
  const half = Math.round((widthMs * trace.sampleRateHz) / 2000)
  const count = 2 * half + 1
  const source = trace.samplesUv
  if (half === 0 || source.length < count) return trace
  const samplesUv = source.slice()
  for (let index = half; index < source.length - half; index++) {
    let sum = 0
    for (let at = index - half; at <= index + half; at++) sum += source[at] ?? 0
    samplesUv[index] = sum / count
  }
  return { ...trace, samplesUv }
}
