/**
 * A QR code (ISO/IEC 18004:2015) of a short text: byte mode, error correction M, versions 1 to 6. Answers rows of
 * modules, true where dark, without the quiet zone of four modules; null for a text of more than 106 bytes.
 * Not supported: other modes and levels, larger versions.
 */
import { errorCodewords } from './qr/reed-solomon'

/** Of each version: codewords of error correction a block, blocks, codewords of data a block (table 9, level M). */
const BLOCKS = [
  [10, 1, 16],
  [16, 1, 28],
  [26, 1, 44],
  [18, 2, 32],
  [24, 2, 43],
  [16, 4, 27],
] as const
const BYTE_MODE = 0b0100
const PADDING = [0b11101100, 0b00010001] as const
const FORMAT_GENERATOR = 0b10100110111
const FORMAT_MASK = 0b101010000010010
/** Level M. */
const LEVEL_BITS = 0b00
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

export type QrModules = readonly (readonly boolean[])[]

export function qrCode(text: string): QrModules | null {
  const bytes = new TextEncoder().encode(text)
  const index = BLOCKS.findIndex(([, blocks, data]) => bytes.length + 2 <= blocks * data)
  const block = BLOCKS[index]
  if (!block) return null
  const version = index + 1
  const bits = interleaved(dataCodewords(bytes, block), block).flatMap((codeword) => bitsOf(codeword, 8))
  const candidates = MASKS.map((_, mask) => drawn(version, bits, mask))
  return candidates.reduce((best, next) => (penalty(next) < penalty(best) ? next : best))
}

type Block = (typeof BLOCKS)[number]

function dataCodewords(bytes: Uint8Array, [, blocks, data]: Block): number[] {
  const bits = [...bitsOf(BYTE_MODE, 4), ...bitsOf(bytes.length, 8), ...[...bytes].flatMap((byte) => bitsOf(byte, 8))]
  const ended = [...bits, 0, 0, 0, 0]
  const codewords = Array.from({ length: bytes.length + 2 }, (_, place) =>
    ended.slice(place * 8, place * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
  const missing = blocks * data - codewords.length
  return [...codewords, ...Array.from({ length: missing }, (_, place) => PADDING[place % 2] ?? 0)]
}

/** The first codeword of every block, then the second, …; those of error correction behind. */
function interleaved(codewords: readonly number[], [correction, blocks, data]: Block): number[] {
  const parts = Array.from({ length: blocks }, (_, block) => codewords.slice(block * data, (block + 1) * data))
  const corrections = parts.map((part) => errorCodewords(part, correction))
  const woven = (lists: readonly (readonly number[])[], length: number) =>
    Array.from({ length }, (_, place) => lists.map((list) => list[place] ?? 0)).flat()
  return [...woven(parts, data), ...woven(corrections, correction)]
}

function drawn(version: number, bits: readonly number[], mask: number): boolean[][] {
  const size = 17 + 4 * version
  const modules = Array.from({ length: size }, () => new Array<boolean | null>(size).fill(null))
  const set = (x: number, y: number, isDark: boolean) => {
    const row = modules[y]
    if (row && x >= 0 && x < size) row[x] = isDark
  }
  drawPatterns(set, version, size)
  drawFormat(set, size, mask)
  placeBits(modules, bits, MASKS[mask] ?? (() => false))
  return modules.map((row) => row.map((module) => module === true))
}

type SetModule = (x: number, y: number, isDark: boolean) => void

function drawPatterns(set: SetModule, version: number, size: number): void {
  for (let place = 8; place < size - 8; place++) {
    set(6, place, place % 2 === 0)
    set(place, 6, place % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    drawSquare(set, x, y, 4, (ring) => ring !== 2 && ring !== 4)
  }
  // Of these versions only the lower right place is free for an alignment pattern.
  if (version > 1) drawSquare(set, size - 7, size - 7, 2, (ring) => ring !== 1)
}

function drawSquare(
  set: SetModule,
  middleX: number,
  middleY: number,
  reach: number,
  isDark: (ring: number) => boolean,
) {
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) set(middleX + x, middleY + y, isDark(Math.max(Math.abs(x), Math.abs(y))))
  }
}

function drawFormat(set: SetModule, size: number, mask: number): void {
  const data = LEVEL_BITS * 8 + mask
  let rest = data << 10
  for (let bit = 14; bit >= 10; bit--) if ((rest >> bit) & 1) rest ^= FORMAT_GENERATOR << (bit - 10)
  const format = ((data << 10) | rest) ^ FORMAT_MASK
  const isSet = (bit: number) => ((format >> bit) & 1) === 1
  const beside = (bit: number) => (bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit)
  for (let bit = 0; bit < 15; bit++) {
    set(8, beside(bit), isSet(bit))
    set(bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, 8, isSet(bit))
  }
  set(8, size - 8, true)
}

function placeBits(modules: (boolean | null)[][], bits: readonly number[], mask: (x: number, y: number) => boolean) {
  let next = 0
  for (const [x, y] of wayThrough(modules.length)) {
    const row = modules[y]
    if (row?.[x] === null) row[x] = (bits[next++] === 1) !== mask(x, y)
  }
}

/** Upwards and downwards in pairs of columns from the right, around the upright timing line. */
function wayThrough(size: number): readonly (readonly [number, number])[] {
  const rights = Array.from({ length: (size - 1) / 2 }, (_, pair) => size - 1 - 2 * pair)
  return rights
    .map((right) => (right <= 6 ? right - 1 : right))
    .flatMap((right, pair) =>
      Array.from({ length: size }, (_, step) => (pair % 2 === 0 ? size - 1 - step : step)).flatMap((y) => [
        [right, y] as const,
        [right - 1, y] as const,
      ]),
    )
}

/** Long runs of one colour are hard to read (ISO/IEC 18004, 7.8.3, first rule); the lowest sum wins. */
function penalty(modules: QrModules): number {
  const columns = modules.map((_, x) => modules.map((row) => row[x] === true))
  return [...modules, ...columns].reduce((sum, line) => sum + runPenalty(line), 0)
}

function runPenalty(line: readonly boolean[]): number {
  let sum = 0
  let run = 0
  line.forEach((module, place) => {
    run = module === line[place - 1] ? run + 1 : 1
    if (run === 5) sum += 3
    else if (run > 5) sum += 1
  })
  return sum
}

function bitsOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => (value >> (count - 1 - place)) & 1)
}
