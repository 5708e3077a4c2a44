/** CON-03: QRS of 110 ms and more that is no bundle-branch block, and the incomplete right one (110–119 ms). */
import type { Rule, RuleInput, Verdict } from './rule'
import { all, type Check, fact, holdsNearly } from './support/check'
import { hasRbbb, incompleteRight, isPaced, isProlonged, lbbbShape } from './support/conduction'
import { CHEST_LEADS, globalValue } from './support/reading'
import { isNoisy } from './support/signal-limits'
import { notEvaluable, verdictOf } from './support/verdict'

const SOURCE = 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235)'

export const con03Irbbb: Rule = {
  id: 'CON-03-IRBBB',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    return delay(input, incompleteRight(input.analysis))
  },
}

export const con03Ivcd: Rule = {
  id: 'CON-03-IVCD',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const isOther = hasRbbb(analysis) || holdsNearly(lbbbShape(analysis)) || holdsNearly(incompleteRight(analysis))
    return delay(input, all(fact(!isOther), isProlonged(analysis)))
  },
}

function delay(input: RuleInput, found: Check): Verdict {
  if (isPaced(input.analysis)) return notEvaluable(['paced'])
  if (isNoisy(input.analysis)) return notEvaluable(['noisy'])
  return verdictOf(input, found, {
    needs: CHEST_LEADS,
    class: 'ROUTINE',
    values: { qrsMs: globalValue(input.analysis, 'qrs') ?? 0 },
  })
}
