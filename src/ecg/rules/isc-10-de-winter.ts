/**
 * ISC-10: de Winter's pattern: depression that rises into a tall T in V2–V5. A T of 300–499 µV, or a J within the
 * tolerance, is borderline.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, alsoShowing, type Check, holdsNearly, leadsOf } from './support/check'
import { hasLeftDelay, isNarrow } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { leadIs, showLead } from './support/reading'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT, TOLERANCE } from './thresholds'

const LEADS = ['V2', 'V3', 'V4', 'V5'] as const

export const isc10: Rule = {
  id: 'ISC-10',
  version: '1.0.0',
  source: 'de Winter, NEJM 2008;359:2071; ACC chest-pain pathway 2022 (Kontos, JACC 80:1925)',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const pattern = inContiguousLeads(LEADS, (lead) => patternIn(analysis, lead))
    const found = all(isNarrow(analysis), pattern)
    return verdictOf(input, holdsNearly(found) ? alsoShowing(found, showLead(analysis, 'aVR', 'j')) : found, {
      needs: LEADS,
      class: 'EMERGENT',
      borderlineClass: context.hasPainNow ? 'EMERGENT' : 'URGENT',
      leads: leadsOf(pattern),
      textKey: found.truth === 'near' ? 'textBorderline' : 'text',
      values: { leads: leadsOf(pattern).join(', ') },
    })
  },
}

function patternIn(analysis: Analysis, lead: LeadName): Check {
  const smallerT = leadIs(analysis, lead, 'tMax', '>=', LIMIT.deWinterTUv, {
    tolerance: LIMIT.deWinterTUv - LIMIT.deWinterSmallTUv,
  })
  return all(
    leadIs(analysis, lead, 'j', '<=', LIMIT.deWinterJUv),
    leadIs(analysis, lead, 'stRise', '>=', LIMIT.deWinterRiseUv, { tolerance: TOLERANCE.jUv }),
    smallerT,
  )
}
