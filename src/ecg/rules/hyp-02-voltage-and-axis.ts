/**
 * HYP-02: low voltage, and with it the pattern of tamponade; axis deviation; an R that does not grow across the chest.
 * Deviation from clinical.md A4: a small R in V3 counts only where R in V4 is small too, for many healthy people pass
 * from S to R between those two.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, type Check, compare, holds } from './support/check'
import { isPaced } from './support/conduction'
import { CHEST_LEADS, globalIs, globalValue, LIMB_LEADS, leadIs, leadValue } from './support/reading'
import { isLimbSwapLikely } from './support/swap'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const SOURCE = 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235)'

export const hyp02LowVoltage: Rule = {
  id: 'HYP-02-LOWV',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const limb = allLow(analysis, LIMB_LEADS, LIMIT.lowLimbQrsUv)
    const chest = allLow(analysis, CHEST_LEADS, LIMIT.lowChestQrsUv)
    const low = any(limb, chest)
    const tamponade = all(low, ...alternans(analysis), globalIs(analysis, 'heartRate', '>', LIMIT.tamponadeRateBpm))
    const isTamponade = holds(tamponade)
    return verdictOf(input, isTamponade ? tamponade : low, {
      needs: [...LIMB_LEADS, ...CHEST_LEADS],
      class: isTamponade ? 'URGENT' : 'ROUTINE',
      textKey: isTamponade ? 'textTamponade' : holds(limb) ? 'textLimb' : 'text',
    })
  },
}

export const hyp02Axis: Rule = {
  id: 'HYP-02-AXIS',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (isLimbSwapLikely(analysis)) return notEvaluable(['swap-suspected'])
    if (isPaced(analysis)) return notEvaluable(['paced'])
    const found = any(
      globalIs(analysis, 'qrsAxis', '<', LIMIT.leftAxisDeg),
      globalIs(analysis, 'qrsAxis', '>', LIMIT.rightAxisDeg),
    )
    const axisDeg = globalValue(analysis, 'qrsAxis') ?? 0
    return verdictOf(input, found, {
      needs: ['I', 'aVF'],
      class: 'ROUTINE',
      leads: ['I', 'aVF'],
      textKey: axisTextKey(axisDeg),
      values: { axisDeg },
    })
  },
}

export const hyp02PoorR: Rule = {
  id: 'HYP-02-RPROG',
  version: '1.0.0',
  source: 'limits chosen here, to be confirmed by a cardiologist',
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (isPaced(analysis)) return notEvaluable(['paced'])
    const found = all(
      leadIs(analysis, 'V3', 'r', '<=', LIMIT.poorRUv),
      leadIs(analysis, 'V4', 'r', '<=', LIMIT.poorRV4Uv),
    )
    return verdictOf(input, found, {
      needs: ['V3', 'V4'],
      class: 'ROUTINE',
      confidence: 'low',
      values: { rUv: leadValue(analysis, 'V3', 'r') ?? 0 },
    })
  },
}

function allLow(analysis: Analysis, leads: readonly LeadName[], limitUv: number): Check {
  return all(...leads.map((lead) => leadIs(analysis, lead, 'qrsHeight', '<', limitUv)))
}

function alternans({ rhythm }: Analysis): Check[] {
  const found = rhythm.alternans
  const lead = found?.lead ?? null
  return [
    compare({
      lead,
      name: 'alternans',
      value: Math.round(found?.differenceUv ?? 0),
      unit: 'uV',
      comparison: '>=',
      threshold: LIMIT.alternansUv,
    }),
    compare({
      lead,
      name: 'alternansShare',
      value: found?.share ?? 0,
      unit: 'ratio',
      comparison: '>=',
      threshold: LIMIT.alternansShare,
    }),
  ]
}

function axisTextKey(axisDeg: number): string {
  if (axisDeg < LIMIT.extremeAxisDeg) return 'textExtreme'
  if (axisDeg < LIMIT.markedLeftAxisDeg) return 'textMarkedLeft'
  if (axisDeg < LIMIT.leftAxisDeg) return 'textLeft'
  return axisDeg > LIMIT.markedRightAxisDeg ? 'textMarkedRight' : 'textRight'
}
