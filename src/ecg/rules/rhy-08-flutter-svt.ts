/** RHY-08: atrial flutter by its waves or by the steps of RR, and the regular narrow tachycardia of 150 and more without P before QRS. */
import type { Analysis } from '../measure/types'
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { all, any, type Check, compare, fact, holds } from './support/check'
import { isNarrow } from './support/conduction'
import { globalIs, globalValue } from './support/reading'
import { isUnstable, rhythmIs, shareIs } from './support/rhythm'
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
    const stepped = flutterByItsSteps(analysis)
    const isStepped = !isFlutter && holds(stepped)
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
    const rateBpm = globalValue(analysis, 'heartRate') ?? 0
    return verdictOf(input, isFlutter ? flutter : isStepped ? stepped : regular, {
      needs: [],
      class: classOf(rateBpm, isStepped, context),
      textKey: isFlutter ? 'text' : isStepped ? 'textSteps' : 'textRegular',
      leads: analysis.rhythm.flutter && isFlutter ? [analysis.rhythm.flutter.lead] : [],
      values: {
        heartRateBpm: rateBpm,
        atrialBpm: Math.round(analysis.rhythm.flutter?.rateBpm ?? 0),
      },
    })
  },
}

/** By its steps it may be fibrillation after all, which is URGENT from a lower rate on. */
function classOf(rateBpm: number, isStepped: boolean, context: RuleContext): FindingClass {
  if (rateBpm >= LIMIT.svtBpm) return isUnstable(context) ? 'EMERGENT' : 'URGENT'
  return isStepped && rateBpm > LIMIT.fibrillationControlledBpm ? 'URGENT' : 'ROUTINE'
}

/** Conducted 2:1 no wave stands alone; but most RR have that one length, and in the longer ones waves never rest. */
function flutterByItsSteps(analysis: Analysis): Check {
  const { rrMs } = analysis.rhythm
  const usualMs = rrMs.toSorted((one, other) => one - other)[Math.floor(rrMs.length / 2)] ?? 0
  const alike = rrMs.filter((rr) => Math.abs(rr / usualMs - 1) <= LIMIT.flutterStepDeviation)
  const atrialBpm = usualMs === 0 ? null : Math.round(120_000 / usualMs)
  const rate = { lead: null, name: 'flutterRate', value: atrialBpm, unit: 'bpm' } as const
  return all(
    isNarrow(analysis),
    rhythmIs(analysis, 'shareWithP', '<=', LIMIT.fibrillationPShare),
    rhythmIs(analysis, 'steadyWaves', '>=', LIMIT.flutterSteadyUv),
    shareIs('rrAlike', rrMs.length === 0 ? null : alike.length / rrMs.length, '>=', LIMIT.flutterStepShare),
    compare({ ...rate, comparison: '>=', threshold: LIMIT.flutterLowBpm }),
    compare({ ...rate, comparison: '<=', threshold: LIMIT.flutterHighBpm }),
  )
}

/** A P wave of its own before nearly every beat: T, U and P may follow each other as evenly as flutter waves. */
function hasSteadyP(analysis: Analysis): boolean {
  const pMs = globalValue(analysis, 'pDuration')
  const isEven = holds(rhythmIs(analysis, 'flutterPeriodicity', '>=', LIMIT.flutterSurePeriodicity))
  const hasP = holds(rhythmIs(analysis, 'shareWithP', '>=', LIMIT.steadyPShare))
  return !isEven && hasP && pMs !== null && pMs <= LIMIT.plausiblePMs
}
