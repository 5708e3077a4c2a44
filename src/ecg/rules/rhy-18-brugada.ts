/** RHY-18: Brugada pattern type 1: high J in V1 or V2 that falls away in a coved line into a negative T. */

import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, any, type Check, compare, leadsOf } from './support/check'
import { leadIs, leadValue } from './support/reading'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const LEADS = ['V1', 'V2'] as const

export const rhy18: Rule = {
  id: 'RHY-18',
  version: '1.0.0',
  source: 'HRS/EHRA/APHRS 2013 (Priori, Heart Rhythm 10:1932); ESC ventricular arrhythmias 2022; Corrado ratio',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const found = any(...LEADS.map((lead) => isCoved(analysis, lead)))
    return verdictOf(input, found, {
      needs: LEADS,
      class: isDangerous(context) ? 'EMERGENT' : 'URGENT',
      values: { leads: leadsOf(found).join(', ') },
    })
  },
}

function isCoved(analysis: Analysis, lead: LeadName): Check {
  const j40 = leadValue(analysis, lead, 'j40')
  const j80 = leadValue(analysis, lead, 'j80')
  const falls = (name: 'j' | 'j40', than: number | null) =>
    compare({
      lead,
      name,
      value: than === null ? null : leadValue(analysis, lead, name),
      unit: 'uV',
      comparison: '>',
      threshold: than ?? 0,
    })
  return all(
    leadIs(analysis, lead, 'j', '>=', LIMIT.brugadaJUv),
    falls('j', j40),
    falls('j40', j80),
    leadIs(analysis, lead, 'tMin', '<=', LIMIT.brugadaTUv),
  )
}

function isDangerous({ hasSyncope, temperatureC, hasPresyncope, hasPalpitations }: RuleContext): boolean {
  const isFever = temperatureC !== null && temperatureC >= LIMIT.feverC
  return hasSyncope || (isFever && (hasPresyncope || hasPalpitations))
}
