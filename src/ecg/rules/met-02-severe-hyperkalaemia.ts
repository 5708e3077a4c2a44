/**
 * MET-02: the pattern of severe hyperkalaemia: tall T with one sign of conduction, three such signs, two in a patient
 * with kidney disease or potassium above 6.0, a sine wave; or potassium of 6.5 whatever the trace.
 */
import type { Rule, RuleInput, Verdict } from './rule'
import { all, any, atLeast, type Check, compare, fact, leadsOf } from './support/check'
import { conductionSigns, sineWave, tallNarrowT } from './support/hyperkalaemia'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const met02: Rule = {
  id: 'MET-02',
  version: '1.0.0',
  source:
    'ERC 2021 special circumstances (Lott, Resuscitation 161:152); limits chosen here, to be confirmed by a cardiologist',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis } = input
    const signs = conductionSigns(input)
    const tallT = tallNarrowT(analysis)
    const found = any(
      potassiumIs(input, '>=', LIMIT.potassiumVeryHigh),
      all(tallT, any(...signs)),
      atLeast(LIMIT.hyperkalaemiaSigns, signs),
      all(isLikely(input), atLeast(LIMIT.hyperkalaemiaSignsLikely, signs)),
      sineWave(analysis),
    )
    return verdictOf(input, found, {
      needs: ['V2', 'V3', 'V4', 'V5'],
      class: 'EMERGENT',
      leads: leadsOf(tallT.truth === 'yes' ? tallT : found),
      textKey: found.truth === 'near' ? 'textBorderline' : 'text',
    })
  },
}

function isLikely(input: RuleInput): Check {
  return any(fact(input.context.hasKidneyDisease === true), potassiumIs(input, '>', LIMIT.potassiumHigh))
}

/** Not known is not a reason to leave the rule unjudged: the trace speaks for itself. */
function potassiumIs({ context }: RuleInput, comparison: '>' | '>=', threshold: number): Check {
  const value = context.potassiumMmolL
  if (value === null) return fact(false)
  return compare({ lead: null, name: 'potassium', value, unit: 'mmol/L', comparison, threshold })
}
