/** ISC-18: Aslanger's pattern: elevation in III alone of the inferior leads, depression in V4–V6 with T upright. */
import type { Analysis } from '../measure/types'
import type { Rule, Verdict } from './rule'
import { all, any, type Check, compare, leadsOf } from './support/check'
import { hasLeftDelay } from './support/conduction'
import { leadIs, leadValue } from './support/reading'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const isc18: Rule = {
  id: 'ISC-18',
  version: '1.0.0',
  source: 'Aslanger, J Electrocardiol 2020;61:41',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const side = any(...(['V4', 'V5', 'V6'] as const).map((lead) => isDepressedUprightT(analysis, lead)))
    const v1 = leadValue(analysis, 'V1', 'j')
    const v2 = leadValue(analysis, 'V2', 'j')
    const found = all(
      leadIs(analysis, 'III', 'j', '>=', LIMIT.aslangerJUv),
      ...(['II', 'aVF'] as const).map((lead) => leadIs(analysis, lead, 'j', '<', LIMIT.aslangerJUv)),
      side,
      leadIs(analysis, 'V2', 'j', '>', LIMIT.stDepressionUv, { tolerance: 0 }),
      compare({
        lead: 'V1',
        name: 'j',
        value: v2 === null ? null : v1,
        unit: 'uV',
        comparison: '>',
        threshold: v2 ?? 0,
      }),
    )
    return verdictOf(input, found, {
      needs: ['II', 'III', 'aVF', 'V1', 'V2', 'V4', 'V5', 'V6'],
      class: 'URGENT',
      leads: ['III', ...leadsOf(side)],
      values: { leads: leadsOf(side).join(', ') },
    })
  },
}

function isDepressedUprightT(analysis: Analysis, lead: 'V4' | 'V5' | 'V6'): Check {
  const tMin = leadValue(analysis, lead, 'tMin')
  return all(
    leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv),
    leadIs(analysis, lead, 'tMax', '>', Math.abs(tMin ?? 0)),
  )
}
