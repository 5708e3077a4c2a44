/** CON-02: right bundle-branch block. New, or without an earlier ECG, with pain now it is managed like STEMI (ESC). */
import type { Rule, Verdict } from './rule'
import { hasRbbb, isPaced, rbbbShape } from './support/conduction'
import { globalValue } from './support/reading'
import { verdictOf } from './support/verdict'

export const con02: Rule = {
  id: 'CON-02',
  version: '1.0.0',
  source: 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235); class: ESC STEMI 2017, ESC ACS 2023',
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const isNew = context.previous !== null && !hasRbbb(context.previous)
    const isPerhapsNew = context.previous === null || isNew
    const isPain = context.hasChestPain || context.hasPainNow
    return verdictOf(input, rbbbShape(analysis), {
      needs: ['I', 'V1', 'V2', 'V6'],
      class: context.hasPainNow && isPerhapsNew ? 'EMERGENT' : isPain ? 'URGENT' : 'ROUTINE',
      confidence: isPaced(analysis) ? 'low' : 'medium',
      leads: ['V1', 'V2', 'V6'],
      textKey: isNew ? 'textNew' : 'text',
      values: { qrsMs: globalValue(analysis, 'qrs') ?? 0 },
      limitations: isPaced(analysis) ? ['paced'] : [],
    })
  },
}
