/** ISC-05: depression opposite to an elevation. It supports ISC-01 and ISC-02; its absence says nothing, so it has no class. */
import type { Rule, Verdict } from './rule'
import { all, fact, holdsNearly } from './support/check'
import { hasLeftDelay } from './support/conduction'
import { leadIs } from './support/reading'
import { ELEVATION_LEADS, reciprocalLeads, stElevation } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const isc05: Rule = {
  id: 'ISC-05',
  version: '1.0.0',
  source: 'Fourth Universal Definition of MI 2018 (Thygesen, Circulation 138:e618)',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const elevation = stElevation(input)
    const leads = holdsNearly(elevation) ? reciprocalLeads(input, elevation) : []
    const depressions = leads.map((lead) => leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv))
    return verdictOf(input, all(fact(leads.length > 0), ...depressions), {
      needs: ELEVATION_LEADS,
      class: null,
      confidence: 'high',
      values: { leads: leads.join(', ') },
    })
  },
}
