/** From marks in each lead to marks of the heart (clinical.md A3.6). */
import type { Marks } from '../../measure/types'
import { median } from '../../median'

export type Limit = Exclude<keyof Marks, 'rPeakMs'>
export type Combine = (values: readonly number[], limit: Limit) => number | null

const LIMITS: readonly Limit[] = [
  'pOnsetMs',
  'pPeakMs',
  'pOffsetMs',
  'qrsOnsetMs',
  'qrsOffsetMs',
  'tPeakMs',
  'tOffsetMs',
]

/** A wave that fewer leads show is none. */
const LEAST_SHARE_OF_LEADS = 0.25

export function combine(rPeakMs: number, leads: readonly Marks[], by: Combine): Marks {
  const combined = Object.fromEntries(
    LIMITS.map((limit) => {
      const values = leads.flatMap((marks) => marks[limit] ?? [])
      const isSeen = values.length > 0 && values.length >= LEAST_SHARE_OF_LEADS * leads.length
      return [limit, isSeen ? by(values, limit) : null]
    }),
  ) as Record<Limit, number | null>
  return { rPeakMs, ...combined }
}

/** Second-earliest onset, second-latest offset: one lead alone never decides. */
export const globally: Combine = (values, limit) => {
  const sorted = values.toSorted((one, other) => one - other)
  if (limit.endsWith('PeakMs')) return median(values)
  const second = Math.min(1, sorted.length - 1)
  return (limit.endsWith('OnsetMs') ? sorted[second] : sorted[sorted.length - 1 - second]) ?? null
}

export const inTheMiddle: Combine = (values) => median(values)
