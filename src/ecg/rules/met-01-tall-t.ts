/** MET-01: tall, narrow, symmetric T waves of hyperkalaemia. */
import type { Rule, Verdict } from './rule'
import { leadsOf } from './support/check'
import { tallNarrowT } from './support/hyperkalaemia'
import { verdictOf } from './support/verdict'

export const met01: Rule = {
  id: 'MET-01',
  version: '1.0.0',
  source: 'Surawicz and Knilans, Chou’s Electrocardiography; limits chosen here, to be confirmed by a cardiologist',
  segment: 't',
  isForChildren: true,
  judge(input): Verdict {
    const found = tallNarrowT(input.analysis)
    return verdictOf(input, found, {
      needs: ['V2', 'V3', 'V4', 'V5'],
      class: 'URGENT',
      values: { leads: leadsOf(found).join(', ') },
    })
  },
}
