/** NaN of no values. Sorts in place: it is called once for every sample of every lead, for a handful of values. */
export function medianInPlace(values: number[]): number {
  for (let index = 1; index < values.length; index++) {
    const value = values[index] ?? 0
    let at = index - 1
    while (at >= 0 && (values[at] ?? 0) > value) {
      values[at + 1] = values[at] ?? 0
      at -= 1
    }
    values[at + 1] = value
  }
  return medianOfSorted(values)
}

/** Null of no values; between the two in the middle of an even number. */
export function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : medianOfSorted(values.toSorted((one, other) => one - other))
}

/** Null of no values; of an even number the upper one of the two in the middle, so always a value that was there. */
export function upperMedian(values: readonly number[]): number | null {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? null
}

function medianOfSorted(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}
