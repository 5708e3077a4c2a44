/** RHY-15: the longest time between two beats. */
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { rhythmIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy15: Rule = {
  id: 'RHY-15',
  version: '1.0.0',
  source: 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382)',
  segment: 'rr',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const longestMs = Math.round(analysis.rhythm.longestRrMs ?? 0)
    return verdictOf(input, rhythmIs(analysis, 'longestRr', '>=', LIMIT.notedPauseMs, LIMIT.pauseToleranceMs), {
      needs: [],
      class: classOf(longestMs, context),
      borderlineClass: 'ROUTINE',
      confidence: 'high',
      values: { seconds: Math.round(longestMs / 100) / 10 },
    })
  },
}

function classOf(longestMs: number, context: RuleContext): FindingClass {
  if (longestMs >= LIMIT.longPauseMs) return 'EMERGENT'
  if (longestMs < LIMIT.pauseMs) return 'ROUTINE'
  return context.hasSyncope || context.hasPresyncope ? 'EMERGENT' : 'URGENT'
}
