/** MET-04: scooped ST of digitalis; the J wave (Osborn) of a cold patient. */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, type Check, fact, leadsOf } from './support/check'
import { isNarrow } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { globalIs, leadIs, leadValue } from './support/reading'
import { isSamplingTooSlow } from './support/sampling'
import { ELEVATION_LEADS } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const SOURCE = 'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241); clinical.md B4 [ENG]'
const LATERAL: readonly LeadName[] = ['aVL', 'I', 'II', 'V4', 'V5', 'V6']

export const met04Digitalis: Rule = {
  id: 'MET-04-DIGITALIS',
  version: '1.0.0',
  source: SOURCE,
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const scooped = inContiguousLeads(LATERAL, (lead) => isScooped(analysis, lead))
    return verdictOf(input, all(isNarrow(analysis), scooped), {
      needs: LATERAL,
      class: 'ROUTINE',
      confidence: 'low',
      leads: leadsOf(scooped),
      values: { leads: leadsOf(scooped).join(', ') },
    })
  },
}

export const met04Osborn: Rule = {
  id: 'MET-04-OSBORN',
  version: '1.0.0',
  source: SOURCE,
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (isSamplingTooSlow(analysis)) return notEvaluable(['sampling-rate-low'])
    const waves = inContiguousLeads(ELEVATION_LEADS, (lead) => leadIs(analysis, lead, 'jPeak', '>=', LIMIT.osbornUv))
    const slow = globalIs(analysis, 'heartRate', '<', LIMIT.osbornRateBpm, { tolerance: 0 })
    const isCold = context.temperatureC !== null && context.temperatureC < LIMIT.hypothermiaC
    return verdictOf(input, all(waves, slow), {
      needs: ELEVATION_LEADS,
      class: isCold ? 'URGENT' : 'ROUTINE',
      confidence: isCold ? 'high' : 'low',
      leads: leadsOf(waves),
      textKey: isCold ? 'textCold' : 'text',
      values: { leads: leadsOf(waves).join(', ') },
    })
  },
}

/** Sagging in the middle: lower after 40 ms than at J, and not rising in a straight line to T. */
function isScooped(analysis: Analysis, lead: LeadName): Check {
  const [j, j40, j80] = [
    leadValue(analysis, lead, 'j'),
    leadValue(analysis, lead, 'j40'),
    leadValue(analysis, lead, 'j80'),
  ]
  const isKnown = j !== null && j40 !== null && j80 !== null
  return all(
    leadIs(analysis, lead, 'net', '>', 0),
    leadIs(analysis, lead, 'j40', '<=', LIMIT.scoopedStUv),
    fact(isKnown ? j - j40 >= LIMIT.scoopUv && j80 - j40 >= LIMIT.scoopUv : null),
  )
}
