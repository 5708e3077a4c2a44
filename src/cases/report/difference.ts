/** Two versions of a text, line by line, side by side: what went, what came, what stayed (longest common subsequence). */
export type DifferenceRow = {
  readonly kind: 'same' | 'changed'
  /** Null where the line came or went. */
  readonly before: string | null
  readonly after: string | null
}

export function difference(before: string, after: string): readonly DifferenceRow[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const rows: DifferenceRow[] = []
  let [fromA, fromB] = [0, 0]
  for (const [atA, atB] of commonLines(a, b)) {
    rows.push(...changed(a.slice(fromA, atA), b.slice(fromB, atB)), {
      kind: 'same',
      before: a[atA] ?? '',
      after: b[atB] ?? '',
    })
    fromA = atA + 1
    fromB = atB + 1
  }
  return [...rows, ...changed(a.slice(fromA), b.slice(fromB))]
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function changed(before: readonly string[], after: readonly string[]): DifferenceRow[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
    kind: 'changed',
    before: before[at] ?? null,
    after: after[at] ?? null,
  }))
}

/** Places of the lines that both have, in order. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const left = commonLengths(a, b)
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const isCommon = a[i] === b[j]
    if (isCommon) pairs.push([i, j])
    const goesFirst = left(i + 1, j) >= left(i, j + 1)
    if (isCommon || goesFirst) i += 1
    if (isCommon || !goesFirst) j += 1
  }
  return pairs
}

/** How many lines the rests from `i` and from `j` have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (const i of [...a.keys()].toReversed())
    lengths[i] = b.reduceRight<number[]>(
      (row, line, j) => {
        row[j] = line === a[i] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), row[j + 1] ?? 0)
        return row
      },
      new Array<number>(b.length + 1).fill(0),
    )
  return at
}
