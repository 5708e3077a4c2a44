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
  const middle = (values.length - 1) / 2
  return ((values[Math.floor(middle)] ?? Number.NaN) + (values[Math.ceil(middle)] ?? Number.NaN)) / 2
}
