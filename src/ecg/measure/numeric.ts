/** Small statistics, and the one rounding of every number that is shown or compared with a limit. */

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Standard deviation over the mean, of the whole population; null below two values. */
export function variationCoefficient(values: readonly number[]): number | null {
  const average = mean(values)
  if (average === null || average === 0 || values.length < 2) return null
  const variance = mean(values.map((value) => (value - average) ** 2)) ?? 0
  return Math.sqrt(variance) / average
}

/**
 * Numbers are kept unrounded and become whole exactly once, before they are shown or compared:
 * in binary 0.30 − 0.20 is less than 0.10 (clinical.md B0). Never minus zero.
 */
export function whole(value: number): number
export function whole(value: number | null): number | null
export function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value) + 0
}

export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null)
