/**
 * HYP-01: voltages of left ventricular hypertrophy, "with strain" where ST and T of the lateral leads go along. An
 * unknown sex is judged by the lower limit, an unknown age as 35 and over.
 */
import type { Analysis } from '../measure/types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, any, type Check, compare, holds, leadsOf } from './support/check'
import { isPaced, lbbbShape } from './support/conduction'
import { ageYearsOf, isMan, unknownPerson } from './support/patient'
import { globalIs, globalValue, leadIs, leadValue } from './support/reading'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const hyp01: Rule = {
  id: 'HYP-01',
  version: '1.0.0',
  source: 'AHA/ACCF/HRS 2009 Part V (Hancock, Circulation 119:e251); Casale 1987; Molloy 1992; Peguero 2017',
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (isPaced(analysis)) return notEvaluable(['paced'])
    const found = any(...voltageCriteria(analysis, context))
    const strain = strainOf(analysis)
    const confounders = holds(lbbbShape(analysis)) ? ['left-bundle-branch-block'] : []
    return verdictOf(input, holds(strain) && holds(found) ? all(found, strain) : found, {
      needs: ['aVL', 'V1', 'V3', 'V4', 'V5', 'V6'],
      class: 'ROUTINE',
      confidence: confounders.length > 0 ? 'low' : 'medium',
      leads: holds(strain) ? ['aVL', 'V1', 'V3', ...leadsOf(strain)] : ['aVL', 'V1', 'V3', 'V5', 'V6'],
      textKey: holds(strain) ? 'textStrain' : 'text',
      limitations: [...confounders, ...unknownPerson(context)],
    })
  },
}

function voltageCriteria(analysis: Analysis, context: RuleContext): Check[] {
  const isYoung = (ageYearsOf(context) ?? LIMIT.sokolowLyonYears) < LIMIT.sokolowLyonYears
  return [
    globalIs(analysis, 'sokolowLyon', '>=', isYoung ? LIMIT.sokolowLyonYoungUv : LIMIT.sokolowLyonUv),
    globalIs(analysis, 'cornell', '>', isMan(context) ? LIMIT.cornellManUv : LIMIT.cornellWomanUv),
    leadIs(analysis, 'aVL', 'r', '>', LIMIT.rAvlUv),
    cornellProduct(analysis, context),
    globalIs(analysis, 'peguero', '>=', isMan(context) ? LIMIT.pegueroManUv : LIMIT.pegueroWomanUv),
  ]
}

/** From the voltages, with the sex that is known now rather than when the trace was measured. */
function cornellProduct(analysis: Analysis, { sex }: RuleContext): Check {
  const cornell = globalValue(analysis, 'cornell')
  const qrs = globalValue(analysis, 'qrs')
  const addedUv = sex === 'female' ? LIMIT.cornellProductWomanUv : 0
  return compare({
    lead: null,
    name: 'cornellProduct',
    value: cornell === null || qrs === null ? null : (cornell + addedUv) * qrs,
    unit: 'uV*ms',
    comparison: '>',
    threshold: LIMIT.cornellProductUvMs,
  })
}

function strainOf(analysis: Analysis): Check {
  return any(
    ...(['I', 'aVL', 'V5', 'V6'] as const).map((lead) =>
      all(
        leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv),
        leadIs(analysis, lead, 'tMin', '<', -Math.abs(leadValue(analysis, lead, 'tMax') ?? 0)),
      ),
    ),
  )
}
