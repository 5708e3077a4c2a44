/**
 * ISC-02: ST elevation that just misses the criteria: two neighbouring leads within 25 µV of them, one lead
 * beyond its limit in a patient with symptoms, or I or aVL together with V5 or V6, which are not neighbours
 * in our graph but look at one wall.
 */
import type { Rule, Verdict } from './rule'
import { all, any, fact, holds, leadsOf } from './support/check'
import { hasLeftDelay, isPaced } from './support/conduction'
import { unknownPerson } from './support/patient'
import { ELEVATION_LEADS, elevatedLeads, isElevated, reciprocalLeads, stElevation } from './support/st-elevation'
import { territoryOf } from './support/territory'
import { notEvaluable, verdictOf } from './support/verdict'

export const isc02: Rule = {
  id: 'ISC-02',
  version: '1.0.0',
  source:
    'Fourth Universal Definition of MI 2018; the margin below its limits is chosen here, to be confirmed by a cardiologist',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable([isPaced(analysis) ? 'paced' : 'left-bundle-branch-block'])
    const criteria = stElevation(input)
    const rim =
      criteria.truth === 'near' ? { ...criteria, truth: 'yes' as const } : { ...criteria, truth: 'no' as const }
    const isSymptomatic = context.hasChestPain || context.hasPainNow || context.hasDyspnoea || context.hasSyncope
    const singles = elevatedLeads(input).map((lead) => isElevated(input, lead))
    const lateral = all(
      any(isElevated(input, 'I'), isElevated(input, 'aVL')),
      any(isElevated(input, 'V5'), isElevated(input, 'V6')),
    )
    const wall = holds(lateral) ? lateral : { ...lateral, truth: 'no' as const }
    const found = all(fact(!holds(criteria)), any(rim, wall, all(fact(isSymptomatic), any(...singles))))
    const leads = leadsOf(found)
    const isThreatening = context.hasPainNow && reciprocalLeads(input, found).length > 0
    return verdictOf(input, found, {
      needs: ELEVATION_LEADS,
      class: isThreatening ? 'EMERGENT' : 'URGENT',
      confidence: isThreatening ? 'medium' : 'low',
      values: { ...territoryOf(leads), leads: leads.join(', ') },
      limitations: unknownPerson(context),
    })
  },
}
