/** RHY-11: a very slow heart, whatever the rhythm. Children by the range of their age. */
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { ageYearsOf, hasSymptom, isChild } from './support/patient'
import { globalIs, globalValue } from './support/reading'
import { isUnstable, slowRateBpm } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy11: Rule = {
  id: 'RHY-11',
  version: '1.0.0',
  source: 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382); children: PALS',
  segment: 'rr',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const rateBpm = globalValue(analysis, 'heartRate') ?? 0
    return verdictOf(input, globalIs(analysis, 'heartRate', '<', slowRateBpm(context, LIMIT.slowBpm)), {
      needs: [],
      class: isChild(context) ? childClass(rateBpm, context) : adultClass(rateBpm, context),
      confidence: 'high',
      values: { heartRateBpm: rateBpm },
    })
  },
}

function adultClass(rateBpm: number, context: RuleContext): FindingClass {
  const isEndangered = isUnstable(context) || context.hasChestPain || context.hasDyspnoea
  if (rateBpm < LIMIT.extremeSlowBpm || isEndangered) return 'EMERGENT'
  return rateBpm < LIMIT.severeSlowBpm ? 'URGENT' : 'ROUTINE'
}

function childClass(rateBpm: number, context: RuleContext): FindingClass {
  const years = ageYearsOf(context) ?? 0
  const limitBpm = years < 1 ? LIMIT.infantSlowBpm : years < 8 ? LIMIT.childSlowBpm : LIMIT.schoolChildSlowBpm
  return rateBpm < limitBpm || hasSymptom(context) || isUnstable(context) ? 'EMERGENT' : 'URGENT'
}
