/** ISC-03: an inferior infarct that may involve the right ventricle. */
import type { Rule, RuleInput, Verdict } from './rule'
import { all, any, type Check, compare, holds } from './support/check'
import { hasLeftDelay } from './support/conduction'
import { leadIs, leadValue, readLead } from './support/reading'
import { inferiorElevation, isElevated } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const isc03: Rule = {
  id: 'ISC-03',
  version: '1.0.0',
  source: 'ESC ACS 2023 (Byrne, EHJ 44:3720)',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    if (hasLeftDelay(input.analysis)) return notEvaluable(['left-bundle-branch-block'])
    const rightLeads = (['V3R', 'V4R'] as const).filter((lead) => readLead(input.analysis, lead) !== null)
    const recorded = rightLeads.map((lead) => isElevated(input, lead))
    const found = all(inferiorElevation(input), any(...recorded, isV1Higher(input), isThreeHigherThanTwo(input)))
    return verdictOf(input, found, {
      needs: ['II', 'III', 'aVF', 'V1', 'V2'],
      class: 'EMERGENT',
      confidence: recorded.some(holds) ? 'high' : 'medium',
      limitations: rightLeads.length === 0 ? ['right-leads-not-recorded'] : [],
    })
  },
}

function isV1Higher({ analysis }: RuleInput): Check {
  const v1 = leadValue(analysis, 'V1', 'j')
  const limitUv = v1 === null ? null : v1 - LIMIT.rightV1OverV2Uv
  if (limitUv === null) return leadIs(analysis, 'V1', 'j', '>=', LIMIT.rightV1Uv)
  return all(
    leadIs(analysis, 'V1', 'j', '>=', LIMIT.rightV1Uv),
    leadIs(analysis, 'V2', 'j', '<', limitUv, { tolerance: 0 }),
  )
}

function isThreeHigherThanTwo({ analysis }: RuleInput): Check {
  const two = leadValue(analysis, 'II', 'j')
  const value = leadValue(analysis, 'III', 'j')
  return compare({
    lead: 'III',
    name: 'j',
    value: two === null ? null : value,
    unit: 'uV',
    comparison: '>',
    threshold: two ?? 0,
  })
}
