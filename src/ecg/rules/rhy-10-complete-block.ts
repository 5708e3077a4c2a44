/** RHY-10: complete AV block: regular P, regular slower QRS, and no relation between them. */
import type { Rule, Verdict } from './rule'
import { all, compare, fact, holds } from './support/check'
import { evenPpShare, prSpreadMs } from './support/conduction-series'
import { isChild } from './support/patient'
import { globalIs, globalValue } from './support/reading'
import { countIs, rhythmIs, shareIs, slowRateBpm } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy10: Rule = {
  id: 'RHY-10',
  version: '1.0.0',
  source: 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382); limits chosen here',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const ventricularBpm = globalValue(analysis, 'heartRate')
    const slowBpm = slowRateBpm(context, LIMIT.blockBpm)
    const found = all(
      countIs('pWaves', analysis.pWaves.length, '>=', LIMIT.blockWaves),
      countIs('beats', analysis.beats.length, '>=', LIMIT.blockWaves),
      shareIs('evenPp', evenPpShare(analysis), '>=', LIMIT.evenPpShare),
      rhythmIs(analysis, 'rrCv', '<', LIMIT.regularRrCv),
      ventricularBpm === null
        ? fact(null)
        : rhythmIs(analysis, 'atrialRate', '>=', ventricularBpm + LIMIT.blockRateDifferenceBpm),
      compare({
        lead: null,
        name: 'prSpread',
        value: prSpreadMs(analysis),
        unit: 'ms',
        comparison: '>',
        threshold: LIMIT.blockPrSpreadMs,
      }),
      globalIs(analysis, 'heartRate', '<=', isChild(context) ? slowBpm : LIMIT.blockFastEscapeBpm),
    )
    const isSlow = holds(globalIs(analysis, 'heartRate', '<', slowBpm))
    return verdictOf(input, found, {
      needs: [],
      class: isSlow ? 'EMERGENT' : 'URGENT',
      confidence: isSlow ? 'high' : 'medium',
      values: {
        heartRateBpm: ventricularBpm ?? 0,
        atrialBpm: Math.round(analysis.rhythm.atrialRateBpm ?? 0),
      },
    })
  },
}
