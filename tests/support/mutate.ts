/** Ways to spoil a file: what transmission does, and what a hostile hand would do to lengths, numbers and structure. */
import { makeRandom } from '@/ecg/synthetic/random'

export type Dice = {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number
  readonly pick: <T>(values: readonly [T, ...T[]]) => T
}

const MAX_CHANGES = 4
const MAX_INSERTED = 4096
const LENGTHS = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
] as const
const WORDS = [
  '0',
  '-1',
  '1e308',
  'NaN',
  '99999999999',
  '0.0000001',
  '65536',
  '',
  ' ',
  '<',
  '&a;',
  ']]>',
  '\0',
  '"',
  '\n',
] as const

export function diceOf(seed: number): Dice {
  const random = makeRandom(seed)
  const below = (limit: number) => Math.min(limit - 1, Math.floor(random.uniform(0, limit)))
  return { below, pick: (values) => values[below(values.length)] ?? values[0] }
}

/** A few changes of any kind; now and then nothing is left but the beginning and noise. */
export function mutated(dice: Dice, whole: Uint8Array): Uint8Array {
  if (dice.below(20) === 0) return noiseBehind(dice, whole)
  let bytes = whole
  for (let change = dice.below(MAX_CHANGES); change >= 0; change--) bytes = dice.pick(CHANGES)(dice, bytes)
  return bytes
}

type Change = (dice: Dice, bytes: Uint8Array) => Uint8Array

const CHANGES: readonly [Change, ...Change[]] = [
  flipBit,
  setByte,
  overwriteLength,
  overwriteLength,
  replaceNumber,
  truncate,
  remove,
  insert,
  repeat,
]

function flipBit(dice: Dice, bytes: Uint8Array): Uint8Array {
  const at = place(dice, bytes)
  return changed(bytes, at, [(bytes[at] ?? 0) ^ (1 << dice.below(8))])
}

function setByte(dice: Dice, bytes: Uint8Array): Uint8Array {
  return changed(bytes, place(dice, bytes), [dice.pick([0, 1, 0x7f, 0x80, 0xfe, 0xff, dice.below(256)])])
}

/** Two or four bytes that may be a length, a count or an offset, of either byte order. */
function overwriteLength(dice: Dice, bytes: Uint8Array): Uint8Array {
  const value = dice.below(4) === 0 ? bytes.length + dice.below(5) - 2 : dice.pick(LENGTHS)
  const size = dice.pick([2, 4])
  const little = Array.from({ length: size }, (_, index) => (value / 2 ** (8 * index)) & 0xff)
  return changed(bytes, place(dice, bytes), dice.below(2) === 0 ? little : little.reverse())
}

/** The next digits in the text become another number, or none. */
function replaceNumber(dice: Dice, bytes: Uint8Array): Uint8Array {
  const from = dice.below(bytes.length + 1)
  const start = bytes.findIndex((byte, index) => index >= from && isDigit(byte))
  if (start === -1) return bytes
  let end = start
  while (isDigit(bytes[end])) end += 1
  const word = dice.below(10) === 0 ? '7'.repeat(1 + dice.below(MAX_INSERTED)) : dice.pick(WORDS)
  return joined(bytes.subarray(0, start), new TextEncoder().encode(word), bytes.subarray(end))
}

function truncate(dice: Dice, bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, dice.below(bytes.length + 1))
}

function remove(dice: Dice, bytes: Uint8Array): Uint8Array {
  const at = place(dice, bytes)
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + dice.below(64)))
}

function insert(dice: Dice, bytes: Uint8Array): Uint8Array {
  const at = place(dice, bytes)
  return joined(bytes.subarray(0, at), noise(dice, 1 + dice.below(64)), bytes.subarray(at))
}

/** A piece of the file once more, up to a hundred times: structures that nest or follow each other without end. */
function repeat(dice: Dice, bytes: Uint8Array): Uint8Array {
  const start = place(dice, bytes)
  const piece = bytes.subarray(start, start + 1 + dice.below(256))
  const times = dice.below(8) === 0 ? 100 : 1 + dice.below(3)
  return joined(bytes.subarray(0, start), ...Array<Uint8Array>(times).fill(piece), bytes.subarray(start))
}

function noiseBehind(dice: Dice, bytes: Uint8Array): Uint8Array {
  return joined(bytes.subarray(0, dice.below(Math.min(bytes.length, 300) + 1)), noise(dice, dice.below(MAX_INSERTED)))
}

function noise(dice: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => dice.below(256))
}

/** The beginning of a file, where its structure is, is as likely as all the rest. */
function place(dice: Dice, bytes: Uint8Array): number {
  return dice.below(Math.max(1, dice.below(2) === 0 ? Math.min(bytes.length, 600) : bytes.length))
}

function changed(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const copy = bytes.slice()
  for (const [index, value] of values.entries()) if (at + index < copy.length) copy[at + index] = value
  return copy
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}
