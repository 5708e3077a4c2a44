/**
 * ISC-11: T waves that are large for their QRS in the first hours of chest pain. There is no accepted
 * numeric definition: experimental, low confidence. An unknown onset counts as recent.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, type Check, compare, fact, leadsOf } from './support/check'
import { isNarrow } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { leadIs, leadValue, readLead } from './support/reading'
import { ELEVATION_LEADS } from './support/st-elevation'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

/** In these a T above R is unusual; in V1 and V2 it is not. */
const COMPARED: readonly LeadName[] = ['V3', 'V4', 'V5', 'II', 'III', 'aVF']

export const isc11: Rule = {
  id: 'ISC-11',
  version: '1.0.0',
  source: 'no accepted numeric standard; limits chosen here, to be confirmed by a cardiologist',
  segment: 't',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const hours = context.hoursSincePainOnset
    const isEarly =
      (context.hasChestPain || context.hasPainNow) && (hours === null || hours < LIMIT.hyperacutePainHours)
    const waves = inContiguousLeads(ELEVATION_LEADS, (lead) => isLargeT(analysis, lead))
    return verdictOf(input, all(fact(isEarly), isNarrow(analysis), waves), {
      needs: ELEVATION_LEADS,
      class: 'URGENT',
      confidence: 'low',
      leads: leadsOf(waves),
      values: { leads: leadsOf(waves).join(', ') },
    })
  },
}

function isLargeT(analysis: Analysis, lead: LeadName): Check {
  const r = leadValue(analysis, lead, 'r')
  const isAboveR = COMPARED.includes(lead) && r !== null ? [leadIs(analysis, lead, 'tMax', '>', r)] : []
  return all(leadIs(analysis, lead, 'tMax', '>=', LIMIT.hyperacuteTUv), any(areaRatio(analysis, lead), ...isAboveR))
}

function areaRatio(analysis: Analysis, lead: LeadName): Check {
  const measured = readLead(analysis, lead)
  const tArea = measured?.tAreaUvMs ?? null
  const qrsArea = measured?.qrsNetAreaUvMs ?? null
  const isKnown = tArea !== null && qrsArea !== null && qrsArea !== 0
  return compare({
    lead,
    name: 'tAreaOverQrsArea',
    value: isKnown ? Math.round((tArea / Math.abs(qrsArea)) * 10) / 10 : null,
    unit: 'ratio',
    comparison: '>',
    threshold: LIMIT.hyperacuteAreaRatio,
  })
}
