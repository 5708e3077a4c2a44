/**
 * RHY-03: tachycardia with wide QRS, ventricular until proven otherwise. Irregular and not like RHY-06 it may be atrial
 * fibrillation with a bundle-branch block. RHY-06 comes before it in the list.
 */
import type { Rule, RuleContext, Verdict } from './rule'
import { all, fact, holds } from './support/check'
import { hasSymptom, isChild, isPressureBelow } from './support/patient'
import { globalIs, globalValue } from './support/reading'
import { fastRateBpm, isWideQrs, rhythmIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy03: Rule = {
  id: 'RHY-03',
  version: '1.0.0',
  source: 'ESC ventricular arrhythmias 2022 (Zeppenfeld, EHJ 43:3997); Brugada, Circulation 1991;83:1649',
  segment: 'qrs',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context, verdicts } = input
    const fastBpm = fastRateBpm(context, LIMIT.wideTachycardiaBpm)
    const leastBpm = isChild(context) ? fastBpm : LIMIT.wideFastBpm
    const regular = rhythmIs(analysis, 'rrCv', '<', LIMIT.irregularRrCv)
    const isRegular = holds(regular)
    const isOther = !isRegular && verdicts['RHY-06']?.status === 'met'
    const found = all(
      fact(!isOther),
      isWideQrs(analysis, context),
      globalIs(analysis, 'heartRate', '>=', isRegular ? leastBpm : fastBpm),
    )
    const isFast = holds(globalIs(analysis, 'heartRate', '>=', fastBpm))
    return verdictOf(input, found, {
      needs: [],
      class: isRegular ? (isFast ? 'EMERGENT' : 'URGENT') : irregularClass(context),
      confidence: isRegular && isFast ? 'high' : 'medium',
      textKey: isRegular ? 'text' : 'textIrregular',
      values: { heartRateBpm: globalValue(analysis, 'heartRate') ?? 0 },
    })
  },
}

function irregularClass(context: RuleContext) {
  return hasSymptom(context) || isPressureBelow(context, LIMIT.lowSystolicMmHg) ? 'EMERGENT' : 'URGENT'
}
