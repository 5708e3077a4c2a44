/** CON-01: left bundle-branch block, up to 120/min: faster, the same shape may be ventricular (RHY-03). */
import type { Analysis } from '../measure/types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, atLeast, fact, holds } from './support/check'
import { isPaced, lbbbShape } from './support/conduction'
import { isMan } from './support/patient'
import { globalIs, globalValue, readLead } from './support/reading'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const NOTCH_LEADS = ['I', 'aVL', 'V1', 'V2', 'V5', 'V6'] as const

export const con01: Rule = {
  id: 'CON-01',
  version: '1.0.0',
  source: 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235); strict: Strauss, Am J Cardiol 2011;107:927',
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (isPaced(analysis)) return notEvaluable(['paced'])
    const rate = globalIs(analysis, 'heartRate', '<=', LIMIT.lbbbRateBpm)
    const found = all(lbbbShape(analysis), rate.truth === 'unknown' ? fact(true) : rate)
    return verdictOf(input, found, {
      needs: ['I', 'aVL', 'V1', 'V5', 'V6'],
      class: 'ROUTINE',
      confidence: isStrict(analysis, context) ? 'high' : 'medium',
      leads: ['I', 'V1', 'V6'],
      textKey: isStrict(analysis, context) ? 'textStrict' : 'text',
      values: { qrsMs: globalValue(analysis, 'qrs') ?? 0 },
    })
  },
}

function isStrict(analysis: Analysis, context: RuleContext): boolean {
  const limitMs = isMan(context) ? LIMIT.strictLbbbManMs : LIMIT.strictLbbbWomanMs
  const notches = NOTCH_LEADS.map((lead) => fact(readLead(analysis, lead)?.hasQrsNotch ?? null))
  return holds(all(globalIs(analysis, 'qrs', '>=', limitMs), atLeast(LIMIT.strictLbbbNotches, notches)))
}
