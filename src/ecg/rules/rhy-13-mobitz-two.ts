/**
 * RHY-13: a single P wave without QRS while PR stays the same. A premature P that is blocked is none; where every second
 * P is blocked nobody can tell the type (RHY-14).
 */
import type { Analysis } from '../measure/types'
import type { Rule, Verdict } from './rule'
import { holds } from './support/check'
import { atrialEvents, drops } from './support/conduction-series'
import { hasSymptom } from './support/patient'
import { countIs, isWideQrs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy13: Rule = {
  id: 'RHY-13',
  version: '1.0.0',
  source: 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382)',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const isDangerous = hasSymptom(context) || holds(isWideQrs(analysis, context))
    return verdictOf(input, countIs('mobitzTwoDrops', mobitzTwoDrops(analysis), '>=', 1), {
      needs: [],
      class: isDangerous ? 'EMERGENT' : 'URGENT',
      values: { heartRateBpm: Math.round(analysis.measurements.heartRateBpm ?? 0) },
    })
  },
}

function mobitzTwoDrops(analysis: Analysis): number {
  return drops(atrialEvents(analysis)).filter(({ prBeforeMs, prAfterMs, ppBeforeMs, ppAfterMs, runMs }) => {
    const isPremature = ppBeforeMs < ppAfterMs * LIMIT.prematurePShare
    const isSteady = [...runMs, prAfterMs].every((prMs) => Math.abs(prMs - prBeforeMs) <= LIMIT.steadyPrMs)
    return runMs.length >= 2 && isSteady && !isPremature
  }).length
}
