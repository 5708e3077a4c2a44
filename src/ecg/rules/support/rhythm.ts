/** Conditions on the rhythm of the strip, and what of the patient makes an arrhythmia dangerous. */
import { limitsFor } from '../../measure/limits'
import type { Analysis, RhythmFeatures } from '../../measure/types'
import type { Evidence, RuleContext } from '../rule'
import { LIMIT } from '../thresholds'
import { type Check, type Comparison, compare } from './check'
import { ageYearsOf, isChild, isKillipFrom, isPressureBelow } from './patient'
import { globalIs } from './reading'

type Quantity = {
  readonly unit: Evidence['unit']
  readonly of: (rhythm: RhythmFeatures) => number | null
}

const QUANTITIES = {
  rrCv: { unit: 'ratio', of: (rhythm) => rhythm.rrCv },
  nRmssd: { unit: 'ratio', of: (rhythm) => rhythm.nRmssd },
  shortestRr: { unit: 'ms', of: (rhythm) => rhythm.shortestRrMs },
  longestRr: { unit: 'ms', of: (rhythm) => rhythm.longestRrMs },
  rrBins: { unit: 'count', of: (rhythm) => rhythm.rrBinCount },
  withoutQrs: { unit: 'ms', of: (rhythm) => rhythm.longestWithoutQrsMs },
  shareWithP: { unit: 'ratio', of: (rhythm) => rhythm.shareOfBeatsWithP },
  atrialRate: { unit: 'bpm', of: (rhythm) => rhythm.atrialRateBpm },
  ppCv: { unit: 'ratio', of: (rhythm) => rhythm.ppCv },
  flutterRate: { unit: 'bpm', of: (rhythm) => rhythm.flutter?.rateBpm ?? 0 },
  flutterPeriodicity: { unit: 'ratio', of: (rhythm) => rhythm.flutter?.periodicity ?? 0 },
  fibrillatoryWaves: { unit: 'uV', of: (rhythm) => rhythm.fibrillatoryUv },
  steadyWaves: { unit: 'uV', of: (rhythm) => rhythm.steadyWavesUv },
  chaosShare: { unit: 'ratio', of: (rhythm) => rhythm.chaos?.bandShare ?? 0 },
  chaosLeakage: { unit: 'ratio', of: (rhythm) => rhythm.chaos?.leakage ?? 1 },
  chaosLeads: { unit: 'count', of: (rhythm) => rhythm.chaos?.leadCount ?? 0 },
  chaosTime: { unit: 'ms', of: (rhythm) => rhythm.chaos?.longestMs ?? 0 },
  standstill: { unit: 'ms', of: (rhythm) => rhythm.standstill.longestMs },
} as const satisfies Record<string, Quantity>
export type RhythmQuantity = keyof typeof QUANTITIES

export function rhythmIs(
  { rhythm }: Analysis,
  name: RhythmQuantity,
  comparison: Comparison,
  threshold: number,
  tolerance = 0,
): Check {
  const { unit, of } = QUANTITIES[name]
  const value = of(rhythm)
  const compared = value === null || unit === 'ratio' ? value : Math.round(value)
  return compare({ lead: null, name, value: compared, unit, comparison, threshold, tolerance })
}

/** Of what the rule worked out itself, as evidence. */
export function shareIs(name: string, value: number | null, comparison: Comparison, threshold: number): Check {
  return compare({ lead: null, name, value, unit: 'ratio', comparison, threshold })
}

/** A number that the rule worked out itself, as evidence. */
export function countIs(name: string, value: number | null, comparison: Comparison, threshold: number): Check {
  return compare({ lead: null, name, value, unit: 'count', comparison, threshold })
}

export function wideLimitMs(context: RuleContext): number {
  return limitsOf(context).wideQrsMs
}

export function isWideQrs(analysis: Analysis, context: RuleContext): Check {
  return globalIs(analysis, 'qrs', '>=', wideLimitMs(context))
}

/** From which rate on a heart is fast: a number for adults, the upper end of the age's range for children. */
export function fastRateBpm(context: RuleContext, adultBpm: number): number {
  return isChild(context) ? (limitsOf(context).of.heartRateBpm?.high ?? adultBpm) : adultBpm
}

export function slowRateBpm(context: RuleContext, adultBpm: number): number {
  return isChild(context) ? (limitsOf(context).of.heartRateBpm?.low ?? adultBpm) : adultBpm
}

export function prRangeMs(context: RuleContext): { readonly lowMs: number; readonly highMs: number } {
  const { low, high } = limitsOf(context).of.prMs ?? { low: null, high: null }
  return { lowMs: low ?? LIMIT.shortPrMs, highMs: high ?? LIMIT.longPrMs }
}

function limitsOf(context: RuleContext) {
  return limitsFor({ ageDays: context.ageDays, ageYears: ageYearsOf(context), sex: context.sex })
}

/** Shock, syncope, clouded consciousness or lung oedema. */
export function isUnstable(context: RuleContext): boolean {
  return (
    isPressureBelow(context, LIMIT.shockSystolicMmHg) ||
    context.hasSyncope ||
    context.isConsciousnessAltered ||
    isKillipFrom(context, LIMIT.lungOedemaKillip)
  )
}

export function isSpo2Below({ spo2Percent }: RuleContext, limit: number): boolean {
  return spo2Percent !== null && spo2Percent < limit
}
