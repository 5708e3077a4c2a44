/** ISC-01: ST elevation that meets the criteria of STEMI. Not with LBBB or a paced ventricle: ISC-06 and ISC-07 judge those. */
import type { Rule, Verdict } from './rule'
import { alsoShowing, leadsOf } from './support/check'
import { hasLeftDelay, isPaced, lbbbShape } from './support/conduction'
import { unknownPerson } from './support/patient'
import { showLead } from './support/reading'
import { ELEVATION_LEADS, reciprocalLeads, stElevation } from './support/st-elevation'
import { territoryOf } from './support/territory'
import { notEvaluable, verdictOf } from './support/verdict'

export const isc01: Rule = {
  id: 'ISC-01',
  version: '1.0.0',
  source: 'Fourth Universal Definition of MI 2018 (Thygesen, Circulation 138:e618); ESC ACS 2023',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable([isPaced(analysis) ? 'paced' : 'left-bundle-branch-block'])
    const isPerhapsLeftDelay = lbbbShape(analysis).truth === 'near'
    const elevation = stElevation(input)
    const leads = leadsOf(elevation)
    const reciprocal = reciprocalLeads(input, elevation)
    const shown = alsoShowing(
      elevation,
      ...leads.map((lead) => showLead(analysis, lead, 'j80')),
      ...reciprocal.map((lead) => showLead(analysis, lead, 'j')),
    )
    return verdictOf(input, elevation.truth === 'yes' || elevation.truth === 'near' ? shown : elevation, {
      needs: ELEVATION_LEADS,
      class: 'EMERGENT',
      confidence: isPerhapsLeftDelay ? 'low' : reciprocal.length > 0 ? 'high' : 'medium',
      leads,
      textKey: elevation.truth === 'near' ? 'textBorderline' : 'text',
      values: { ...territoryOf(leads), leads: leads.join(', ') },
      limitations: [...unknownPerson(context), ...(isPerhapsLeftDelay ? ['left-bundle-branch-block'] : [])],
    })
  },
}
