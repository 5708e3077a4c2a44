/**
 * Every P wave of a recording: those that lead to a beat and those that do not.
 *
 * With a steady P its shape is looked for before each beat: at its usual place, then anywhere since
 * the T before (another PR), then, where a narrow beat comes early, any bump of its height (another
 * focus). What is left of each pause is searched for P waves that led to nothing. Positions in steps
 * of the grid (`atrial-view.ts`).
 */

import { median } from '../../median'
import { type AtrialView, bestMatch, bumpAt, HALF_SHAPE, type Match, refinedAt, STEP_MS, suffices } from './atrial-view'
import { findDissociatedP } from './dissociated-p'
import { findSteadyP, type SteadyP, type VentricularBeat } from './steady-p'

export type FoundP = {
  /** Middle of P, between the steps. */
  readonly at: number
  /** Of the beat it led to. */
  readonly beat: number | null
  /** Its shape is not the usual one: it is measured by itself. */
  readonly isOwnShape: boolean
}

const USUAL_PLACE = Math.round(24 / STEP_MS)
const NEAREST_QRS = Math.round(44 / STEP_MS)
const FARTHEST = Math.round(480 / STEP_MS)
const HERE = { correlation: 0.6, gain: 0.35 }
const BEFORE_OTHER = { correlation: 0.8, gain: 0.5 }
const ELSEWHERE = { correlation: 0.85, gain: 0.5 }
const PREMATURE_SHARE = 0.85
const OWN_SHAPE_SHARE = 0.6
/** Two P waves are at least this far apart. */
const LEAST_PP = Math.round(280 / STEP_MS)

export function searchP(view: AtrialView, beats: readonly VentricularBeat[], isPaced: boolean): readonly FoundP[] {
  const steady = findSteadyP(view, beats, isPaced)
  if (!steady) return findDissociatedP(view, beats)
  const usualRr = median(beats.slice(1).map(({ qrsOnset }, index) => qrsOnset - (beats[index]?.qrsOnset ?? 0))) ?? 0
  const led = beats.map((beat, index) => {
    const rr = beat.qrsOnset - (beats[index - 1]?.qrsOnset ?? -Infinity)
    return leadingP(view, steady, beat, index, rr < PREMATURE_SHARE * usualRr)
  })
  const waves = led.flatMap((wave) => wave ?? [])
  return [...waves, ...unledP(view, steady, beats, led)].sort((one, other) => one.at - other.at)
}

function leadingP(
  view: AtrialView,
  steady: SteadyP,
  beat: VentricularBeat,
  index: number,
  isPremature: boolean,
): FoundP | null {
  const { qrsOnset, freeFrom, isUsual } = beat
  const usual = qrsOnset + steady.offset
  const last = qrsOnset - 1
  const found = ({ at }: Match): FoundP => {
    return { at: refinedAt(view, steady.shape, at, last), beat: index, isOwnShape: false }
  }
  const here = bestMatch(view, steady.shape, usual - USUAL_PLACE, usual + USUAL_PLACE, last)
  if (suffices(here, isUsual ? HERE : BEFORE_OTHER)) return { at: here.at, beat: index, isOwnShape: false }
  const from = Math.max(freeFrom, qrsOnset - FARTHEST)
  const other = bestMatch(view, steady.shape, from, qrsOnset - NEAREST_QRS, last)
  if (suffices(other, ELSEWHERE)) return found(other)
  return isUsual && isPremature ? ownP(view, steady, beat, index) : null
}

/** The highest bump between T and an early beat, its slopes on both sides. */
function ownP(view: AtrialView, steady: SteadyP, beat: VentricularBeat, index: number): FoundP | null {
  const { qrsOnset, freeFrom } = beat
  let best = { bump: 0, at: 0 }
  const from = Math.max(freeFrom, qrsOnset - FARTHEST, HALF_SHAPE)
  const isTop = (at: number, bump: number) => bump > bumpAt(view.leads, at - 1, qrsOnset - 1)
  for (let at = from; at <= qrsOnset - NEAREST_QRS; at++) {
    const bump = bumpAt(view.leads, at, qrsOnset - 1)
    if (bump > best.bump && isTop(at, bump)) best = { bump, at }
  }
  return best.bump >= OWN_SHAPE_SHARE * steady.heightUv ? { at: best.at, beat: index, isOwnShape: true } : null
}

/** P waves in the pauses, each far enough from the next. */
function unledP(
  view: AtrialView,
  steady: SteadyP,
  beats: readonly VentricularBeat[],
  led: readonly (FoundP | null)[],
): readonly FoundP[] {
  return beats.flatMap(({ freeFrom, qrsOnset }, index) => {
    const found: FoundP[] = []
    let to = Math.round(led[index]?.at ?? qrsOnset) - LEAST_PP
    while (to > freeFrom) {
      const match = bestMatch(view, steady.shape, freeFrom, to, qrsOnset - 1)
      if (!suffices(match, ELSEWHERE)) break
      found.push({ at: match.at, beat: null, isOwnShape: false })
      to = match.at - LEAST_PP
    }
    return found
  })
}
