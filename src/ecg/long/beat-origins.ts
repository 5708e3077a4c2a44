/**
 * Where the beats of a stretch come from, quickly enough for a day: from the likeness of each to the usual beat and from
 * its timing. The engine that measures a strip looks at width and P wave as well (`src/ecg/signal/classify-beats.ts`) and
 * takes ten times as long; here is what a reader jumps to, not what a rule judges.
 *
 * Likeness is the correlation of all stored leads together, from 80 ms before to 120 ms after R. A beat unlike the usual
 * one is ventricular when it comes early, else of no known origin; an early beat like the usual one, in an otherwise
 * regular rhythm, is supraventricular. Milliseconds; indices of samples.
 */
import type { BeatClass } from '../measure/types'
import { median } from '../median'

const BEFORE_MS = 80
const AFTER_MS = 120
const STEP_MS = 8
const MOST_LEADS = 3
const ALIKE = 0.8
const UNLIKE = 0.75
const PREMATURE_SHARE = 0.85
/** An atrial beat is told by its timing alone, so more is asked of it. */
const ATRIAL_SHARE = 0.8
const REGULAR_TOLERANCE = 0.12
const REGULAR_SHARE = 0.6
const NEAR_INTERVALS = 4
/** Fewer beats show no usual one. */
const LEAST_BEATS = 5

export function beatOrigins(
  leads: readonly Float32Array[],
  peaks: readonly number[],
  sampleRateHz: number,
): readonly BeatClass[] {
  if (peaks.length < LEAST_BEATS) return peaks.map(() => 'dominant')
  const vectors = peaks.map((peak) => vectorOf(leads.slice(0, MOST_LEADS), peak, sampleRateHz))
  const likeness = likenessToUsual(vectors)
  const intervals = peaks.map((peak, index) => peak - (peaks[index - 1] ?? Number.NaN))
  const shares = intervals.map((interval, index) => interval / usualNear(intervals, index))
  const regular = shares.filter((share) => Math.abs(share - 1) <= REGULAR_TOLERANCE).length
  const isRegular = regular >= REGULAR_SHARE * (peaks.length - 1)
  return peaks.map((_, index): BeatClass => {
    const like = likeness[index] ?? 1
    const share = shares[index] ?? Number.NaN
    if (like < UNLIKE) return share < PREMATURE_SHARE ? 'ventricular' : 'other'
    return isRegular && like >= ALIKE && share < ATRIAL_SHARE ? 'supraventricular' : 'dominant'
  })
}

/** Against the mean of those that are like the mean of all: a few beats of another shape do not count. */
function likenessToUsual(vectors: readonly Float32Array[]): readonly number[] {
  const mean = meanOf(vectors)
  const alike = vectors.filter((vector) => correlation(vector, mean) >= ALIKE)
  const usual = alike.length * 2 >= vectors.length ? meanOf(alike) : mean
  return vectors.map((vector) => correlation(vector, usual))
}

/** Each lead without its level; missing samples are 0. */
function vectorOf(leads: readonly Float32Array[], peak: number, sampleRateHz: number): Float32Array {
  const samplesOf = (ms: number) => (ms * sampleRateHz) / 1000
  const points = Math.floor((BEFORE_MS + AFTER_MS) / STEP_MS)
  const vector = new Float32Array(points * leads.length)
  leads.forEach((samples, lead) => {
    let sum = 0
    for (let point = 0; point < points; point++) {
      const uv = samples[Math.round(peak + samplesOf(point * STEP_MS - BEFORE_MS))] ?? 0
      const present = Number.isNaN(uv) ? 0 : uv
      vector[lead * points + point] = present
      sum += present
    }
    for (let point = 0; point < points; point++) {
      vector[lead * points + point] = (vector[lead * points + point] ?? 0) - sum / points
    }
  })
  return vector
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) {
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (vector[at] ?? 0) / vectors.length
  }
  return mean
}

function correlation(one: Float32Array, other: Float32Array): number {
  let product = 0
  let oneSquared = 0
  let otherSquared = 0
  for (let at = 0; at < one.length; at++) {
    const a = one[at] ?? 0
    const b = other[at] ?? 0
    product += a * b
    oneSquared += a * a
    otherSquared += b * b
  }
  return oneSquared === 0 || otherSquared === 0 ? 0 : product / Math.sqrt(oneSquared * otherSquared)
}

/** Median of the intervals around one. */
function usualNear(intervals: readonly number[], index: number): number {
  const near = intervals.slice(Math.max(0, index - NEAR_INTERVALS), index + NEAR_INTERVALS + 1)
  return median(near.filter(Number.isFinite)) ?? Number.NaN
}
