/**
 * RHY-07: atrial fibrillation: no P wave before most beats and RR that follows no order. Regular and slow without P it
 * may be fibrillation with a complete block; under a paced ventricle the waves between T and QRS must tell. Flutter
 * (RHY-08, before it in the list) is named instead, and a regular wide tachycardia (RHY-03) is none.
 */
import type { Analysis } from '../measure/types'
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { all, fact, holds } from './support/check'
import { isNarrow, isPaced } from './support/conduction'
import { globalIs, globalValue } from './support/reading'
import { countIs, isUnstable, rhythmIs } from './support/rhythm'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy07: Rule = {
  id: 'RHY-07',
  version: '1.0.0',
  source: 'ESC atrial fibrillation 2024 (Van Gelder, EHJ 45:3314); limits chosen here',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context, verdicts } = input
    const isFlutter = verdicts['RHY-08']?.status === 'met' && verdicts['RHY-08'].textKey !== 'textRegular'
    const noP = rhythmIs(analysis, 'shareWithP', '<=', LIMIT.fibrillationPShare)
    const blocked = all(
      noP,
      rhythmIs(analysis, 'rrCv', '<', LIMIT.regularRrCv),
      rhythmIs(analysis, 'fibrillatoryWaves', '>=', LIMIT.fibrillationWaveUv),
      globalIs(analysis, 'heartRate', '<', LIMIT.blockBpm, { tolerance: 0 }),
      isNarrow(analysis),
    )
    const isBlocked = holds(blocked)
    const paced = all(
      fact(isPaced(analysis) && !isFlutter),
      countIs('pWaves', analysis.pWaves.length, '<', 1),
      rhythmIs(analysis, 'steadyWaves', '>=', LIMIT.pacedFibrillationWaveUv),
    )
    if (holds(paced)) {
      return verdictOf(input, paced, { needs: [], class: 'ROUTINE', confidence: 'low', textKey: 'textPaced' })
    }
    const isShort = analysis.rhythm.rrMs.length < LIMIT.fibrillationIntervals - 1
    if (isShort && !isBlocked) return notEvaluable(['strip-short'])
    const irregular = all(
      fact(!isFlutter && verdicts['RHY-05']?.status !== 'met' && !isRegularTachycardia(verdicts)),
      noP,
      rhythmIs(analysis, 'nRmssd', '>=', LIMIT.fibrillationNrmssd),
      countIs('rrBins', analysis.rhythm.rrBinCount, '>=', binsNeeded(analysis)),
    )
    const rateBpm = globalValue(analysis, 'heartRate') ?? 0
    return verdictOf(input, isBlocked ? blocked : irregular, {
      needs: [],
      class: isBlocked ? 'URGENT' : classOf(rateBpm, context),
      textKey: isBlocked ? 'textBlocked' : 'text',
      values: { heartRateBpm: rateBpm },
    })
  },
}

function isRegularTachycardia(verdicts: Readonly<Record<string, Verdict>>): boolean {
  return verdicts['RHY-03']?.status === 'met' && verdicts['RHY-03'].textKey === 'text'
}

/** Six of eight beats; a fast strip has more beats but shorter steps between them. */
function binsNeeded({ rhythm }: Analysis): number {
  const meanMs = rhythm.rrMs.reduce((sum, rr) => sum + rr, 0) / Math.max(1, rhythm.rrMs.length)
  return meanMs < LIMIT.fastRrMs ? LIMIT.fibrillationBinsFast : LIMIT.fibrillationBins
}

function classOf(rateBpm: number, context: RuleContext): FindingClass {
  if (rateBpm > LIMIT.fibrillationFastBpm) return isUnstable(context) || context.hasChestPain ? 'EMERGENT' : 'URGENT'
  return rateBpm > LIMIT.fibrillationControlledBpm ? 'URGENT' : 'ROUTINE'
}
