import { at, type Eight } from './morphology'

/** The twelve standard leads in their usual order, four of them computed (clinical.md A2). */
export function twelveFromEight(eightLeads: Eight): readonly number[] {
  const one = at(eightLeads, 0)
  const two = at(eightLeads, 1)
  const chest = [2, 3, 4, 5, 6, 7].map((lead) => at(eightLeads, lead))
  return [one, two, two - one, -(one + two) / 2, one - two / 2, two - one / 2, ...chest]
}
