/**
 * Flutter waves: atrial activity of 240 to 350 a minute that repeats itself (clinical.md RHY-08).
 *
 * Looked for between T and QRS, so that neither has to be taken away: there a sinus P stands once and
 * resembles nothing one flutter period away, while the f waves of fibrillation change. Not found in
 * 2:1 conduction, where no such stretch is long enough; that is a regular tachycardia of about 150.
 */

import type { RhythmFeatures } from '../types'
import { quietSpans, samplesOf } from './quiet-time'
import { leadsNamed, type RhythmInput, type RhythmLead } from './rhythm-input'

type Flutter = NonNullable<RhythmFeatures['flutter']>

const LEADS = ['II', 'V1'] as const
const SLOWEST_BPM = 240
const FASTEST_BPM = 350
/** All pairs of samples one period apart must add up to this much time. */
const LEAST_PAIRED_MS = 600
const LEAST_HEIGHT_UV = 30
/** Below this nothing repeats itself; the rule asks for more. */
const LEAST_PERIODICITY = 0.4

export function findFlutter(input: RhythmInput): Flutter | null {
  return leadsNamed(input, LEADS).reduce<Flutter | null>((best, lead) => {
    const found = flutterIn(lead, input)
    return found && (!best || found.periodicity > best.periodicity) ? found : best
  }, null)
}

function flutterIn({ name, smoothUv }: RhythmLead, input: RhythmInput): Flutter | null {
  const { sampleRateHz } = input
  const parts = quietSpans(input).flatMap((span) => {
    const samples = samplesOf(smoothUv, span, sampleRateHz)
    return samples ? [withoutMean(samples)] : []
  })
  const samplesPerMinute = 60 * sampleRateHz
  const lags = { from: Math.ceil(samplesPerMinute / FASTEST_BPM), to: Math.floor(samplesPerMinute / SLOWEST_BPM) }
  let best: { readonly lag: number; readonly periodicity: number } | null = null
  for (let lag = lags.from; lag <= lags.to; lag++) {
    const periodicity = resemblance(parts, lag, sampleRateHz)
    if (periodicity !== null && periodicity > (best?.periodicity ?? LEAST_PERIODICITY)) best = { lag, periodicity }
  }
  if (!best || best.lag === lags.from || best.lag === lags.to) return null
  return { rateBpm: samplesPerMinute / best.lag, periodicity: best.periodicity, lead: name }
}

/** Correlation of the samples with those one lag later in the same stretch; null where too few or too flat. */
function resemblance(parts: readonly Float32Array[], lag: number, sampleRateHz: number): number | null {
  let product = 0
  let early = 0
  let late = 0
  let count = 0
  for (const part of parts) {
    for (let index = 0; index + lag < part.length; index++) {
      const one = part[index] ?? 0
      const other = part[index + lag] ?? 0
      product += one * other
      early += one * one
      late += other * other
      count++
    }
  }
  const isEnough = (count * 1000) / sampleRateHz >= LEAST_PAIRED_MS
  const isHigh = Math.sqrt(Math.min(early, late) / count) >= LEAST_HEIGHT_UV / (2 * Math.SQRT2)
  return isEnough && isHigh ? product / Math.sqrt(early * late) : null
}

function withoutMean(samples: Float32Array): Float32Array {
  const level = samples.reduce((sum, uv) => sum + uv, 0) / samples.length
  return samples.map((uv) => uv - level)
}
