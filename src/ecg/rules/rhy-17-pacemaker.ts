/**
 * RHY-17: pacing spikes that do not capture, come too early after a beat, or stay away. Runs from three spikes on: at
 * 500 Hz and less most are lost. The onset of QRS may coincide with the spike.
 */
import type { Analysis } from '../measure/types'
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { any, type Check } from './support/check'
import { globalValue } from './support/reading'
import { countIs } from './support/rhythm'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy17: Rule = {
  id: 'RHY-17',
  version: '1.0.0',
  source: 'ESC pacing 2021 (Glikson, EHJ 42:3427); limits chosen here',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const spikesMs = analysis.spikesAtMs
    if (spikesMs.length > 0 && spikesMs.length < LIMIT.leastSpikes) return notEvaluable(['spikes-few'])
    const { lost, early } = countFaults(analysis)
    const found: Check = any(countIs('captureLost', lost, '>=', 1), countIs('sensedLate', early, '>=', 1))
    return verdictOf(input, found, {
      needs: [],
      class: classOf(analysis, context),
      textKey: lost > 0 ? 'text' : 'textSensing',
      values: { count: Math.max(lost, early) },
    })
  },
}

/** A spike right before a P wave paces the atrium and is no fault of the ventricle's. */
function countFaults({ spikesAtMs, beats, pWaves }: Analysis): { readonly lost: number; readonly early: number } {
  const isNear = (atMs: number | null, spikeMs: number, fromMs: number, toMs: number) =>
    atMs !== null && atMs - spikeMs >= fromMs && atMs - spikeMs <= toMs
  const ventricular = spikesAtMs.filter(
    (spikeMs) => !pWaves.some(({ onsetMs }) => isNear(onsetMs, spikeMs, -LIMIT.spikeSlackMs, LIMIT.atrialSpikeMs)),
  )
  const uncaptured = ventricular.filter(
    (spikeMs) => !beats.some(({ qrsOnsetMs }) => isNear(qrsOnsetMs, spikeMs, -LIMIT.spikeSlackMs, LIMIT.captureMs)),
  )
  const isEarly = (spikeMs: number) =>
    beats.some(({ qrsOnsetMs }) => isNear(qrsOnsetMs, spikeMs, -LIMIT.refractoryMs, -LIMIT.spikeSlackMs))
  return {
    lost: uncaptured.filter((spikeMs) => !isEarly(spikeMs)).length,
    early: uncaptured.filter(isEarly).length,
  }
}

function classOf(analysis: Analysis, context: RuleContext): FindingClass {
  const isPause = (analysis.rhythm.longestRrMs ?? 0) >= LIMIT.notedPauseMs
  const isSlow = (globalValue(analysis, 'heartRate') ?? LIMIT.blockBpm) < LIMIT.severeSlowBpm
  return isPause || isSlow || context.hasSyncope ? 'EMERGENT' : 'URGENT'
}
