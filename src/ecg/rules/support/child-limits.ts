/**
 * The limits of PR, QRS and rate under 16 years that take the place of the adult ones (clinical.md A5: University of
 * Chicago table; wide QRS: AHA/ACCF/HRS 2009 Part III). An age that is only known in years counts from the birthday.
 */
import type { RuleContext } from '../rule'
import { LIMIT } from '../thresholds'
import { ageYearsOf } from './patient'

type ChildLimits = { readonly longPrMs: number; readonly wideQrsMs: number; readonly slowBpm: number }

/** Up to this age in days: PR above, rate below. */
const BY_AGE: readonly (readonly [days: number, longPrMs: number, slowBpm: number])[] = [
  [7, 150, 90],
  [30, 150, 100],
  [91, 150, 120],
  [182, 150, 105],
  [365, 160, 110],
  [1096, 160, 90],
  [1826, 170, 70],
  [2922, 170, 65],
  [4383, 170, 60],
  [5845, 180, 65],
]
const OLDEST = { longPrMs: 180, slowBpm: 65 }

export function childLimits(context: RuleContext): ChildLimits {
  const years = ageYearsOf(context) ?? 0
  const days = context.ageDays ?? years * 365.25
  const row = BY_AGE.find(([untilDays]) => days <= untilDays)
  return {
    longPrMs: row?.[1] ?? OLDEST.longPrMs,
    slowBpm: row?.[2] ?? OLDEST.slowBpm,
    wideQrsMs: years < LIMIT.childWideQrsYears ? LIMIT.childWideQrsYoungMs : LIMIT.childWideQrsMs,
  }
}
