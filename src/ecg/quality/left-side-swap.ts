/**
 * LR-06 without an earlier ECG: left arm and left leg exchanged (clinical.md B6), never more than possible.
 *
 * The exchange turns the frontal plane over at 30°: P becomes taller in I than in II and falls below the line in III, and
 * QRS, T and the likeness of III to V6 turn over with it. Many hearts lie so: in a horizontal heart III opposes V6 and
 * T goes its own way. So P alone says nothing; what is asked besides is that III is turned over as a whole, does not
 * oppose V6 as far as a horizontal heart's does, or agrees with it although P lies horizontal. P that is turned over in
 * II comes from below. Microvolts.
 */
import type { SwapSuspicion } from '../measure/types'
import type { SwapView } from './swap-view'

/** P in I over P in II, of both together: 0.19 where the usual P wave is turned over, 0.1 in a P of 27°. */
const TURNED_P_SHARE = 0.12
const LEAST_TURNED_P_UV = 8
/** A lower P in I is too near to the noise to lie anywhere. */
const LEAST_P_UV = 25
/** P from below. */
const NEGATIVE_P_UV = -30
/** Likeness of III and V6: horizontal hearts stand at −0.73 and below. */
const OPPOSING = -0.6
const AGREEING = 0.1

export function suspectLeftArmLeftLeg(view: SwapView): SwapSuspicion | null {
  const likeness = view.correlation('III', 'V6')
  if (!hasTurnedP(view) || likeness === null) return null
  const isQrsDown = view.qrsNetUvMs('III') < 0
  const isTurned = isQrsDown && (view.tUv('III') <= 0 || likeness > OPPOSING)
  if (!isTurned && likeness <= AGREEING) return null
  return { kind: 'LA-LL', rule: 'LR-06', confidence: 'low', leads: ['I', 'II', 'III'] }
}

function hasTurnedP(view: SwapView): boolean {
  const [one, two, three] = [view.pUv('I'), view.pUv('II'), view.pUv('III')]
  if (one === null || two === null || three === null) return false
  if (one < LEAST_P_UV || two <= NEGATIVE_P_UV) return false
  const leastUv = Math.max(LEAST_TURNED_P_UV, TURNED_P_SHARE * (one + two))
  return one - two >= leastUv && three <= -LEAST_TURNED_P_UV
}
