/**
 * LR-07 and LR-08: chest electrodes in the wrong order or too high (clinical.md B6).
 *
 * Neighbours look alike; where the exchange of two leads makes the row of neighbours much more alike, those two
 * seem exchanged. Of V1 and V2 alone it is asked which stands between the other and V3, in shape and in height together:
 * where all three look alike (LBBB, infarction of the anterior wall) that is all that tells, and only possible.
 */
import type { SwapSuspicion } from '../measure/types'
import type { LeadName } from '../types'
import type { SwapView } from './swap-view'

const CHEST: readonly LeadName[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6']
const LEAST_GAIN = 0.25
/** Of unlikeness and of difference to V3, below which both are too small to be compared. */
const LEAST_UNLIKENESS = 0.003
const LEAST_DIFFERENCE = 0.03
/** Logarithm of how much nearer to V3 the first lead is than the second; 34 recordings of LUDB reach 0.1. */
const NEARER = 0.15
const NEGATIVE_P_UV = -30

export function suspectChestOrder(view: SwapView): SwapSuspicion | null {
  const sumOf = (order: readonly LeadName[]) => likenessOf(order, view)
  const recorded = sumOf(CHEST)
  if (recorded === null) return null
  let best: { readonly gain: number; readonly leads: readonly LeadName[] } | null = null
  for (const [index, one] of CHEST.entries()) {
    for (const other of CHEST.slice(index + 1)) {
      const gain = (sumOf(exchanged(one, other)) ?? recorded) - recorded
      if (gain >= (best?.gain ?? LEAST_GAIN)) best = { gain, leads: [one, other] }
    }
  }
  return best && { kind: 'chest-order', rule: 'LR-07', confidence: 'medium', leads: best.leads }
}

/** V1 stands nearer to V3 than V2 does. */
export function suspectFirstChestLeads(view: SwapView): SwapSuspicion | null {
  const [one, two] = [distanceToV3('V1', view), distanceToV3('V2', view)]
  if (one === null || two === null || two - one < NEARER) return null
  return { kind: 'chest-order', rule: 'LR-07', confidence: 'low', leads: ['V1', 'V2'] }
}

function distanceToV3(lead: LeadName, view: SwapView): number | null {
  const likeness = view.correlation(lead, 'V3')
  const difference = view.difference(lead, 'V3')
  if (likeness === null || difference === null) return null
  return Math.log(1 - likeness + LEAST_UNLIKENESS) + Math.log(difference + LEAST_DIFFERENCE)
}

/** P and T of V2 upside down behind a second R: the electrodes sit an intercostal space or two too high. */
export function suspectHighChest(view: SwapView): SwapSuspicion | null {
  const p = view.pUv('V2')
  if (p === null || p > NEGATIVE_P_UV || view.tUv('V2') >= 0) return null
  return { kind: 'high-chest', rule: 'LR-08', confidence: 'low', leads: ['V1', 'V2'] }
}

function exchanged(one: LeadName, other: LeadName): readonly LeadName[] {
  return CHEST.map((lead) => (lead === one ? other : lead === other ? one : lead))
}

function likenessOf(order: readonly LeadName[], view: SwapView): number | null {
  let sum = 0
  for (const [index, lead] of order.slice(1).entries()) {
    const before = order[index]
    const likeness = before ? view.correlation(before, lead) : null
    if (likeness === null) return null
    sum += likeness
  }
  return sum
}
