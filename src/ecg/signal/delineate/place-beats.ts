/** Every beat with the QRS and T of its shape's average, at its own place; positions in samples. */

import { median } from '../../median'
import { type AverageBeat, averageBeat } from './average-beat'
import type { PlacedBeat } from './marks-in-lead'
import type { VentricularBeat } from './steady-p'
import type { DelineationLead, SamplesOf } from './types'
import { type VentricularAverage, ventricularMarks, withT } from './ventricular-marks'

export type Placed = PlacedBeat & {
  readonly isUsual: boolean
  /** Not seen, or only up to where it was looked for. */
  readonly isTEndUnseen: boolean
}

type Input = {
  readonly leads: readonly DelineationLead[]
  readonly isJudge: readonly boolean[]
  readonly rPeaks: readonly number[]
  /** Beats of one shape, as indices into `rPeaks`; the largest group first. */
  readonly groups: readonly (readonly number[])[]
}

export type ShapeOfBeats = {
  readonly members: readonly number[]
  readonly fiducials: readonly number[]
  readonly average: AverageBeat
  readonly marks: VentricularAverage
  /** Where T must have ended, from R. */
  readonly latestTEnd: number
}

const BEFORE_R_MS = 300
const AFTER_R_MS = 700
/** This near to the R of a neighbour its QRS may have begun. */
const GUARD_MS = 80
const DEFAULT_RR_MS = 800
const FAST_RR_MS = 450
/** No T of a beat ends later than this share of RR after its R. */
const T_END_SHARE = 0.68
const LATEST_T_END_MS = 640
/** A T whose top stands nearer to the end of the time in which it was looked for has its end beyond. */
const LEAST_T_FALL_MS = 60

export function shapesOfBeats({ leads, isJudge, rPeaks, groups }: Input, samplesOf: SamplesOf): ShapeOfBeats[] {
  const [before, after, guard] = [samplesOf(BEFORE_R_MS), samplesOf(AFTER_R_MS), samplesOf(GUARD_MS)]
  const rrAfter = rPeaks.map((rPeak, index) => (rPeaks[index + 1] ?? Number.NaN) - rPeak)
  const usualRr = median(rrAfter.filter(Number.isFinite)) ?? samplesOf(DEFAULT_RR_MS)
  return groups.map((members) => {
    const fiducials = members.map((member) => rPeaks[member] ?? 0)
    const spans = members.map((member, index) => {
      const fiducial = fiducials[index] ?? 0
      return {
        fiducial,
        from: (rPeaks[member - 1] ?? -Infinity) + guard - fiducial,
        to: (rPeaks[member + 1] ?? Infinity) - guard - fiducial,
      }
    })
    const rr = median(members.map((member) => rrAfter[member] ?? Number.NaN).filter(Number.isFinite)) ?? usualRr
    const latestTEnd = Math.round(Math.min(T_END_SHARE * rr, samplesOf(LATEST_T_END_MS)))
    const average = averageBeat(leads, spans, before, after)
    const isFast = rr < samplesOf(FAST_RR_MS)
    const marks = ventricularMarks(average, isJudge, { latestEnd: latestTEnd, isFast }, samplesOf)
    return { members, fiducials, average, latestTEnd, marks }
  })
}

/** T ends before the next P begins: where that comes earlier than was thought, T is looked for again. */
export function endTBeforeP(
  shape: ShapeOfBeats,
  nextPOnset: (member: number) => number | null,
  isJudge: readonly boolean[],
  samplesOf: SamplesOf,
): ShapeOfBeats {
  const { members, fiducials, average, marks, latestTEnd } = shape
  const distances = members.flatMap((member, index) => {
    const onset = nextPOnset(member)
    return onset === null ? [] : [onset - (fiducials[index] ?? 0)]
  })
  const earlier = Math.round(median(distances) ?? Infinity)
  if (earlier >= latestTEnd) return shape
  return { ...shape, latestTEnd: earlier, marks: withT(marks, average, isJudge, earlier, samplesOf) }
}

export function placeBeats(shapes: readonly ShapeOfBeats[], samplesOf: SamplesOf): readonly Placed[] {
  const leastTFall = samplesOf(LEAST_T_FALL_MS)
  const placed: Placed[] = []
  shapes.forEach(({ members, fiducials, marks, latestTEnd }, shape) => {
    const isTEndUnseen = marks.tOffset === null || (marks.tPeak ?? 0) + leastTFall > latestTEnd
    members.forEach((member, index) => {
      placed[member] = { fiducial: fiducials[index] ?? 0, average: marks, isUsual: shape === 0, isTEndUnseen }
    })
  })
  return placed
}

export function qrsOnsetOf({ fiducial, average }: Placed): number {
  return fiducial + (average.qrs?.onset ?? 0)
}

/** When the heart is fast, P follows T so closely that the end that was found for T may be that of P. */
const T_PEAK_TO_P_MS = 110
const P_SHARE_OF_RR = 0.62
/** A heart so fast that T has no end of its own: what stands before is T. */
const UNSEEN_T_SHARE_OF_RR = 0.75

/** The beats in steps of the grid on which P is searched. */
export function ventricularBeats(
  placed: readonly Placed[],
  samplesPerStep: number,
  samplesOf: SamplesOf,
): readonly VentricularBeat[] {
  return placed.map((beat, index) => {
    const previous = placed[index - 1]
    const qrsEnd = previous ? previous.fiducial + (previous.average.qrs?.offset ?? 0) : 0
    const tEnd = previous ? tEndOf(previous, beat.fiducial, samplesOf) : 0
    return {
      qrsOnset: Math.floor(qrsOnsetOf(beat) / samplesPerStep),
      previousQrsEnd: Math.ceil(qrsEnd / samplesPerStep),
      freeFrom: Math.ceil(Math.max(qrsEnd, tEnd) / samplesPerStep),
      isUsual: beat.isUsual,
    }
  })
}

function tEndOf(beat: Placed, nextFiducial: number, samplesOf: SamplesOf): number {
  const { fiducial, isTEndUnseen } = beat
  const { tPeak, tOffset } = beat.average
  const rr = nextFiducial - fiducial
  if (isTEndUnseen && rr < samplesOf(FAST_RR_MS)) return fiducial + UNSEEN_T_SHARE_OF_RR * rr
  return fiducial + Math.min(tOffset ?? 0, Math.max((tPeak ?? 0) + samplesOf(T_PEAK_TO_P_MS), P_SHARE_OF_RR * rr))
}
