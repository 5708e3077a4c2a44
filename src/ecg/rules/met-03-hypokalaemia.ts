/**
 * MET-03: the pattern of hypokalaemia: U taller than T, or 100 µV and more, in V2–V4, together with two of: depressed
 * ST, flat T, long QT. How many of the three are needed is ours [ENG]: U alone is seen in healthy athletes.
 * Where U has swallowed T it is measured as a late T: then depressed ST, a QTc of 500 ms and a late top stand for it.
 */
import type { Analysis } from '../measure/types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, any, atLeast, type Check, holds, leadsOf } from './support/check'
import { inContiguousLeads } from './support/contiguous'
import { longSt } from './support/long-st'
import { isMan } from './support/patient'
import { globalIs, globalValue, leadIs, leadValue } from './support/reading'
import { ELEVATION_LEADS } from './support/st-elevation'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const U_LEADS = ['V2', 'V3', 'V4'] as const

export const met03: Rule = {
  id: 'MET-03',
  version: '1.0.0',
  source:
    'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241); limits chosen here, to be confirmed by a cardiologist',
  segment: 't',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const uWave = any(...U_LEADS.map((lead) => hasUWave(analysis, lead)))
    const pattern = all(uWave, atLeast(LIMIT.hypokalaemiaSupports, supports(analysis, context)))
    const isVeryLong = globalIs(analysis, 'qtc', '>=', LIMIT.dangerousQtcMs, { tolerance: 0 })
    const fused = all(isDepressed(analysis), isVeryLong, any(...U_LEADS.map((lead) => longSt(analysis, lead))))
    const qtc = globalValue(analysis, 'qtc')
    return verdictOf(input, any(pattern, fused), {
      needs: U_LEADS,
      class: qtc !== null && qtc >= LIMIT.dangerousQtcMs ? 'URGENT' : 'ROUTINE',
      leads: holds(pattern) ? leadsOf(uWave) : U_LEADS,
    })
  },
}

function hasUWave(analysis: Analysis, lead: (typeof U_LEADS)[number]): Check {
  const tMax = leadValue(analysis, lead, 'tMax')
  const isAboveT =
    tMax === null
      ? []
      : [all(leadIs(analysis, lead, 'u', '>', tMax), leadIs(analysis, lead, 'u', '>=', LIMIT.uWaveUv / 2))]
  return any(leadIs(analysis, lead, 'u', '>=', LIMIT.uWaveUv), ...isAboveT)
}

function supports(analysis: Analysis, context: RuleContext): Check[] {
  return [
    isDepressed(analysis),
    inContiguousLeads(['V2', 'V3', 'V4', 'V5', 'V6'], (lead) => leadIs(analysis, lead, 'tMax', '<', LIMIT.flatTUv)),
    globalIs(analysis, 'qtc', '>=', isMan(context) ? LIMIT.longQtcManMs : LIMIT.longQtcWomanMs),
  ]
}

function isDepressed(analysis: Analysis): Check {
  return inContiguousLeads(ELEVATION_LEADS, (lead) => leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv))
}
