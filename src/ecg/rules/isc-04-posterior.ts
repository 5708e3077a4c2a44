/**
 * ISC-04: infarct of the posterior wall, as depression in V1–V4 that is deepest there. With RBBB or right
 * ventricular hypertrophy the depression may come from those: then it is not evaluable unless V7–V9 confirm it.
 * Level is judged over the first 40 ms, and against the depth: the upstroke of a tall T lifts ST after 80, the end of S lowers J alone.
 */
import type { Rule, RuleInput, Verdict } from './rule'
import { all, any, type Check, compare, fact, holds, leadsOf } from './support/check'
import { hasLeftDelay, hasRbbb } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { rightHypertrophy } from './support/hypertrophy'
import { CHEST_LEADS, leadIs, leadRatioIs, leadValue } from './support/reading'
import { isElevated, POSTERIOR } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const FRONT = ['V1', 'V2', 'V3', 'V4'] as const

export const isc04: Rule = {
  id: 'ISC-04',
  version: '1.0.0',
  source: 'ACC chest-pain pathway 2022 (Kontos, JACC 80:1925); Fourth Universal Definition of MI 2018',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const confirmation = inContiguousLeads(
      POSTERIOR.filter((lead) => analysis.leads[lead] !== undefined),
      (lead) => isElevated(input, lead),
    )
    const isConfirmed = holds(confirmation)
    const confounder = confounderOf(input)
    if (confounder !== null && !isConfirmed) return notEvaluable([confounder])
    const depression = all(flatDepression(input), isDeepestInFront(input))
    const supports = supportsOf(input).filter(holds)
    const isSure = isConfirmed || supports.length >= LIMIT.posteriorSupports
    const found = any(confirmation, depression)
    return verdictOf(input, all(found, ...supports), {
      needs: CHEST_LEADS,
      class: isSure || context.hasPainNow ? 'EMERGENT' : 'URGENT',
      confidence: isConfirmed ? 'high' : isSure ? 'medium' : 'low',
      leads: leadsOf(found),
      textKey: isConfirmed ? 'textConfirmed' : 'text',
      values: { leads: leadsOf(found).join(', ') },
    })
  },
}

function confounderOf({ analysis }: RuleInput): string | null {
  if (hasLeftDelay(analysis)) return 'left-bundle-branch-block'
  if (hasRbbb(analysis)) return 'right-bundle-branch-block'
  return holds(rightHypertrophy(analysis)) ? 'right-hypertrophy' : null
}

function flatDepression({ analysis }: RuleInput): Check {
  return inContiguousLeads(FRONT, (lead) => {
    const depth = Math.abs(leadValue(analysis, lead, 'j') ?? 0)
    const levelUv = Math.max(LIMIT.posteriorRiseUv, Math.round(LIMIT.posteriorRiseShare * depth))
    return all(
      leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv),
      leadIs(analysis, lead, 'stEarlyRise', '<=', levelUv),
      leadIs(analysis, lead, 'stEarlyRise', '>=', -levelUv),
    )
  })
}

function isDeepestInFront({ analysis }: RuleInput): Check {
  const lowest = (leads: readonly (typeof CHEST_LEADS)[number][]) =>
    leads.reduce<number | null>((least, lead) => {
      const value = leadValue(analysis, lead, 'j')
      return value !== null && (least === null || value < least) ? value : least
    }, null)
  const front = lowest(FRONT)
  const side = lowest(['V5', 'V6'])
  if (front === null || side === null) return fact(null)
  return compare({ lead: null, name: 'deepestJ', value: front, unit: 'uV', comparison: '<=', threshold: side })
}

function supportsOf({ analysis }: RuleInput): Check[] {
  const tMin = leadValue(analysis, 'V2', 'tMin')
  const ratio = { name: 'rOverS', of: 'r', over: 's' } as const
  return [
    leadRatioIs(analysis, 'V2', ratio, '>', LIMIT.posteriorRsRatio),
    leadIs(analysis, 'V2', 'rMs', '>', LIMIT.posteriorRMs),
    tMin === null ? fact(null) : leadIs(analysis, 'V2', 'tMax', '>', Math.abs(tMin)),
  ]
}
