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
    const { lost, early, missing } = countFaults(analysis)
    const found: Check = any(
      countIs('captureLost', lost, '>=', 1),
      countIs('sensedLate', early, '>=', 1),
      countIs('outputMissing', missing > 0 && hasNoBeatInstead(analysis) ? missing : 0, '>=', 1),
    )
    return verdictOf(input, found, {
      needs: [],
      class: classOf(analysis, context),
      textKey: lost > 0 ? 'text' : early > 0 ? 'textSensing' : 'textOutput',
      values: { count: Math.max(lost, early, missing) },
    })
  },
}

type Faults = { readonly lost: number; readonly early: number; readonly missing: number }

function countFaults(analysis: Analysis): Faults {
  const { spikesAtMs, beats } = analysis
  const lastBeatMs = beats.at(-1)?.rPeakMs ?? 0
  // After the last beat nobody knows what followed.
  const ventricular = spikesAtMs.filter((spikeMs) => !isAtrial(analysis, spikeMs) && spikeMs <= lastBeatMs)
  const follows = (spikeMs: number, fromMs: number, toMs: number) =>
    beats.some(({ qrsOnsetMs }) => qrsOnsetMs !== null && isBetween(qrsOnsetMs - spikeMs, fromMs, toMs))
  const uncaptured = ventricular.filter((spikeMs) => !follows(spikeMs, -LIMIT.spikeSlackMs, LIMIT.captureMs))
  const early = uncaptured.filter((spikeMs) => follows(spikeMs, -LIMIT.refractoryMs, -LIMIT.spikeSlackMs)).length
  return { lost: uncaptured.length - early, early, missing: missingOutputs(ventricular) }
}

/** It paces the atrium: a P wave begins with it, or the spike of the ventricle follows in the time of a PR interval. */
function isAtrial({ pWaves, spikesAtMs }: Analysis, spikeMs: number): boolean {
  const isBeforeP = pWaves.some(({ onsetMs }) => isBetween(onsetMs - spikeMs, -LIMIT.spikeSlackMs, LIMIT.atrialSpikeMs))
  const isBeforeSpike = spikesAtMs.some((other) =>
    isBetween(other - spikeMs, LIMIT.leastAvDelayMs, LIMIT.longestAvDelayMs),
  )
  return isBeforeP || isBeforeSpike
}

/** Intervals between spikes that last well over the usual one. */
function missingOutputs(spikesMs: readonly number[]): number {
  const intervals = spikesMs.slice(1).map((spikeMs, index) => spikeMs - (spikesMs[index] ?? spikeMs))
  const usualMs = intervals.toSorted((one, other) => one - other)[Math.floor(intervals.length / 2)]
  if (usualMs === undefined) return 0
  return intervals.filter((interval) => interval >= LIMIT.missingOutputShare * usualMs).length
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high
}

/** The pauses of the pacemaker are pauses of the heart: no beat of its own filled them. */
function hasNoBeatInstead({ rhythm }: Analysis): boolean {
  return (rhythm.longestRrMs ?? 0) >= LIMIT.notedPauseMs
}

function classOf(analysis: Analysis, context: RuleContext): FindingClass {
  const isPause = (analysis.rhythm.longestRrMs ?? 0) >= LIMIT.notedPauseMs
  const isSlow = (globalValue(analysis, 'heartRate') ?? LIMIT.blockBpm) < LIMIT.severeSlowBpm
  return isPause || isSlow || context.hasSyncope ? 'EMERGENT' : 'URGENT'
}
