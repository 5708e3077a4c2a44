/**
 * Where a number is usual for the age and sex (clinical.md A4, A5): for the eye, not for the findings,
 * which carry their own thresholds.
 *
 * Both ends belong to the usual range; numbers are compared whole. Adults from 16 years: AHA/ACCF/HRS
 * 2009 Parts III–V. Children: the table of the University of Chicago, after Davignon 1979.
 * Deviation: QTc counts as short from 360 ms down, where the short-QT finding begins; the 390 ms of
 * Part IV would mark a third of healthy men.
 */
import type { Sex } from '../types'
import { ADULT_LIMITS, ADULT_WIDE_QRS_MS, CHILD_BANDS, type ChildBand, childWideQrsMs } from './limits-table'
import { whole } from './numeric'
import type { Measurements } from './types'

export type Limit = {
  readonly low: number | null
  readonly high: number | null
  /** Degrees, which go round: −170 lies beyond 180. */
  readonly isAngle?: true
}

/** Of the whole beat, and of the two leads that the tables of children name. */
export type LimitQuantity =
  | Exclude<keyof Measurements, 'isQtcUnreliable'>
  | 'rV1Uv'
  | 'sV1Uv'
  | 'rV6Uv'
  | 'sV6Uv'
  | 'rAvlUv'

export type Limits = {
  readonly population: 'adult' | 'child'
  /** Age not known: adult limits. Under a year and not known in days: the widest of that year. */
  readonly isAgeAssumed: boolean
  /** Sex not known: the narrower limit of the two. */
  readonly isSexAssumed: boolean
  /** QRS of so many milliseconds is wide (bundle branch block, broad-complex tachycardia). */
  readonly wideQrsMs: number
  readonly of: Readonly<Partial<Record<LimitQuantity, Limit>>>
}

export type Person = { readonly ageDays: number | null; readonly ageYears: number | null; readonly sex: Sex | null }
export type Judgement = 'low' | 'within' | 'high'

const ADULT_FROM_YEARS = 16
const DAYS_PER_YEAR = 365.25

export function limitsFor({ ageDays, ageYears, sex }: Person): Limits {
  const known = sex === 'male' || sex === 'female' ? sex : null
  const years = ageDays === null ? ageYears : ageDays / DAYS_PER_YEAR
  if (years === null || years >= ADULT_FROM_YEARS) {
    return {
      population: 'adult',
      isAgeAssumed: years === null,
      isSexAssumed: known === null,
      wideQrsMs: ADULT_WIDE_QRS_MS,
      of: ADULT_LIMITS[known ?? 'unknown'],
    }
  }
  const isInfantOfUnknownAge = ageDays === null && years < 1
  return {
    population: 'child',
    isAgeAssumed: isInfantOfUnknownAge,
    isSexAssumed: false,
    wideQrsMs: childWideQrsMs(years),
    of: isInfantOfUnknownAge ? widest(bandsOfFirstYear()) : bandOf(ageDays ?? years * DAYS_PER_YEAR).limits,
  }
}

/** Null where there is no number or no limit. */
export function judgeAgainst(limit: Limit | undefined, value: number | null): Judgement | null {
  if (!limit || value === null) return null
  const compared = limit.isAngle ? unwound(whole(value), limit) : whole(value)
  if (limit.low !== null && compared < limit.low) return 'low'
  return limit.high !== null && compared > limit.high ? 'high' : 'within'
}

/** The turn of the angle that lies nearest to the middle of the range. */
function unwound(angleDeg: number, { low, high }: Limit): number {
  const middle = ((low ?? 0) + (high ?? 0)) / 2
  return angleDeg - 360 * Math.round((angleDeg - middle) / 360)
}

function bandOf(ageDays: number): ChildBand {
  return CHILD_BANDS.findLast(({ fromDays }) => ageDays >= fromDays) ?? CHILD_BANDS[0]
}

const bandsOfFirstYear = () => CHILD_BANDS.filter(({ fromDays }) => fromDays < Math.floor(DAYS_PER_YEAR))

function widest(bands: readonly ChildBand[]): Limits['of'] {
  const quantities = [...new Set(bands.flatMap(({ limits }) => Object.keys(limits)))] as LimitQuantity[]
  return Object.fromEntries(
    quantities.map((quantity) => {
      const all = bands.flatMap(({ limits }) => limits[quantity] ?? [])
      return [
        quantity,
        {
          ...all[0],
          low: leastOf(all.map(({ low }) => low)),
          high: negated(leastOf(all.map(({ high }) => negated(high)))),
        },
      ]
    }),
  )
}

const negated = (value: number | null): number | null => (value === null ? null : -value)
const leastOf = (values: readonly (number | null)[]): number | null =>
  values.reduce((least, value) => (least === null || value === null ? null : Math.min(least, value)))
