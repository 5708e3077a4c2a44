/** RHY-08: atrial flutter by its waves, and the regular narrow tachycardia of 150 and more without P before QRS. */
import type { Analysis } from '../measure/types'
import type { Rule, Verdict } from './rule'
import { all, any, fact, holds } from './support/check'
import { isNarrow } from './support/conduction'
import { globalIs, globalValue } from './support/reading'
import { isUnstable, rhythmIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy08: Rule = {
  id: 'RHY-08',
  version: '1.0.0',
  source: 'ESC supraventricular tachycardia 2019 (Brugada, EHJ 41:655)',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const flutter = all(
      fact(analysis.rhythm.flutter !== null && !hasSteadyP(analysis)),
      rhythmIs(analysis, 'flutterPeriodicity', '>=', LIMIT.flutterPeriodicity),
      rhythmIs(analysis, 'flutterRate', '>=', LIMIT.flutterLowBpm),
      rhythmIs(analysis, 'flutterRate', '<=', LIMIT.flutterHighBpm),
    )
    const isFlutter = holds(flutter)
    const regular = all(
      isNarrow(analysis),
      globalIs(analysis, 'heartRate', '>=', LIMIT.svtBpm),
      rhythmIs(analysis, 'rrCv', '<', LIMIT.regularRrCv),
      // What looks like P may be a flutter wave: a sinus node is never as even as this.
      any(
        rhythmIs(analysis, 'shareWithP', '<', LIMIT.svtPShare),
        rhythmIs(analysis, 'rrCv', '<', LIMIT.mechanicalRrCv),
      ),
    )
    const isFast = (globalValue(analysis, 'heartRate') ?? 0) >= LIMIT.svtBpm
    return verdictOf(input, isFlutter ? flutter : regular, {
      needs: [],
      class: isFast ? (isUnstable(context) ? 'EMERGENT' : 'URGENT') : 'ROUTINE',
      textKey: isFlutter ? 'text' : 'textRegular',
      leads: analysis.rhythm.flutter && isFlutter ? [analysis.rhythm.flutter.lead] : [],
      values: {
        heartRateBpm: globalValue(analysis, 'heartRate') ?? 0,
        atrialBpm: Math.round(analysis.rhythm.flutter?.rateBpm ?? 0),
      },
    })
  },
}

/** A P wave of its own before nearly every beat: T, U and P may follow each other as evenly as flutter waves. */
function hasSteadyP(analysis: Analysis): boolean {
  const pMs = globalValue(analysis, 'pDuration')
  const isEven = holds(rhythmIs(analysis, 'flutterPeriodicity', '>=', LIMIT.flutterSurePeriodicity))
  const hasP = holds(rhythmIs(analysis, 'shareWithP', '>=', LIMIT.steadyPShare))
  return !isEven && hasP && pMs !== null && pMs <= LIMIT.plausiblePMs
}
