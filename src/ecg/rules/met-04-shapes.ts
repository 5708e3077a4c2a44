/**
 * MET-04: scooped ST of digitalis; the J wave (Osborn) of a cold patient.
 *
 * Deviations from clinical.md B4: sagging ST counts with a QTc of 400 ms and less; where the temperature is not known
 * the J wave counts below 50/min instead of 60, so that early repolarisation in a resting athlete is not called
 * hypothermia, and a known temperature of 35 °C and more rules it out. Both are ROUTINE by themselves.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, type Check, fact, leadsOf } from './support/check'
import { isNarrow } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { hasJWave, J_WAVE_LEADS } from './support/j-wave'
import { globalIs, leadIs, leadValue } from './support/reading'
import { isSamplingTooSlow } from './support/signal-limits'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const SOURCE =
  'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241); limits chosen here, to be confirmed by a cardiologist'
const LATERAL: readonly LeadName[] = ['aVL', 'I', 'II', 'V4', 'V5', 'V6']

export const met04Digitalis: Rule = {
  id: 'MET-04-DIGITALIS',
  version: '1.0.0',
  source: SOURCE,
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const isShortQt = globalIs(analysis, 'qtc', '<=', LIMIT.digitalisQtcMs, { tolerance: 0 })
    const scooped = inContiguousLeads(LATERAL, (lead) => isScooped(analysis, lead))
    return verdictOf(input, all(isNarrow(analysis), isShortQt, scooped), {
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
    const waves = inContiguousLeads(J_WAVE_LEADS, (lead) => hasJWave(analysis, lead, LIMIT.osbornUv))
    const isMeasured = context.temperatureC !== null
    const isWarm = isMeasured && context.temperatureC >= LIMIT.osbornTemperatureC
    const limitBpm = isMeasured ? LIMIT.osbornRateBpm : LIMIT.osbornRateUnknownTemperatureBpm
    const slow = globalIs(analysis, 'heartRate', '<', limitBpm, { tolerance: 0 })
    const isCold = context.temperatureC !== null && context.temperatureC < LIMIT.hypothermiaC
    return verdictOf(input, all(fact(!isWarm), waves, slow), {
      needs: J_WAVE_LEADS,
      class: isCold ? 'URGENT' : 'ROUTINE',
      confidence: isCold ? 'high' : 'low',
      leads: leadsOf(waves),
      textKey: isCold ? 'textCold' : 'text',
      values: { leads: leadsOf(waves).join(', ') },
    })
  },
}

/** ST sags from J on, and an upright T follows that is at least half as high as ST is deep. */
function isScooped(analysis: Analysis, lead: LeadName): Check {
  const j = leadValue(analysis, lead, 'j')
  const lowest = (['j40', 'j60', 'j80'] as const).reduce((low, next) =>
    (leadValue(analysis, lead, next) ?? 0) < (leadValue(analysis, lead, low) ?? 0) ? next : low,
  )
  return all(
    leadIs(analysis, lead, 'net', '>', 0),
    leadIs(analysis, lead, lowest, '<=', LIMIT.scoopedStUv),
    j === null ? fact(null) : leadIs(analysis, lead, lowest, '<=', j - LIMIT.scoopUv),
    leadIs(analysis, lead, 'tMax', '>=', Math.abs(leadValue(analysis, lead, lowest) ?? 0) / 2),
  )
}
