/**
 * ISC-08: the BARCELONA algorithm for LBBB, a second opinion beside ISC-06 and ISC-07: ST of 100 µV with QRS in
 * any lead, or against QRS in a lead whose R and S stay within 600 µV.
 */

import type { Analysis } from '../measure/types'
import { STANDARD_LEADS, type StandardLead } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, type Check, leadsOf } from './support/check'
import { leftDelay } from './support/conduction'
import { leadIs } from './support/reading'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const isc08: Rule = {
  id: 'ISC-08',
  version: '1.0.0',
  source: 'Di Marco, JAHA 2020;9:e015573',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const signs = any(...STANDARD_LEADS.map((lead) => deviation(input.analysis, lead)))
    return verdictOf(input, all(leftDelay(input.analysis), signs), {
      needs: STANDARD_LEADS,
      class: 'URGENT',
      confidence: 'low',
      leads: leadsOf(signs),
      values: { leads: leadsOf(signs).join(', ') },
    })
  },
}

function deviation(analysis: Analysis, lead: StandardLead): Check {
  const isUp = leadIs(analysis, lead, 'j', '>=', LIMIT.barcelonaStUv)
  const isDown = leadIs(analysis, lead, 'j', '<=', -LIMIT.barcelonaStUv)
  const isPositive = leadIs(analysis, lead, 'net', '>', 0)
  const isNegative = leadIs(analysis, lead, 'net', '<', 0)
  const isLow = all(
    leadIs(analysis, lead, 'r', '<=', LIMIT.barcelonaLowQrsUv),
    leadIs(analysis, lead, 's', '<=', LIMIT.barcelonaLowQrsUv),
  )
  return any(
    all(isUp, isPositive),
    all(isDown, isNegative),
    all(isUp, isNegative, isLow),
    all(isDown, isPositive, isLow),
  )
}
