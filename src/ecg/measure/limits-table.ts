/**
 * The numbers behind `limits.ts`: clinical.md A4 and A5. Milliseconds, degrees, microvolts (the table of
 * children was printed in millimetres of 100 µV).
 */
import type { Limit, Limits } from './limits'

const range = (low: number | null, high: number | null): Limit => ({ low, high })
const angle = (low: number, high: number): Limit => ({ low, high, isAngle: true })
const mm = (low: number, high: number): Limit => range(low * 100, high * 100)

export const ADULT_WIDE_QRS_MS = 120

const SHORTEST_QTC_MS = 361

const adult = (highestQtcMs: number, highestCornellUv: number, highestPegueroUv: number): Limits['of'] => ({
  heartRateBpm: range(60, 100),
  rrMs: range(600, 1000),
  pMs: range(80, 120),
  prMs: range(120, 200),
  qrsMs: range(70, 110),
  qtcMs: range(SHORTEST_QTC_MS, highestQtcMs),
  qtcBazettMs: range(SHORTEST_QTC_MS, highestQtcMs),
  qtcFraminghamMs: range(SHORTEST_QTC_MS, highestQtcMs),
  qtcHodgesMs: range(SHORTEST_QTC_MS, highestQtcMs),
  pAxisDeg: angle(0, 75),
  qrsAxisDeg: angle(-30, 90),
  tAxisDeg: angle(15, 75),
  sokolowLyonUv: range(null, 3499),
  cornellUv: range(null, highestCornellUv),
  cornellProductUvMs: range(null, 244_000),
  peguero: range(null, highestPegueroUv),
  rAvlUv: range(null, 1100),
})

export const ADULT_LIMITS: Readonly<Record<'male' | 'female' | 'unknown', Limits['of']>> = {
  male: adult(449, 2800, 2799),
  female: adult(459, 2000, 2299),
  unknown: adult(449, 2000, 2299),
}

export type ChildBand = { readonly fromDays: number; readonly limits: Limits['of'] }

const QTC_UP_TO_SIX_MONTHS_MS = 490
const QTC_AFTER_SIX_MONTHS_MS = 440

/** Each band reaches to the beginning of the next; the last one to 16 years. */
export const CHILD_BANDS: readonly [ChildBand, ...ChildBand[]] = [
  child(0, [90, 160], [60, 180], [80, 150], [30, 80], [5, 26], [0, 23], [0, 12], [0, 10]),
  child(8, [100, 180], [45, 160], [80, 150], [30, 80], [3, 21], [0, 16], [2, 16], [0, 10]),
  child(30, [120, 180], [30, 135], [80, 150], [30, 80], [3, 18], [0, 15], [5, 21], [0, 10]),
  child(91, [105, 185], [0, 135], [80, 150], [30, 80], [3, 20], [0, 15], [6, 22], [0, 10]),
  child(183, [110, 170], [0, 135], [70, 160], [30, 80], [2, 20], [0.5, 20], [6, 23], [0, 7]),
  child(years(1), [90, 165], [0, 110], [80, 160], [30, 80], [2, 18], [0.5, 21], [6, 23], [0, 7]),
  child(years(3), [70, 140], [0, 110], [90, 170], [40, 80], [1, 18], [0.5, 21], [4, 24], [0, 5]),
  child(years(5), [65, 140], [0, 110], [90, 170], [40, 80], [0.5, 14], [0.5, 24], [4, 26], [0, 4]),
  child(years(8), [60, 130], [-15, 110], [90, 170], [40, 90], [0, 14], [0.5, 25], [4, 25], [0, 4]),
  child(years(12), [65, 130], [-15, 110], [90, 180], [40, 90], [0, 14], [0.5, 21], [4, 25], [0, 4]),
]

/** Part III 2009. */
export const childWideQrsMs = (ageYears: number): number => (ageYears < 4 ? 90 : 100)

type Pair = readonly [number, number]

function child(
  fromDays: number,
  rate: Pair,
  axis: Pair,
  pr: Pair,
  qrs: Pair,
  rV1: Pair,
  sV1: Pair,
  rV6: Pair,
  sV6: Pair,
): ChildBand {
  const highestQtcMs = fromDays < 183 ? QTC_UP_TO_SIX_MONTHS_MS : QTC_AFTER_SIX_MONTHS_MS
  return {
    fromDays,
    limits: {
      heartRateBpm: range(...rate),
      qrsAxisDeg: angle(...axis),
      prMs: range(...pr),
      qrsMs: range(...qrs),
      qtcBazettMs: range(null, highestQtcMs),
      rV1Uv: mm(...rV1),
      sV1Uv: mm(...sV1),
      rV6Uv: mm(...rV6),
      sV6Uv: mm(...sV6),
    },
  }
}

function years(count: number): number {
  return Math.floor(count * 365.25)
}
