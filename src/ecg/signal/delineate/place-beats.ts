/** Every beat with the QRS and T of its shape's average, at its own place; positions in samples. */
import { averageBeat } from './average-beat'
import type { PlacedBeat } from './marks-in-lead'
import { medianOf } from './slopes'
import type { VentricularBeat } from './steady-p'
import type { DelineationLead, SamplesOf } from './types'
import { ventricularMarks } from './ventricular-marks'

export type Placed = PlacedBeat & { readonly isUsual: boolean }

type Input = {
  readonly leads: readonly DelineationLead[]
  readonly isJudge: readonly boolean[]
  readonly rPeaks: readonly number[]
  /** Beats of one shape, as indices into `rPeaks`; the largest group first. */
  readonly groups: readonly (readonly number[])[]
}

const BEFORE_R_MS = 300
const AFTER_R_MS = 700
/** This near to the R of a neighbour its QRS may have begun. */
const GUARD_MS = 80
const DEFAULT_RR_MS = 800

export function placeBeats({ leads, isJudge, rPeaks, groups }: Input, samplesOf: SamplesOf): readonly Placed[] {
  const [before, after, guard] = [samplesOf(BEFORE_R_MS), samplesOf(AFTER_R_MS), samplesOf(GUARD_MS)]
  const rrAfter = rPeaks.map((rPeak, index) => (rPeaks[index + 1] ?? Number.NaN) - rPeak)
  const usualRr = medianOf(rrAfter.filter(Number.isFinite)) ?? samplesOf(DEFAULT_RR_MS)
  const placed: Placed[] = []
  groups.forEach((members, group) => {
    const spans = members.map((member) => {
      const fiducial = rPeaks[member] ?? 0
      return {
        fiducial,
        from: (rPeaks[member - 1] ?? -Infinity) + guard - fiducial,
        to: (rPeaks[member + 1] ?? Infinity) - guard - fiducial,
      }
    })
    const known = members.map((member) => rrAfter[member] ?? Number.NaN).filter(Number.isFinite)
    const average = averageBeat(leads, spans, before, after)
    const marks = ventricularMarks(average, isJudge, medianOf(known) ?? usualRr, samplesOf)
    for (const member of members) {
      placed[member] = { fiducial: rPeaks[member] ?? 0, average: marks, isUsual: group === 0 }
    }
  })
  return placed
}

export function qrsOnsetOf({ fiducial, average }: Placed): number {
  return fiducial + (average.qrs?.onset ?? 0)
}

/** The beats in steps of the grid on which P is searched. */
export function ventricularBeats(placed: readonly Placed[], samplesPerStep: number): readonly VentricularBeat[] {
  return placed.map((beat, index) => {
    const previous = placed[index - 1]
    const qrsEnd = previous ? previous.fiducial + (previous.average.qrs?.offset ?? 0) : 0
    const tEnd = previous ? previous.fiducial + (previous.average.tOffset ?? 0) : 0
    return {
      qrsOnset: Math.floor(qrsOnsetOf(beat) / samplesPerStep),
      previousQrsEnd: Math.ceil(qrsEnd / samplesPerStep),
      freeFrom: Math.ceil(Math.max(qrsEnd, tEnd) / samplesPerStep),
      isUsual: beat.isUsual,
    }
  })
}
