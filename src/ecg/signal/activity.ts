/**
 * How much like a QRS each instant is: one curve over all leads, about 1 at the usual beat (clinical.md A3.1).
 *
 * Each lead is held to 5–22 Hz, where a QRS has most and T, P, drift and muscle have little, and to its own usual
 * beat, so that a lead with a loose electrode weighs one lead and not its voltage. Noisy leads weigh less.
 * `slopeUvPerMs` is in true units: what tells a small QRS from the noise of a standstill.
 */
import { upperMedian } from '../median'
import { bandPass, lowPass } from './filters'

export type Activity = {
  readonly relative: Float32Array
  readonly slopeUvPerMs: Float32Array
}

const LOW_HZ = 5
const HIGH_HZ = 22
const SLOPE_HZ = 40
/** Half of a usual QRS on either side. */
const HALF_WINDOW_MS = 45
/** A beat at 30 per minute and more is met in each. */
const LEVEL_STRETCH_MS = 2000
/** An artefact counts at most as much as a beat this much higher than the usual one. */
const HIGHEST_RELATIVE = 2
/** Usual beat over usual sample: noise alone reaches 3 to 4, a clean lead 15 and more. */
const NOISE_RATIO = 3
const CLEAN_RATIO = 12
const LEAST_WEIGHT = 0.02
/** A lead whose usual beat is lower than this is not connected. */
const LEAST_LEVEL_UV = 2

export function activityOf(leads: readonly Float32Array[], sampleRateHz: number): Activity {
  const length = leads[0]?.length ?? 0
  const relative = new Float32Array(length)
  const slope = new Float32Array(length)
  let weights = 0
  let connected = 0
  for (const samples of leads) {
    const envelope = envelopeOf(finite(bandPass(samples, sampleRateHz, LOW_HZ, HIGH_HZ)), sampleRateHz)
    const level = usualHeight(envelope, sampleRateHz)
    if (level < LEAST_LEVEL_UV) continue
    const weight = weightOf(envelope, level)
    addSquares(relative, envelope, weight, level)
    addSlope(slope, finite(lowPass(samples, sampleRateHz, SLOPE_HZ)), sampleRateHz)
    weights += weight
    connected += 1
  }
  return {
    relative: relative.map((sum) => Math.sqrt(sum / Math.max(weights, LEAST_WEIGHT))),
    slopeUvPerMs: slope.map((sum) => Math.sqrt(sum / Math.max(connected, 1))),
  }
}

/** What is missing has no activity. */
function finite(samples: Float32Array): Float32Array {
  return samples.map((value) => (Number.isNaN(value) ? 0 : value))
}

/** Root mean square under a moving window. */
function envelopeOf(samples: Float32Array, sampleRateHz: number): Float32Array {
  const half = Math.max(1, Math.round((HALF_WINDOW_MS * sampleRateHz) / 1000))
  const { length } = samples
  const result = new Float32Array(length)
  let sum = 0
  for (let index = -half; index < length; index++) {
    const entering = samples[index + half] ?? 0
    const leaving = samples[index - half - 1] ?? 0
    sum += entering * entering - leaving * leaving
    if (index >= 0) result[index] = Math.sqrt(Math.max(0, sum) / (2 * half + 1))
  }
  return result
}

/** Median over stretches of the highest point in each. */
function usualHeight(envelope: Float32Array, sampleRateHz: number): number {
  const stretch = Math.min(envelope.length, Math.round((LEVEL_STRETCH_MS * sampleRateHz) / 1000))
  const heights: number[] = []
  for (let start = 0; start + stretch <= envelope.length && stretch > 0; start += stretch) {
    heights.push(highest(envelope, start, start + stretch))
  }
  return upperMedian(heights) ?? 0
}

function weightOf(envelope: Float32Array, level: number): number {
  const sampled = new Float32Array(Math.ceil(envelope.length / 10))
  for (let at = 0; at < sampled.length; at++) sampled[at] = envelope[at * 10] ?? 0
  const ratio = level / Math.max(sampled.sort()[sampled.length >> 1] ?? 0, 1e-3)
  return Math.min(1, Math.max(LEAST_WEIGHT, (ratio - NOISE_RATIO) / (CLEAN_RATIO - NOISE_RATIO)))
}

function addSquares(target: Float32Array, envelope: Float32Array, weight: number, level: number): void {
  for (let index = 0; index < target.length; index++) {
    const value = Math.min((envelope[index] ?? 0) / level, HIGHEST_RELATIVE)
    target[index] = (target[index] ?? 0) + weight * value * value
  }
}

/** Over 8 ms, centred. */
function addSlope(target: Float32Array, samples: Float32Array, sampleRateHz: number): void {
  const reach = Math.max(1, Math.round((4 * sampleRateHz) / 1000))
  const spanMs = (2 * reach * 1000) / sampleRateHz
  for (let index = reach; index < target.length - reach; index++) {
    const value = ((samples[index + reach] ?? 0) - (samples[index - reach] ?? 0)) / spanMs
    target[index] = (target[index] ?? 0) + value * value
  }
}

function highest(values: Float32Array, from: number, to: number): number {
  let result = 0
  for (let index = from; index < to; index++) result = Math.max(result, values[index] ?? 0)
  return result
}
