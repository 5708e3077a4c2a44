/**
 * Flutter waves: atrial activity of 240 to 350 a minute that repeats itself (clinical.md RHY-08).
 *
 * Looked for between T and QRS, so that neither has to be taken away. Three things make it: what stands there
 * resembles what stands one period later, in height and in shape; half a period later it is its own opposite;
 * and the same beat goes on through the whole strip, past every QRS. T followed by P can have the first two, but
 * not the third, unless RR happens to be a multiple. The f waves of fibrillation do not keep time.
 * Not found in 2:1 conduction, where no such stretch is long enough; that is a regular tachycardia of about 150.
 */
import type { RhythmFeatures } from '../types'
import { quietSpansOfFlutter, samplesOf } from './quiet-time'
import { leadsNamed, type RhythmInput, type RhythmLead } from './rhythm-input'

type Flutter = NonNullable<RhythmFeatures['flutter']>

const LEADS = ['II', 'V1'] as const
const SLOWEST_BPM = 240
const FASTEST_BPM = 350
/** All pairs of samples one period apart must add up to this much time. */
const LEAST_PAIRED_MS = 400
/** Of a period: a shorter stretch shows one wave and the edge of another. */
const LEAST_STRETCH = 1.5
const LEAST_HEIGHT_UV = 50
/** Below this nothing repeats itself; the rule asks for more. */
const LEAST_PERIODICITY = 0.4
const GREATEST_HALF_WAY = -0.25
const LEAST_KEEPING_TIME = 0.4
const KEEPS_TIME_FOR_MS = 3000
/** How far off the period may have been read, in samples. */
const PERIOD_SLACK = 2

export function findFlutter(input: RhythmInput): Flutter | null {
  return leadsNamed(input, LEADS).reduce<Flutter | null>((best, lead) => {
    const found = flutterIn(lead, input)
    return found && (!best || found.periodicity > best.periodicity) ? found : best
  }, null)
}

function flutterIn({ name, smoothUv }: RhythmLead, input: RhythmInput): Flutter | null {
  const { sampleRateHz } = input
  const parts = quietSpansOfFlutter(input).flatMap((span): Part[] => {
    const samples = samplesOf(smoothUv, span, sampleRateHz)
    return samples ? [{ samples: withoutMean(samples), at: Math.round((span.fromMs * sampleRateHz) / 1000) }] : []
  })
  const period = likeliestPeriod(parts, sampleRateHz)
  if (!period) return null
  const { lag, periodicity } = period
  const long = longEnough(parts, lag).map(({ samples }) => samples)
  if (resemblance(long, Math.round(lag / 2)).agreement > GREATEST_HALF_WAY) return null
  if (keepingTime(parts, lag, smoothUv.length, sampleRateHz) < LEAST_KEEPING_TIME) return null
  return { rateBpm: (60 * sampleRateHz) / lag, periodicity, lead: name }
}

type Part = { readonly samples: Float32Array; readonly at: number }
type Period = { readonly lag: number; readonly periodicity: number }

function likeliestPeriod(parts: readonly Part[], sampleRateHz: number): Period | null {
  const first = Math.ceil((60 * sampleRateHz) / FASTEST_BPM)
  const last = Math.floor((60 * sampleRateHz) / SLOWEST_BPM)
  let best: Period | null = null
  for (let lag = first; lag <= last; lag++) {
    const long = longEnough(parts, lag).map(({ samples }) => samples)
    const { agreement, count, heightUv } = resemblance(long, lag)
    const isSeen = (count * 1000) / sampleRateHz >= LEAST_PAIRED_MS && heightUv >= LEAST_HEIGHT_UV
    if (isSeen && agreement > (best?.periodicity ?? LEAST_PERIODICITY)) best = { lag, periodicity: agreement }
  }
  return best && best.lag > first && best.lag < last ? best : null
}

const longEnough = (parts: readonly Part[], lag: number): readonly Part[] =>
  parts.filter(({ samples }) => samples.length >= LEAST_STRETCH * lag)

type Resemblance = { readonly agreement: number; readonly count: number; readonly heightUv: number }

/** Of the samples with those one lag later in the same stretch; the height is that of an equal sine. */
function resemblance(parts: readonly Float32Array[], lag: number): Resemblance {
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
  if (count === 0 || early + late === 0) return { agreement: 0, count, heightUv: 0 }
  const heightUv = 2 * Math.SQRT2 * Math.sqrt(Math.min(early, late) / count)
  return { agreement: (2 * product) / (early + late), count, heightUv }
}

/** Agreement over two and more periods, up to 3 s, across everything that lies between. */
function keepingTime(parts: readonly Part[], lag: number, length: number, sampleRateHz: number): number {
  const whole = new Float32Array(length).fill(Number.NaN)
  for (const { samples, at } of parts) whole.set(samples, at)
  const periods = Math.floor((KEEPS_TIME_FOR_MS * sampleRateHz) / (1000 * lag))
  let best = 0
  for (let period = lag - PERIOD_SLACK; period <= lag + PERIOD_SLACK; period += 0.5) {
    const shifts = Array.from({ length: periods - 1 }, (_, index) => Math.round((index + 2) * period))
    best = Math.max(best, agreementAt(shifts, whole))
  }
  return best
}

function agreementAt(shifts: readonly number[], samples: Float32Array): number {
  let product = 0
  let power = 0
  for (const shift of shifts) {
    for (let index = 0; index + shift < samples.length; index++) {
      const one = samples[index] ?? 0
      const other = samples[index + shift] ?? 0
      if (Number.isNaN(one) || Number.isNaN(other)) continue
      product += one * other
      power += (one * one + other * other) / 2
    }
  }
  return power === 0 ? 0 : product / power
}

function withoutMean(samples: Float32Array): Float32Array {
  const level = samples.reduce((sum, uv) => sum + uv, 0) / samples.length
  return samples.map((uv) => uv - level)
}
