/**
 * What cannot stand in one report (clinical.md D2): the same check in the browser, before signing, and on the server.
 * A pair that excludes each other is allowed when one of the two is intermittent (304): paroxysmal fibrillation,
 * alternating bundle-branch block.
 */
import { statementOf } from './statements'
import type { ReportStatement } from './structure'

/** `a` and `b` exclude each other; `at` is where the second one stands. */
export type Contradiction = { readonly a: number; readonly b: number; readonly at: number }

export const INTERMITTENT = 304
const NORMAL = 1
const OTHERWISE_NORMAL = 2
const UNINTERPRETABLE = 4
const FIBRILLATION = 74

/** At most one of each set. */
const ONE_OF: readonly (readonly number[])[] = [
  [1, 2, 3, 4],
  // One rhythm leads the atria, one tachycardia runs.
  [20, 21, 22, 27, 33, 34, 35, 38, 39, 40, 42, 50, 51, 52, 53, 54, 55, 56, 63, 64, 65, 70, 72, 73, 74, 75, 76],
  [80, 82],
  [83, 84, 88],
  [85, 88],
  [104, 105, 106, 107],
  [101, 102],
  [101, 104],
  [102, 104],
  [120, 121, 122, 123],
  [101, 120],
  [102, 121],
  [148, 149],
  [160, 166],
  [165, 166],
]

/** With these there is no P wave, so nothing that rests on one. */
const WITHOUT_P = [50, 51, 74]
const OF_P = [23, 24, 25, 30, 31, 33, 80, 82, 83, 84, 85, 109, 110, 131, 140, 141]
/** What a normal ECG may carry. */
const NORMAL_TOO = [20, 23, 13, 14, 16]
/** Never "otherwise normal". */
const GRAVE = [70, 71, 72, 73, 74, 75, 76, 84, 87, 88, 104, 108]

/** Ages and degrees of one statement of which only one can be true. */
const ONE_MODIFIER: readonly (readonly number[])[] = [
  [330, 331, 332, 333, 334],
  [301, 305, 306],
  [343, 350],
  [344, 345],
  [346, 347],
  [362, 363],
  [364, 365],
  [308, 309, 310],
]

export function contradictions(statements: readonly ReportStatement[]): readonly Contradiction[] {
  return statements.flatMap((second, at) => [
    ...statements.slice(0, at).flatMap((first) => {
      const isIntermittent = [first, second].some(({ modifiers }) => modifiers.includes(INTERMITTENT))
      const isOneTwice = first.code === second.code && first.leads.join() === second.leads.join()
      const excludes = isOneTwice || (excludesEachOther(first.code, second.code) && !isIntermittent)
      return excludes ? [{ a: first.code, b: second.code, at }] : []
    }),
    ...ONE_MODIFIER.flatMap((set) => {
      const [a, b] = second.modifiers.filter((modifier) => set.includes(modifier))
      return a !== undefined && b !== undefined ? [{ a, b, at }] : []
    }),
  ])
}

export function excludesEachOther(a: number, b: number): boolean {
  return ONE_OF.some((set) => a !== b && set.includes(a) && set.includes(b)) || excludes(a, b) || excludes(b, a)
}

function excludes(a: number, b: number): boolean {
  const group = statementOf(b)?.group
  if (a === NORMAL) return group !== 'overall' && !NORMAL_TOO.includes(b)
  if (a === OTHERWISE_NORMAL) return group === 'infarction' || GRAVE.includes(b)
  if (a === UNINTERPRETABLE) return group !== 'overall' && group !== 'technical'
  // In fibrillation of the ventricles there is no complex, segment or interval to speak of.
  if (a === FIBRILLATION) return b > 79 && b < 180
  return WITHOUT_P.includes(a) && OF_P.includes(b)
}
