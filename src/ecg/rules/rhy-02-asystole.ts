/**
 * RHY-02: no heartbeat to be seen. Every lead still for 3 s after filtering, or no QRS for 4 s. Leads that are dead flat
 * are cables rather than a heart: URGENT, and somebody looks at the patient first.
 */
import type { Rule, Verdict } from './rule'
import { all, any, fact } from './support/check'
import { rhythmIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy02: Rule = {
  id: 'RHY-02',
  version: '1.0.0',
  source: 'limits chosen here; ERC Guidelines 2021, advanced life support',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, verdicts } = input
    const { isDeadFlat } = analysis.rhythm.standstill
    const isFibrillation = verdicts['RHY-01']?.status === 'met'
    const found = any(
      rhythmIs(analysis, 'standstill', '>=', LIMIT.standstillMs),
      all(fact(!isFibrillation), rhythmIs(analysis, 'withoutQrs', '>=', LIMIT.noQrsMs)),
    )
    return verdictOf(input, found, {
      needs: [],
      class: isDeadFlat ? 'URGENT' : 'EMERGENT',
      confidence: isDeadFlat ? 'low' : 'medium',
      textKey: isDeadFlat ? 'textDeadFlat' : 'text',
    })
  },
}
