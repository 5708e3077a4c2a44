/**
 * Low waves that never rest: the atria of a fibrillation under a paced ventricle, where RR says nothing.
 *
 * Looked for between T and QRS in II and V1. P waves come and go, so that most windows of 140 ms are quiet beside the
 * highest; f waves fill them all alike. Noise fills them too, but most of its power lies above 10 Hz. Returned is the
 * median height of a window, in the lead where it is higher; null where waves come and go, or nothing but noise is there.
 */
import { peakToPeakUv } from './fibrillatory'
import { quietSpans, samplesOf } from './quiet-time'
import { leadsNamed, type RhythmInput, type RhythmLead, type Span } from './rhythm-input'
import { bandShare } from './spectrum'

const LEADS = ['II', 'V1'] as const
const WINDOW_MS = 140
const STEP_MS = 20
const LEAST_WINDOWS = 15
/** Nearly the highest window over a low one: 1.6 to 2.4 in fibrillation, 3 and more with P waves. */
const GREATEST_UNEVENNESS = 2.5
const LEAST_SLOW_SHARE = 0.6
const SLOW_HZ = [3, 10] as const
const ALL_HZ = [3, 40] as const
/** Shorter ones say nothing about 3 Hz. */
const LEAST_SPECTRUM_MS = 250

export function steadyWavesUv(input: RhythmInput): number | null {
  const spans = quietSpans(input)
  const heights = leadsNamed(input, LEADS).flatMap((lead) => heightIn(lead, spans, input.sampleRateHz) ?? [])
  return heights.length === 0 ? null : Math.max(...heights)
}

function heightIn({ smoothUv }: RhythmLead, spans: readonly Span[], sampleRateHz: number): number | null {
  const heights = spans
    .flatMap(windowsOf)
    .flatMap((span) => {
      const samples = samplesOf(smoothUv, span, sampleRateHz)
      return samples ? [peakToPeakUv(samples)] : []
    })
    .sort((one, other) => one - other)
  if (heights.length < LEAST_WINDOWS) return null
  const quantile = (share: number) => heights[Math.floor(share * heights.length)] ?? 0
  if (quantile(0.9) > GREATEST_UNEVENNESS * quantile(0.25)) return null
  return slowShare(smoothUv, spans, sampleRateHz) >= LEAST_SLOW_SHARE ? quantile(0.5) : null
}

function windowsOf({ fromMs, toMs }: Span): Span[] {
  const count = Math.max(0, Math.floor((toMs - fromMs - WINDOW_MS) / STEP_MS) + 1)
  return Array.from({ length: count }, (_, index) => {
    return { fromMs: fromMs + index * STEP_MS, toMs: fromMs + index * STEP_MS + WINDOW_MS }
  })
}

/** Mean over the stretches that are long enough; where none is, nothing speaks against it. */
function slowShare(smoothUv: Float32Array, spans: readonly Span[], sampleRateHz: number): number {
  const shares = spans
    .filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_SPECTRUM_MS)
    .flatMap((span) => {
      const samples = samplesOf(smoothUv, span, sampleRateHz)
      if (!samples) return []
      const level = samples.reduce((sum, uv) => sum + uv, 0) / samples.length
      return (
        bandShare(
          samples.map((uv) => uv - level),
          sampleRateHz,
          SLOW_HZ,
          ALL_HZ,
        ) ?? []
      )
    })
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}
