/** ISC-15: widespread elevation without a mirror image. It stands beside ISC-01 and never hides it. */
import type { Rule, Verdict } from './rule'
import { all, any, atLeast, compare, leadsOf } from './support/check'
import { hasLeftDelay } from './support/conduction'
import { leadIs, leadValue } from './support/reading'
import { ELEVATION_LEADS } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const LIMB = ['I', 'II', 'III', 'aVL', 'aVF'] as const
const CHEST = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const

export const isc15: Rule = {
  id: 'ISC-15',
  version: '1.0.0',
  source: 'ESC pericardial diseases 2015 (Adler, EHJ 36:2921); limits chosen here, to be confirmed by a cardiologist',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const raised = (leads: readonly (typeof ELEVATION_LEADS)[number][]) =>
      leads.map((lead) => leadIs(analysis, lead, 'j', '>=', LIMIT.pericarditisJUv))
    const three = leadValue(analysis, 'III', 'j')
    const two = leadValue(analysis, 'II', 'j')
    const elevation = all(
      atLeast(LIMIT.pericarditisLeads, raised(ELEVATION_LEADS)),
      any(...raised(LIMB)),
      atLeast(LIMIT.pericarditisChestLeads, raised(CHEST)),
    )
    const found = all(
      elevation,
      ...ELEVATION_LEADS.filter((lead) => lead !== 'V1').map((lead) =>
        leadIs(analysis, lead, 'j', '>', LIMIT.stDepressionUv, { tolerance: 0 }),
      ),
      compare({
        lead: 'II',
        name: 'j',
        value: three === null ? null : two,
        unit: 'uV',
        comparison: '>=',
        threshold: three ?? 0,
      }),
      atLeast(
        LIMIT.pericarditisPrLeads,
        ELEVATION_LEADS.map((lead) => leadIs(analysis, lead, 'prSegment', '<=', LIMIT.pericarditisPrUv)),
      ),
    )
    return verdictOf(input, found, {
      needs: ELEVATION_LEADS,
      class: 'URGENT',
      confidence: 'low',
      leads: leadsOf(elevation),
      values: { leads: leadsOf(elevation).join(', ') },
    })
  },
}
