/**
 * ISC-14: other depression or inversion that may be ischaemia. Upsloping depression is not counted (ISC-10 has it);
 * V1–V3 are left out with RBBB, which depresses and inverts there by itself.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, type Check, holdsNearly, leadsOf } from './support/check'
import { hasLeftDelay, hasRbbb } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { hasSymptom } from './support/patient'
import { leadIs, leadRatioIs } from './support/reading'
import { ELEVATION_LEADS } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const RIGHT_CHEST: readonly LeadName[] = ['V1', 'V2', 'V3']

export const isc14: Rule = {
  id: 'ISC-14',
  version: '1.0.0',
  source: 'Fourth Universal Definition of MI 2018 (Thygesen, Circulation 138:e618)',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const isRight = hasRbbb(analysis)
    const leads = ELEVATION_LEADS.filter((lead) => !(isRight && RIGHT_CHEST.includes(lead)))
    const depression = inContiguousLeads(leads, (lead) => isDepressed(analysis, lead))
    const inversion = inContiguousLeads(leads, (lead) => isInverted(analysis, lead))
    const found = any(depression, inversion)
    const isUrgent = hasSymptom(context) || context.isTroponinRaised === true
    return verdictOf(input, found, {
      needs: ELEVATION_LEADS,
      class: isUrgent ? 'URGENT' : 'ROUTINE',
      textKey: textKeyOf(depression, inversion),
      values: { leads: leadsOf(found).join(', ') },
      limitations: isRight ? ['right-bundle-branch-block'] : [],
    })
  },
}

function textKeyOf(depression: Check, inversion: Check): string {
  if (holdsNearly(depression) && holdsNearly(inversion)) return 'text'
  return holdsNearly(depression) ? 'textDepression' : 'textInversion'
}

function isDepressed(analysis: Analysis, lead: LeadName): Check {
  return all(
    leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv),
    leadIs(analysis, lead, 'stRise', '<', LIMIT.stRiseHorizontalUv),
  )
}

function isInverted(analysis: Analysis, lead: LeadName): Check {
  return all(
    leadIs(analysis, lead, 'tMin', '<=', LIMIT.ischaemicTUv),
    leadRatioIs(analysis, lead, { name: 'rOverS', of: 'r', over: 's' }, '>', 1),
  )
}
