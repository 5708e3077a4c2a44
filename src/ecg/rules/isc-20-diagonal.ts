/** ISC-20: the pattern of the first diagonal branch: aVL and V2 up, which are not neighbours, with the inferior leads down. */
import type { Rule, Verdict } from './rule'
import { all, any, fact, holds } from './support/check'
import { hasLeftDelay, hasRbbb, isNarrow } from './support/conduction'
import { leadIs } from './support/reading'
import { stElevation } from './support/st-elevation'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const isc20: Rule = {
  id: 'ISC-20',
  version: '1.0.0',
  source:
    'Durant, Am J Emerg Med 2015 (South African flag sign); limits chosen here, to be confirmed by a cardiologist',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const found = all(
      leadIs(analysis, 'aVL', 'j', '>=', LIMIT.diagonalJUv),
      leadIs(analysis, 'V2', 'j', '>=', LIMIT.diagonalJUv),
      any(...(['III', 'aVF'] as const).map((lead) => leadIs(analysis, lead, 'j', '<=', LIMIT.stDepressionUv))),
      hasRbbb(analysis) ? fact(true) : isNarrow(analysis),
      fact(!holds(stElevation(input))),
    )
    return verdictOf(input, found, {
      needs: ['aVL', 'V2', 'III', 'aVF'],
      class: context.hasPainNow ? 'EMERGENT' : 'URGENT',
    })
  },
}
