/**
 * Whether a P wave leads to the beats, and where it lies before QRS.
 *
 * Sinus rhythm repeats one shape at one distance from QRS; fibrillation does not, however coarse its
 * waves. Flutter may: then the same shape stands once more 140–300 ms earlier. Positions in steps of
 * the grid (`atrial-view.ts`).
 */

import { median } from '../../median'
import {
  type AtrialView,
  bestMatch,
  bumpAt,
  HALF_SHAPE,
  heightOver,
  matchAt,
  type Shape,
  STEP_MS,
  shapeAt,
  suffices,
  usualShape,
} from './atrial-view'

/** What the search must know of a beat, in steps of the grid. */
export type VentricularBeat = {
  readonly qrsOnset: number
  /** End of QRS of the beat before. */
  readonly previousQrsEnd: number
  /** End of T of the beat before, or of its QRS where no T was seen. */
  readonly freeFrom: number
  readonly isUsual: boolean
}

export type SteadyP = {
  readonly shape: Shape
  /** Middle of P against QRS onset: negative. */
  readonly offset: number
  readonly heightUv: number
}

const EARLIEST = Math.round(-420 / STEP_MS)
const LATEST = Math.round(-44 / STEP_MS)
/** The middle of P may stand this near to the end of T. */
const AFTER_T = Math.round(24 / STEP_MS)
/** An atrial pacing pulse, blunted by the device, has its whole height within 24 ms; P has at most half. */
const PULSE = { reach: Math.round(24 / STEP_MS), share: 0.75 }
const LEAST_BEATS = 3
const LEAST_CORRELATION = 0.88
/** Bump over the leads, root mean square: the lowest true one seen is 13, noise of averaged beats is below 6. */
const LEAST_HEIGHT_UV = 8
/** Blunted atrial pulses and recharging disturb the trace before a paced QRS, T that before a racing one. */
const DISTURBED = 2
const RACING_GAP = Math.round(260 / STEP_MS)

export function findSteadyP(view: AtrialView, beats: readonly VentricularBeat[], isPaced: boolean): SteadyP | null {
  const usual = beats.filter(({ isUsual, qrsOnset }) => isUsual && qrsOnset + EARLIEST - HALF_SHAPE > 0)
  if (usual.length < LEAST_BEATS) return null
  const offset = likeliestOffset(view, usual)
  if (offset === null) return null
  const shapes = usual.map(({ qrsOnset }) => shapeAt(view, qrsOnset + offset, qrsOnset - 1))
  const correlations = usual.map(({ qrsOnset }, index) => {
    const others = usualShape(shapes.filter((_, other) => other !== index))
    return matchAt(view, others, qrsOnset + offset, qrsOnset - 1).correlation
  })
  const shape = usualShape(shapes)
  const heightUv = bumpAt(shape, HALF_SHAPE, (shape[0]?.length ?? 0) - 1)
  const isDisturbed = isPaced || (median(usual.map(gapBefore)) ?? RACING_GAP) < RACING_GAP
  const isSteady =
    (median(correlations) ?? 0) >= LEAST_CORRELATION && heightUv >= LEAST_HEIGHT_UV * (isDisturbed ? DISTURBED : 1)
  return isSteady && !isRepeated(view, shape, offset, usual) ? { shape, offset, heightUv } : null
}

/** Where the usual trace before QRS has its highest bump. */
function likeliestOffset(view: AtrialView, usual: readonly VentricularBeat[]): number | null {
  const free = median(usual.map(({ freeFrom, qrsOnset }) => freeFrom - qrsOnset)) ?? EARLIEST
  const from = Math.max(EARLIEST, Math.round(free) + AFTER_T)
  if (from > LATEST) return null
  const first = EARLIEST - HALF_SHAPE
  const trace = view.leads.map((lead) =>
    Float64Array.from(
      { length: -first },
      (_, step) => median(usual.map(({ qrsOnset }) => lead[qrsOnset + first + step] ?? 0)) ?? 0,
    ),
  )
  let best = { bump: 0, offset: from }
  for (let offset = from; offset <= LATEST; offset++) {
    const bump = bumpAt(trace, offset - first, -first - 1)
    if (bump > best.bump && !isPulse(trace, offset - first, bump)) best = { bump, offset }
  }
  return best.offset
}

function isPulse(trace: Shape, at: number, bump: number): boolean {
  for (let near = at - PULSE.reach; near <= at + PULSE.reach; near++) {
    if (heightOver(trace, near, (trace[0]?.length ?? 0) - 1, PULSE.reach) > PULSE.share * bump) return true
  }
  return false
}

const REPEATED = {
  from: Math.round(140 / STEP_MS),
  to: Math.round(300 / STEP_MS),
  usually: { correlation: 0.7, gain: 0.5, share: 0.5 },
  /** The very same wave, even where T would be; after pauses it is seen best. */
  clearly: { correlation: 0.9, gain: 0.7, share: 0.4 },
}
const PAUSE = 1.2
const NEAREST_QRS = Math.round(32 / STEP_MS)

/** Flutter: the same wave again, too soon before for a sinus beat. */
function isRepeated(view: AtrialView, shape: Shape, offset: number, usual: readonly VentricularBeat[]): boolean {
  const usualGap = median(usual.map(gapBefore)) ?? 0
  const shareOf = (
    beats: readonly VentricularBeat[],
    free: (beat: VentricularBeat) => number,
    least: typeof REPEATED.usually,
  ) => {
    const matches = beats.flatMap((beat) => {
      const from = Math.max(free(beat) + HALF_SHAPE, beat.qrsOnset + offset - REPEATED.to)
      const to = beat.qrsOnset + offset - REPEATED.from
      return to < from ? [] : [bestMatch(view, shape, from, to, beat.qrsOnset - 1)]
    })
    return matches.filter((match) => suffices(match, least)).length / Math.max(2, matches.length)
  }
  const afterP = usual.flatMap(({ qrsOnset }) => {
    const [from, to] = [qrsOnset + offset + REPEATED.from, qrsOnset - NEAREST_QRS]
    return to < from ? [] : [bestMatch(view, shape, from, to, qrsOnset - 1)]
  })
  const { usually, clearly } = REPEATED
  const pauses = usual.filter((beat) => gapBefore(beat) > PAUSE * usualGap)
  return (
    afterP.filter((match) => suffices(match, usually)).length > usually.share * Math.max(2, afterP.length) ||
    shareOf(usual, ({ freeFrom }) => freeFrom, usually) > usually.share ||
    shareOf(usual, ({ previousQrsEnd }) => previousQrsEnd, clearly) > clearly.share ||
    shareOf(pauses, ({ previousQrsEnd }) => previousQrsEnd, clearly) > clearly.share
  )
}

function gapBefore({ qrsOnset, previousQrsEnd }: VentricularBeat): number {
  return qrsOnset - previousQrsEnd
}
