/** RHY-12: two and more P waves in a row that lead to no QRS, at an even atrial rate. */
import type { Rule, Verdict } from './rule'
import { all, fact } from './support/check'
import { atrialEvents, blockedRuns, evenPpShare } from './support/conduction-series'
import { countIs, shareIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy12: Rule = {
  id: 'RHY-12',
  version: '1.0.0',
  source: 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382)',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, verdicts } = input
    const count = Math.max(0, ...blockedRuns(atrialEvents(analysis)))
    const found = all(
      countIs('blockedPWaves', count, '>=', LIMIT.advancedBlockWaves),
      shareIs('evenPp', evenPpShare(analysis), '>=', LIMIT.evenPpShare),
      fact(verdicts['RHY-08']?.status !== 'met'),
    )
    return verdictOf(input, analysis.pWaves.length === 0 ? countIs('blockedPWaves', 0, '>=', 2) : found, {
      needs: [],
      class: 'EMERGENT',
      values: { count },
    })
  },
}
