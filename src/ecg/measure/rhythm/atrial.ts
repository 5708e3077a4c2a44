/**
 * The atria: how often, how regularly, and how firmly tied to the ventricles (clinical.md B3).
 *
 * An interval of two or three PP is one with hidden P waves when each of the missing ones would have
 * fallen into a QRS or T; in a true pause it stays one long interval.
 */
import { median } from '../../median'
import { mean, variationCoefficient } from '../numeric'
import type { Beat, PWave, RhythmFeatures } from '../types'
import { leadsNamed, type RhythmInput } from './rhythm-input'

type Atrial = Pick<RhythmFeatures, 'shareOfBeatsWithP' | 'pCorrelation' | 'atrialRateBpm' | 'ppCv' | 'prSeriesMs'>

const P_WINDOW_FROM_MS = 220
const P_WINDOW_TO_MS = 20
/** Fewer are alike by chance. */
const LEAST_WINDOWS = 5
const LEAST_P_WAVES = 3
const P_LEADS = ['II', 'V1'] as const
/** P that would begin so shortly before QRS cannot be told from it. */
const HIDDEN_BEFORE_QRS_MS = 60
const T_AFTER_R_MS = 320
/** A P wave on the end of T is not seen either. */
const HIDDEN_AFTER_T_MS = 60

export function describeAtria(input: RhythmInput): Atrial {
  const { beats, pWaves } = input
  const ppMs = ppIntervalsMs(pWaves, beats)
  const meanPpMs = mean(ppMs)
  const prSeriesMs = beats.map((beat, index) => prOf(beat, index, pWaves))
  return {
    shareOfBeatsWithP: beats.length === 0 ? null : prSeriesMs.filter((prMs) => prMs !== null).length / beats.length,
    pCorrelation: pCorrelation(input),
    atrialRateBpm: meanPpMs === null ? null : 60_000 / meanPpMs,
    ppCv: variationCoefficient(ppMs),
    prSeriesMs,
  }
}

function prOf(beat: Beat, index: number, pWaves: readonly PWave[]): number | null {
  const onsetMs = pWaves.find(({ beatIndex }) => beatIndex === index)?.onsetMs ?? beat.pOnsetMs
  return onsetMs === null || beat.qrsOnsetMs === null ? null : beat.qrsOnsetMs - onsetMs
}

function ppIntervalsMs(pWaves: readonly PWave[], beats: readonly Beat[]): number[] {
  if (pWaves.length < LEAST_P_WAVES) return []
  const intervals = pWaves.slice(1).map((wave, index) => ({ toMs: wave.peakMs, fromMs: pWaves[index]?.peakMs ?? 0 }))
  const usualMs = lowerQuartile(intervals.map(({ fromMs, toMs }) => toMs - fromMs))
  return intervals.flatMap(({ fromMs, toMs }) => {
    const count = Math.round((toMs - fromMs) / usualMs)
    const stepMs = (toMs - fromMs) / count
    const missing = Array.from({ length: Math.max(0, count - 1) }, (_, index) => fromMs + (index + 1) * stepMs)
    const isFolded = count > 1 && missing.every((atMs) => beats.some((beat) => hides(beat, atMs)))
    return isFolded ? Array.from({ length: count }, () => stepMs) : [toMs - fromMs]
  })
}

/** Not the middle: up to a half of the intervals may have a P wave hidden in them. */
function lowerQuartile(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 4)] ?? 0
}

function hides({ rPeakMs, qrsOnsetMs, tOffsetMs }: Beat, atMs: number): boolean {
  const fromMs = (qrsOnsetMs ?? rPeakMs) - HIDDEN_BEFORE_QRS_MS
  return atMs >= fromMs && atMs <= (tOffsetMs ?? rPeakMs + T_AFTER_R_MS) + HIDDEN_AFTER_T_MS
}

/**
 * Each window against the mean of the others: without a steady P they have nothing in common. Where T of the
 * beat before reaches into the window, that is what they have in common; such beats do not count.
 */
function pCorrelation(input: RhythmInput): number | null {
  const { beats } = input
  const usable = beats.filter((beat, index) => {
    const tEndMs = beats[index - 1]?.tOffsetMs ?? Number.NEGATIVE_INFINITY
    return beat.qrsOnsetMs !== null && tEndMs <= beat.qrsOnsetMs - P_WINDOW_FROM_MS
  })
  const perLead = leadsNamed(input, P_LEADS).flatMap(({ smoothUv }) => {
    const windows = usable.flatMap((beat) => pWindow(beat, smoothUv, input.sampleRateHz) ?? [])
    return windows.length < LEAST_WINDOWS ? [] : [leaveOneOutCorrelation(windows)]
  })
  return perLead.length === 0 ? null : Math.max(0, ...perLead)
}

function pWindow({ qrsOnsetMs, class: beatClass }: Beat, samples: Float32Array, rateHz: number): Float32Array | null {
  if (qrsOnsetMs === null || beatClass === 'ventricular' || beatClass === 'paced') return null
  const from = Math.round(((qrsOnsetMs - P_WINDOW_FROM_MS) * rateHz) / 1000)
  const length = Math.round(((P_WINDOW_FROM_MS - P_WINDOW_TO_MS) * rateHz) / 1000)
  if (from < 0 || from + length > samples.length) return null
  const window = detrended(samples.subarray(from, from + length))
  return window.some(Number.isNaN) ? null : window
}

/** Without its mean and its slope. */
function detrended(samples: Float32Array): Float32Array {
  const middle = (samples.length - 1) / 2
  let sum = 0
  let moment = 0
  let spread = 0
  for (let index = 0; index < samples.length; index++) {
    const uv = samples[index] ?? 0
    sum += uv
    moment += uv * (index - middle)
    spread += (index - middle) ** 2
  }
  const level = sum / samples.length
  const slope = spread === 0 ? 0 : moment / spread
  return samples.map((uv, index) => uv - level - slope * (index - middle))
}

function leaveOneOutCorrelation(windows: readonly Float32Array[]): number {
  const length = windows[0]?.length ?? 0
  const sum = new Float64Array(length)
  for (const window of windows) {
    for (let index = 0; index < length; index++) sum[index] = (sum[index] ?? 0) + (window[index] ?? 0)
  }
  return (
    median(
      windows.map((window) => {
        let product = 0
        let own = 0
        let others = 0
        for (let index = 0; index < length; index++) {
          const uv = window[index] ?? 0
          const rest = (sum[index] ?? 0) - uv
          product += uv * rest
          own += uv * uv
          others += rest * rest
        }
        return own > 0 && others > 0 ? product / Math.sqrt(own * others) : 0
      }),
    ) ?? 0
  )
}
