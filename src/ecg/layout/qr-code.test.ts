import { describe, expect, it } from 'vitest'
import { errorCodewords, product } from './qr/reed-solomon'
import { type QrModules, qrCode } from './qr-code'

const ADDRESS = 'https://yurak.example.uz/cases/01a206c6-92ee-7025-91bd-50b1d3d7d98f'

describe('a QR code', () => {
  it('has the size of the smallest version that holds the text', () => {
    expect(qrCode('A')?.length).toBe(21)
    expect(qrCode(ADDRESS)?.length).toBe(37)
    expect(qrCode('x'.repeat(106))?.length).toBe(41)
    expect(qrCode('x'.repeat(107))).toBeNull()
  })

  it('has its three finders and its timing lines', () => {
    const code = qrCode(ADDRESS) ?? []
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
    const partAt = (x: number, y: number) =>
      Array.from({ length: 7 }, (_, row) =>
        Array.from({ length: 7 }, (__, column) => (code[y + row]?.[x + column] ? '#' : '.')).join(''),
      )

    expect(partAt(0, 0)).toEqual(finder)
    expect(partAt(30, 0)).toEqual(finder)
    expect(partAt(0, 30)).toEqual(finder)
    expect(code[6]?.slice(8, 29).every((module, place) => module === (place % 2 === 0))).toBe(true)
  })

  it.each(['A', 'https://y.uz/cases/1', ADDRESS])('can be read back: %s', (text) => {
    expect(readBack(qrCode(text) ?? [])).toBe(text)
  })

  it('corrects with the codewords of the standard’s example', () => {
    // ISO/IEC 18004:2015, annex I: "01234567" in version 1-M.
    const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11]

    expect(errorCodewords(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55])
    expect(product(2, 0x80)).toBe(0x1d)
  })
})

/** As a reader does it: format, mask, the way of the bits, the first byte segment. Of one or two blocks. */
function readBack(code: QrModules): string {
  const size = code.length
  const dark = (x: number, y: number): number => Number(code[y]?.[x] === true)
  const formatBits = [0, 1, 2, 3, 4, 5, 7, 8]
    .map((y) => dark(8, y))
    .reduce((sum, bit, place) => sum + (bit << place), 0)
  const high = [7, 5, 4, 3, 2, 1, 0].map((x, place) => dark(x, 8) << (place + 8)).reduce((sum, bit) => sum + bit, 0)
  const mask = ((high | formatBits) ^ 0b101010000010010) >> 10
  expect(mask >> 3).toBe(0)
  const isMasked = [
    (x: number, y: number) => (x + y) % 2 === 0,
    (_: number, y: number) => y % 2 === 0,
    (x: number) => x % 3 === 0,
    (x: number, y: number) => (x + y) % 3 === 0,
    (x: number, y: number) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
    (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
  ][mask & 7]
  const isFixed = (x: number, y: number) =>
    x === 6 ||
    y === 6 ||
    (x < 9 && y < 9) ||
    (x > size - 9 && y < 9) ||
    (x < 9 && y > size - 9) ||
    (size > 21 && Math.max(Math.abs(x - size + 7), Math.abs(y - size + 7)) <= 2)
  const bits: number[] = []
  const columns = Array.from({ length: size - 1 }, (_, place) => size - 1 - place - (size - 1 - place <= 6 ? 1 : 0))
  columns
    .filter((right, place) => place % 2 === 0 && right > 0)
    .forEach((right, pair) => {
      const places = Array.from({ length: size }, (_, step) => (pair % 2 === 0 ? size - 1 - step : step))
        .flatMap((y) => [right, right - 1].map((x) => [x, y] as const))
        .filter(([x, y]) => !isFixed(x, y))
      bits.push(...places.map(([x, y]) => dark(x, y) ^ Number(isMasked?.(x, y))))
    })
  const codewords = Array.from({ length: bits.length >> 3 }, (_, place) =>
    bits.slice(place * 8, place * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
  const version = (size - 17) / 4
  const [blocks, data] = [
    [1, 16],
    [1, 28],
    [1, 44],
    [2, 32],
    [2, 43],
    [4, 27],
  ][version - 1] ?? [1, 0]
  const ordered = Array.from({ length: blocks ?? 1 }, (_, block) =>
    Array.from({ length: data ?? 0 }, (__, place) => codewords[place * (blocks ?? 1) + block] ?? 0),
  ).flat()
  const all = ordered.flatMap((codeword) => Array.from({ length: 8 }, (_, bit) => (codeword >> (7 - bit)) & 1))
  const take = (from: number, count: number) => all.slice(from, from + count).reduce((value, bit) => value * 2 + bit, 0)
  expect(take(0, 4)).toBe(0b0100)
  const length = take(4, 8)
  return new TextDecoder().decode(Uint8Array.from({ length }, (_, place) => take(12 + place * 8, 8)))
}
