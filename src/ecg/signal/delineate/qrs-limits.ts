/**
 * Onset and offset of QRS in each lead of an averaged beat.
 *
 * A lead's QRS lasts from the first to the last instant at which it is steeper than a small share of
 * its own steepest flank, out to where it rests for several milliseconds. The leads together say
 * where to look, so that a flat lead or a tall T wave leads nobody astray. Microvolts, samples.
 */
import { jointSteepness, largestBetween, quantile, smooth, steepness, walkToRest } from './slopes'
import type { Limits, SamplesOf } from './types'

const SMOOTHING_MS = 6
const NEAR_R_MS = 100
/** A stretch within QRS in which no lead moves is shorter than this. */
const NOTCH_MS = 40
const BEFORE_MS = 150
const AFTER_MS = 180
/** Share of the steepest joint flank that belongs to QRS for certain. */
const JOINT_SHARE = 0.15
/** A delta wave before it: less steep than QRS, steeper than any P. */
const SLUR_SHARE = 0.07
const LEAST_SLUR_UV_PER_MS = 8
/** The same in a lead alone. */
const STEEP_SHARE = 0.2
const MARGIN_BEFORE_MS = 20
const MARGIN_AFTER_MS = 30
const REACH_BEFORE_MS = 70
const REACH_AFTER_MS = 100
const ONSET = { share: 0.03, leastUvPerMs: 0.75, restMs: 12 }
const OFFSET = { share: 0.05, leastUvPerMs: 1.5, restMs: 8 }
/** A limit lies above the unrest of the rest of the beat. */
const NOISE_QUANTILE = 0.4
const NOISE_FACTOR = 3
/** When the heart is so fast that T runs into QRS, above the slope of what lies beside QRS. */
const BESIDE_MS = { near: 10, far: 60 }
const BESIDE_QUANTILE = 0.75
const BESIDE_FACTOR = 1.3
const FAST_JOINT_SHARE = 0.25
const HIGHEST_REST_SHARE = 0.4
/** Below this a lead shows no QRS. */
const LEAST_STEEP_UV_PER_MS = 2

export function qrsLimits(
  leads: readonly Float32Array[],
  rIndex: number,
  isFast: boolean,
  samplesOf: SamplesOf,
): readonly (Limits | null)[] {
  const msPerSample = 10 / samplesOf(10)
  const slopes = leads.map((samples) => steepness(smooth(samples, samplesOf(SMOOTHING_MS))))
  const core = coreOf(jointSteepness(slopes), rIndex, isFast, samplesOf)
  return slopes.map((slope) => {
    const steepest = largestBetween(slope, core.onset, core.offset)
    if (steepest < LEAST_STEEP_UV_PER_MS * msPerSample) return null
    const noise = NOISE_FACTOR * quantile(slope, NOISE_QUANTILE)
    const restOf = ({ share, leastUvPerMs }: typeof ONSET, from: number, to: number) => {
      const least = Math.min(Math.max(share * steepest, leastUvPerMs * msPerSample, noise), STEEP_SHARE * steepest)
      if (!isFast) return least
      const near = slope.subarray(Math.max(0, from), Math.max(0, to))
      return Math.max(least, Math.min(BESIDE_FACTOR * quantile(near, BESIDE_QUANTILE), HIGHEST_REST_SHARE * steepest))
    }
    const [near, far] = [samplesOf(BESIDE_MS.near), samplesOf(BESIDE_MS.far)]
    const onsetRest = restOf(ONSET, core.onset - far, core.onset - near)
    const offsetRest = restOf(OFFSET, core.offset + near, core.offset + far)
    return {
      onset: walkToRest(slope, {
        outside: core.onset - samplesOf(MARGIN_BEFORE_MS),
        inside: core.offset,
        end: Math.max(0, core.onset - samplesOf(REACH_BEFORE_MS)),
        steep: Math.max(STEEP_SHARE * steepest, onsetRest),
        rest: onsetRest,
        restLength: samplesOf(ONSET.restMs),
      }),
      offset: walkToRest(slope, {
        outside: core.offset + samplesOf(MARGIN_AFTER_MS),
        inside: core.onset,
        end: Math.min(slope.length - 1, core.offset + samplesOf(REACH_AFTER_MS)),
        steep: Math.max(STEEP_SHARE * steepest, offsetRest),
        rest: offsetRest,
        restLength: samplesOf(OFFSET.restMs),
      }),
    }
  })
}

/** The steep middle of QRS over all leads together: from R outwards, a flat top or a notch of it included. */
function coreOf(joint: Float64Array, rIndex: number, isFast: boolean, samplesOf: SamplesOf): Limits {
  const near = samplesOf(NEAR_R_MS)
  const steepest = largestBetween(joint, rIndex - near, rIndex + near)
  const steep = (isFast ? FAST_JOINT_SHARE : JOINT_SHARE) * steepest
  const noise = NOISE_FACTOR * quantile(joint, NOISE_QUANTILE)
  const slur = Math.max(SLUR_SHARE * steepest, (LEAST_SLUR_UV_PER_MS * 10) / samplesOf(10), noise)
  const slurred = isFast ? steep : Math.min(steep, slur)
  return {
    onset: lastSteep(joint, rIndex, Math.max(0, rIndex - samplesOf(BEFORE_MS)), slurred, samplesOf(NOTCH_MS)),
    offset: lastSteep(
      joint,
      rIndex,
      Math.min(joint.length - 1, rIndex + samplesOf(AFTER_MS)),
      steep,
      samplesOf(NOTCH_MS),
    ),
  }
}

function lastSteep(joint: Float64Array, from: number, to: number, steep: number, notch: number): number {
  const step = from <= to ? 1 : -1
  let last = from
  for (let at = from; at !== to && Math.abs(at - last) <= notch; at += step) {
    if ((joint[at] ?? 0) >= steep) last = at
  }
  return last
}
