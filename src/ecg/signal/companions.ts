/**
 * P and T waves among the peaks of activity: a wave that accompanies most beats at one distance is a part of them.
 *
 * Amplitude alone cannot tell: a T wave may stand higher than a small QRS, and an early ventricular beat is less steep
 * than the beat before it. What returns with every beat, less steep than it, is its P or T wave; what comes once is a beat, and what is as steep as the beat asked is the next.
 */
import { upperMedian } from '../median'
import { type Peak, peaksBetween } from './activity-peaks'

const P_WAVE_MS = 320
const T_WAVE_MS = 400
const SAME_DISTANCE_MS = 40
const SAME_HEIGHT_SHARE = 0.6
/** From this share of the beats on, a wave accompanies them. */
const ACCOMPANYING_SHARE = 0.5
/** How steep beside its beat a wave may be to be taken for a part of it. */
const COMPANION_SLOPE_SHARE = 0.8
const SINGLE_SLOPE_SHARE = 0.15
/** One lead alone may lie across the early beat, and has more noise to show. */
const SINGLE_SLOPE_SHARE_OF_FEW = 0.35
/** With no other beat to ask, its steepness alone decides. */
const ALONE_SLOPE_SHARE = 0.5
/** Fewer beats do not say what is usual; what stands out from it is so much steeper and higher. */
const LEAST_WITNESSES = 4
const OVER_SLOPES = 2
const OVER_HEIGHTS = 1.7
/** Of the steepness that is asked of one lead alone. */
const LOWEST_STANDING_OUT = 0.6
/** A beat that is so much higher than the others has a T wave of its own. */
const GIANT = 1.5
/** Beats on either side that are asked. */
const WITNESS_COUNT = 8

/** The beats among the peaks that are high enough, in their order. */
export function withoutCompanions(
  high: readonly Peak[],
  peaks: readonly Peak[],
  sampleRateHz: number,
  { isOfFewLeads }: { readonly isOfFewLeads: boolean },
): readonly Peak[] {
  const leastSteepness = isOfFewLeads ? SINGLE_SLOPE_SHARE_OF_FEW : SINGLE_SLOPE_SHARE
  const samplesOf = (ms: number) => (ms * sampleRateHz) / 1000
  const accompanies = (wave: Peak, of: Peak) =>
    isCompanion(wave, of, { high, peaks, tolerance: samplesOf(SAME_DISTANCE_MS), leastSteepness })
  const afterT: Peak[] = []
  const tWaves: Peak[] = []
  for (const peak of high) {
    const before = afterT.at(-1)
    const isT = before && peak.index - before.index < samplesOf(T_WAVE_MS) && accompanies(peak, before)
    if (isT) tWaves.push(peak)
    else afterT.push(peak)
  }
  const [first] = afterT
  if (first && first.index < samplesOf(T_WAVE_MS) && isAlike(first, tWaves, afterT)) afterT.shift()
  return afterT.filter((peak, at) => {
    const next = afterT[at + 1]
    return !(next && next.index - peak.index < samplesOf(P_WAVE_MS) && accompanies(peak, next))
  })
}

/** The T wave of a beat before the first sample: as steep as the other T waves and not as steep as the beats. */
function isAlike(first: Peak, tWaves: readonly Peak[], beats: readonly Peak[]): boolean {
  const near = tWaves.slice(0, WITNESS_COUNT)
  const steepest = Math.max(...near.map(({ slopeUvPerMs }) => slopeUvPerMs))
  const second = beats[1]
  if (near.length === 0 || !second) return false
  return first.slopeUvPerMs < 1.2 * steepest && first.slopeUvPerMs < COMPANION_SLOPE_SHARE * second.slopeUvPerMs
}

type Surroundings = {
  readonly high: readonly Peak[]
  readonly peaks: readonly Peak[]
  readonly tolerance: number
  readonly leastSteepness: number
}

function isCompanion(wave: Peak, beat: Peak, around: Surroundings): boolean {
  const { high, tolerance, leastSteepness } = around
  const steepness = wave.slopeUvPerMs / beat.slopeUvPerMs
  if (steepness < Math.max(SINGLE_SLOPE_SHARE, LOWEST_STANDING_OUT * leastSteepness)) return true
  if (steepness >= COMPANION_SLOPE_SHARE) return false
  const at = high.indexOf(beat)
  const witnesses = high
    .slice(Math.max(0, at - WITNESS_COUNT), at + WITNESS_COUNT + 1)
    .filter((other) => other !== beat && other !== wave && other.slopeUvPerMs >= SAME_HEIGHT_SHARE * beat.slopeUvPerMs)
  const distance = wave.index - beat.index
  const wavesOf = ({ index }: Peak, within: number) =>
    peaksBetween(around.peaks, index + distance - within - 1, index + distance + within + 1)
  if (steepness < leastSteepness) {
    const isGiant = beat.height > GIANT * (upperMedian(witnesses.map(({ height }) => height)) ?? 0)
    const usual = witnesses.map((other) => wavesOf(other, 2 * tolerance))
    return isGiant || !standsOut(wave, usual)
  }
  const agreeing = witnesses.filter((other) =>
    wavesOf(other, tolerance).some(
      ({ height, slopeUvPerMs }) =>
        height >= SAME_HEIGHT_SHARE * wave.height && slopeUvPerMs < COMPANION_SLOPE_SHARE * other.slopeUvPerMs,
    ),
  )
  if (witnesses.length === 0) return steepness < ALONE_SLOPE_SHARE
  return agreeing.length >= ACCOMPANYING_SHARE * witnesses.length
}

/** Low beside its beat, and yet far steeper and higher than what other beats have at that distance. */
function standsOut(wave: Peak, usual: readonly (readonly Peak[])[]): boolean {
  if (usual.length < LEAST_WITNESSES) return false
  const slopes = usual.map((peaks) => Math.max(0, ...peaks.map(({ slopeUvPerMs }) => slopeUvPerMs)))
  const heights = usual.map((peaks) => Math.max(0, ...peaks.map(({ height }) => height)))
  return (
    wave.slopeUvPerMs >= OVER_SLOPES * (upperMedian(slopes) ?? 0) &&
    wave.height >= OVER_HEIGHTS * (upperMedian(heights) ?? 0)
  )
}
