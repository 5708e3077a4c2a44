/** Storage of WFDB counts, form by form; the opposite of the reader, written apart from it. */
const PACKERS: Readonly<Record<number, (counts: readonly number[]) => number[]>> = {
  8: (counts) => counts.map((count, index) => (count - (counts[index - 1] ?? 0)) & 0xff),
  16: (counts) => counts.flatMap((count) => littleEndian(count, 2)),
  24: (counts) => counts.flatMap((count) => littleEndian(count, 3)),
  32: (counts) => counts.flatMap((count) => littleEndian(count, 4)),
  61: (counts) => counts.flatMap((count) => littleEndian(count, 2).reverse()),
  80: (counts) => counts.map((count) => count + 128),
  160: (counts) => counts.flatMap((count) => littleEndian(count + 32_768, 2)),
  212: (counts) =>
    groups(counts, 2).flatMap(([a = 0, b]) => {
      const middle = ((a >> 8) & 0x0f) | (((b ?? 0) >> 4) & 0xf0)
      return b === undefined ? [a & 0xff, middle] : [a & 0xff, middle, b & 0xff]
    }),
  310: (counts) =>
    groups(counts, 3).flatMap(([a = 0, b = 0, c = 0]) => [
      ...littleEndian(((a & 0x3ff) << 1) | ((c & 0x1f) << 11), 2),
      ...littleEndian(((b & 0x3ff) << 1) | (((c >> 5) & 0x1f) << 11), 2),
    ]),
  311: (counts) =>
    groups(counts, 3).flatMap(([a = 0, b = 0, c = 0]) =>
      littleEndian((a & 0x3ff) | ((b & 0x3ff) << 10) | ((c & 0x3ff) << 20), 4),
    ),
}

export function packWfdb(format: number, counts: readonly number[]): Uint8Array {
  return Uint8Array.from(PACKERS[format]?.(counts) ?? [])
}

export function namedText(name: string, lines: readonly string[]) {
  return { name, bytes: new TextEncoder().encode(lines.join('\n')) }
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => (value >> (8 * index)) & 0xff)
}

function groups(counts: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(counts.length / size) }, (_, index) =>
    counts.slice(index * size, (index + 1) * size),
  )
}
