import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLANKS, BLANKS_AND_COMMAS, numberIn, numbersBetween, type Separators } from './number-list'

describe('numbers in text', () => {
  it('are what Number makes of them, for every number', () => {
    const written = fc.oneof(
      fc.double({ noNaN: true }).map(String),
      fc.integer().map(String),
      fc
        .tuple(fc.integer({ min: -99999, max: 99999 }), fc.nat(6))
        .map(([value, digits]) => (value / 1000).toFixed(digits)),
    )
    fc.assert(
      fc.property(written, (word) => {
        expect(numberIn(`x${word}y`, 1, 1 + word.length)).toBe(Number(word))
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', '-', '.', '1.2.3', '1,5', '5-', 'abc', '1 2'])('are not found in %j', (word) => {
    expect(numberIn(word, 0, word.length)).toBeNaN()
  })

  it.each([
    ['1,5', 1.5],
    ['-0,004', -0.004],
    ['+12', 12],
    ['1e-1', 0.1],
  ])('may have a decimal comma: %s', (word, value) => {
    expect(numberIn(word, 0, word.length, true)).toBe(value)
  })

  it('are listed between blanks and commas', () => {
    const text = ' 1, -2\n\t3.5,,4 '
    const list = (between: Separators) =>
      Array.from(
        numbersBetween(
          text,
          between,
          (start, end) => numberIn(text, start, end),
          (length) => new Float32Array(length),
        ),
      )
    expect(list(BLANKS_AND_COMMAS)).toEqual([1, -2, 3.5, 4])
    expect(list(BLANKS)).toEqual([Number.NaN, -2, Number.NaN])
  })
})
