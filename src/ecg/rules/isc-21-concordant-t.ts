/**
 * ISC-21, beyond the specification: T that is deeply inverted in front although QRS is negative there, in left
 * bundle-branch block. The block by itself turns T against QRS, so that T with QRS points to ischaemia. No published
 * limit: low confidence, to be confirmed by a cardiologist.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, type Check, fact, leadsOf } from './support/check'
import { isPaced, lbbbShape } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { leadIs } from './support/reading'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const FRONT = ['V1', 'V2', 'V3', 'V4', 'V5'] as const satisfies readonly LeadName[]

export const isc21: Rule = {
  id: 'ISC-21',
  version: '1.0.0',
  source: 'on the discordance of T in AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235)',
  segment: 't',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const inverted = inContiguousLeads(FRONT, (lead) => isConcordant(analysis, lead))
    return verdictOf(input, all(fact(!isPaced(analysis)), lbbbShape(analysis), inverted), {
      needs: FRONT,
      class: 'URGENT',
      confidence: 'low',
      leads: leadsOf(inverted),
      values: { leads: leadsOf(inverted).join(', ') },
    })
  },
}

function isConcordant(analysis: Analysis, lead: LeadName): Check {
  return all(leadIs(analysis, lead, 'net', '<', 0), leadIs(analysis, lead, 'tMin', '<=', LIMIT.concordantTUv))
}
