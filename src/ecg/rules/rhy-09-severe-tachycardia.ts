/** RHY-09: a very fast heart, whatever the rhythm. Children by the range of their age. */
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { ageYearsOf, isChild, isKillipFrom, isPressureBelow } from './support/patient'
import { globalIs, globalValue } from './support/reading'
import { fastRateBpm, isSpo2Below } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy09: Rule = {
  id: 'RHY-09',
  version: '1.0.0',
  source: 'ESC supraventricular tachycardia 2019; children: Rijnbeek 2001, PALS; limits chosen here',
  segment: 'rr',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const rateBpm = globalValue(analysis, 'heartRate') ?? 0
    const limitBpm = isChild(context)
      ? Math.round(fastRateBpm(context, LIMIT.fastBpm) * LIMIT.childFastFactor)
      : LIMIT.fastBpm
    return verdictOf(input, globalIs(analysis, 'heartRate', '>=', limitBpm), {
      needs: [],
      class: isChild(context) ? childClass(rateBpm, context) : adultClass(rateBpm, context),
      borderlineClass: 'ROUTINE',
      confidence: 'high',
      values: { heartRateBpm: rateBpm },
    })
  },
}

function adultClass(rateBpm: number, context: RuleContext): FindingClass {
  const isEndangered =
    isPressureBelow(context, LIMIT.shockSystolicMmHg) ||
    isSpo2Below(context, LIMIT.lowSpo2Percent) ||
    context.hasChestPain ||
    context.hasSyncope ||
    isKillipFrom(context, LIMIT.lungOedemaKillip)
  const years = ageYearsOf(context)
  const isAboveAge = years !== null && rateBpm > LIMIT.ageRateBpm - years
  const isExtreme = rateBpm >= LIMIT.extremeFastBpm || (rateBpm >= LIMIT.svtBpm && isEndangered) || isAboveAge
  return isExtreme ? 'EMERGENT' : 'URGENT'
}

function childClass(rateBpm: number, context: RuleContext): FindingClass {
  const isInfant = (ageYearsOf(context) ?? 0) < 1
  return rateBpm >= (isInfant ? LIMIT.infantSvtBpm : LIMIT.childSvtBpm) ? 'EMERGENT' : 'URGENT'
}
