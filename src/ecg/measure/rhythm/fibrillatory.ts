/**
 * Height of what lies between T and the next atrial wave or QRS, where f waves would be.
 *
 * The larger of II and V1, as a median over the stretches of at least 120 ms: that long an f wave
 * of 5.5 to 8.5 Hz needs to show its height. Where P waves are there, it is the noise.
 */
import { median } from '../../median'
import { quietSpans, samplesOf } from './quiet-time'
import { leadsNamed, type RhythmInput } from './rhythm-input'

const LEADS = ['V1', 'II'] as const
const LEAST_SPAN_MS = 120
const LEAST_SPANS = 2

export function fibrillatoryUv(input: RhythmInput): number | null {
  const spans = quietSpans(input)
    .map((span) => {
      const onsetMs = input.pWaves.find((wave) => wave.offsetMs > span.fromMs && wave.onsetMs < span.toMs)?.onsetMs
      return { fromMs: span.fromMs, toMs: Math.min(span.toMs, onsetMs ?? span.toMs) }
    })
    .filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_SPAN_MS)
  const perLead = leadsNamed(input, LEADS).flatMap(({ smoothUv }) => {
    const heights = spans.flatMap((span) => {
      const samples = samplesOf(smoothUv, span, input.sampleRateHz)
      return samples ? [peakToPeakUv(samples)] : []
    })
    return heights.length < LEAST_SPANS ? [] : [median(heights) ?? 0]
  })
  return perLead.length === 0 ? null : Math.max(...perLead)
}

export function peakToPeakUv(samples: Float32Array): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const uv of samples) {
    if (uv < low) low = uv
    if (uv > high) high = uv
  }
  return high >= low ? high - low : 0
}
