/** ISC-17: elevation over an old anterior scar. A confounder: ISC-01 keeps its class whatever the time of the pain. */
import type { Analysis } from '../measure/types'
import type { StandardLead } from '../types'
import type { Rule, RuleInput, Verdict } from './rule'
import { all, any, atLeast, type Check, leadsOf } from './support/check'
import { hasLeftDelay } from './support/conduction'
import { leadIs, leadRatioIs } from './support/reading'
import { isElevated } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const FRONT = ['V1', 'V2', 'V3', 'V4'] as const satisfies readonly StandardLead[]

export const isc17: Rule = {
  id: 'ISC-17',
  version: '1.0.0',
  source: 'Smith, Am J Emerg Med 2005;23:279',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const scars = atLeast(
      LIMIT.aneurysmLeads,
      FRONT.map((lead) => isScarred(input, lead)),
    )
    const ratio = { name: 'tOverQrs', of: 'tMax', over: 'qrsHeight' } as const
    const flatT = FRONT.map((lead) => leadRatioIs(analysis, lead, ratio, '<', LIMIT.aneurysmTqrsRatio))
    return verdictOf(input, all(scars, ...flatT), {
      needs: FRONT,
      class: 'ROUTINE',
      confidence: 'low',
      leads: leadsOf(scars),
      values: { leads: leadsOf(scars).join(', ') },
    })
  },
}

function isScarred(input: RuleInput, lead: (typeof FRONT)[number]): Check {
  return all(any(isQs(input.analysis, lead), isDeepQ(input.analysis, lead)), isElevated(input, lead))
}

function isDeepQ(analysis: Analysis, lead: StandardLead): Check {
  return all(
    leadIs(analysis, lead, 'q', '>=', LIMIT.aneurysmQUv),
    leadIs(analysis, lead, 'qMs', '>=', LIMIT.aneurysmQMs),
  )
}

function isQs(analysis: Analysis, lead: StandardLead): Check {
  return all(leadIs(analysis, lead, 'r', '<=', 0), leadIs(analysis, lead, 's', '>=', LIMIT.aneurysmQUv))
}
