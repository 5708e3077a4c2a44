/** Neighbouring leads (clinical.md B0). −aVR lies between I and II and is never counted (`countMinusAvr=false`). */
import type { LeadName } from '../../types'
import { all, any, type Check } from './check'

const EDGES: readonly (readonly [LeadName, LeadName])[] = [
  ['aVL', 'I'],
  ['II', 'aVF'],
  ['aVF', 'III'],
  ['II', 'III'],
  ['V4R', 'V3R'],
  ['V3R', 'V1'],
  ['V1', 'V2'],
  ['V2', 'V3'],
  ['V3', 'V4'],
  ['V4', 'V5'],
  ['V5', 'V6'],
  ['V6', 'V7'],
  ['V7', 'V8'],
  ['V8', 'V9'],
]

/** The condition in two neighbours at least, of these leads. */
export function inContiguousLeads(leads: readonly LeadName[], condition: (lead: LeadName) => Check): Check {
  const judged = new Map(leads.map((lead) => [lead, condition(lead)]))
  const pairs = EDGES.flatMap(([one, other]) => {
    const first = judged.get(one)
    const second = judged.get(other)
    return first && second ? [all(first, second)] : []
  })
  return any(...pairs)
}
