/**
 * OTH-02: the load of the right heart in pulmonary embolism: two signs in a patient who is short of breath, fainted or
 * has SpO₂ below 94 %, three without. T of V1–V3 is not counted with RBBB, which inverts it by itself.
 */
import type { Analysis } from '../measure/types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, any, atLeast, type Check, fact, holdsNearly } from './support/check'
import { hasRbbb, incompleteRight, rbbbShape } from './support/conduction'
import { isPressureBelow } from './support/patient'
import { globalIs, globalValue, leadIs, leadValue } from './support/reading'
import { s1q3t3 } from './support/right-strain'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const oth02: Rule = {
  id: 'OTH-02',
  version: '1.0.0',
  source: 'ESC pulmonary embolism 2019 (Konstantinides, EHJ 41:543); McGinn, White, JAMA 1935;104:1473',
  segment: 'strip',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const isSuspected =
      context.hasDyspnoea ||
      context.hasSyncope ||
      (context.spo2Percent !== null && context.spo2Percent < LIMIT.emboliSpo2Percent)
    const found = atLeast(isSuspected ? LIMIT.emboliSigns : LIMIT.emboliSignsAlone, signsOf(analysis, context))
    return verdictOf(input, found, {
      needs: ['I', 'III', 'V1', 'V2', 'V3'],
      class: isPressureBelow(context, LIMIT.emboliSystolicMmHg) ? 'EMERGENT' : 'URGENT',
      confidence: isSuspected ? 'medium' : 'low',
      values: { heartRateBpm: globalValue(analysis, 'heartRate') ?? 0 },
    })
  },
}

function signsOf(analysis: Analysis, context: RuleContext): Check[] {
  const axis = globalValue(analysis, 'qrsAxis')
  return [
    globalIs(analysis, 'heartRate', '>', LIMIT.emboliRateBpm),
    s1q3t3(analysis),
    hasRbbb(analysis) ? fact(false) : all(...(['V1', 'V2', 'V3'] as const).map((lead) => isInverted(analysis, lead))),
    newRightBlock(analysis, context),
    axis === null ? fact(false) : globalIs(analysis, 'qrsAxis', '>', LIMIT.emboliAxisDeg),
  ]
}

function isInverted(analysis: Analysis, lead: 'V1' | 'V2' | 'V3'): Check {
  return leadIs(analysis, lead, 'tMin', '<', -Math.abs(leadValue(analysis, lead, 'tMax') ?? 0))
}

/** Without an earlier ECG it may be new. */
function newRightBlock(analysis: Analysis, { previous }: RuleContext): Check {
  const block = (one: Analysis) => any(rbbbShape(one), incompleteRight(one))
  return all(block(analysis), fact(previous === null || !holdsNearly(block(previous))))
}
