/** More values than this are sorted by the engine of the language. */
const FEW = 32

/**
 * Of the first `count` values, which are sorted in place; NaN of none. It is called once for every sample of every lead,
 * for a handful of values, so the room for them is kept by the caller.
 */
export function medianOfFirst(values: Float64Array, count: number): number {
  if (count > FEW) values.subarray(0, count).sort()
  else sortFirst(values, count)
  const middle = (count - 1) >> 1
  return count === 0 ? Number.NaN : ((values[middle] as number) + (values[count >> 1] as number)) / 2
}

function sortFirst(values: Float64Array, count: number): void {
  for (let index = 1; index < count; index++) {
    const value = values[index] as number
    let at = index - 1
    while (at >= 0 && (values[at] as number) > value) {
      values[at + 1] = values[at] as number
      at -= 1
    }
    values[at + 1] = value
  }
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
