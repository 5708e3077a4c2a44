import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUzbekPassport, maskPinfl, normalisePassport, parsePinfl } from './patient-id'

/** Invented numbers of uzbekistan.md 5.3; none belongs to a person. */
const VECTORS = [
  ['31503705120012', 'male', '1970-03-15'],
  ['60512015120021', 'female', '2001-12-05'],
  ['42902646040131', 'female', '1964-02-29'],
] as const

describe('a PINFL', () => {
  it.each(VECTORS)('%s says %s, born %s', (digits, sex, birthDate) => {
    expect(parsePinfl(digits)).toEqual({ digits, isCheckDigitRight: true, sex, birthDate })
  })

  it('is read with the spaces and hyphens of a card', () => {
    expect(parsePinfl(' 3 150370 512-001-2 ')?.digits).toBe('31503705120012')
  })

  it.each(['', '3150370512001', '315037051200123', '3150370512001a', 'AA1234567'])('is not %j', (text) => {
    expect(parsePinfl(text)).toBeNull()
  })

  it('shows every single wrong digit by its check digit', () => {
    const position = fc.integer({ min: 0, max: 13 })
    const shift = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(fc.constantFrom(...VECTORS), position, shift, ([digits], at, by) => {
        const wrong = String((Number(digits.charAt(at)) + by) % 10)
        const typed = digits.slice(0, at) + wrong + digits.slice(at + 1)
        expect(parsePinfl(typed)?.isCheckDigitRight).toBe(false)
      }),
    )
  })

  it('knows the centuries of its first digit', () => {
    const heads = ['0', '1', '2', '3', '4', '5', '6', '7'].map((head) => parsePinfl(`${head}1503705120012`))
    expect(heads.map((pinfl) => pinfl?.sex)).toEqual([
      'unknown',
      'male',
      'female',
      'male',
      'female',
      'male',
      'female',
      'unknown',
    ])
    expect(heads.map((pinfl) => pinfl?.birthDate?.slice(0, 4) ?? null)).toEqual([
      null,
      '1870',
      '1870',
      '1970',
      '1970',
      '2070',
      '2070',
      null,
    ])
  })

  it.each(['33002705120012', '30013705120012', '32902655120012'])('%s names no day of the calendar', (digits) => {
    expect(parsePinfl(digits)?.birthDate).toBeNull()
  })

  it('travels with its first and its last three digits only', () => {
    expect(maskPinfl('31503705120012')).toBe('3••••••••••012')
  })
})

describe('a passport', () => {
  it.each([
    ['AA1234567', 'AA1234567'],
    ['aa 123-45-67', 'AA1234567'],
    ['АА №1234567', 'AA1234567'],
    ['I-МЯ №123456', 'IMЯ123456'],
    ['P<123', null],
    ['123', null],
    ['A'.repeat(21), null],
    ['', null],
  ])('%j is kept as %j', (text, expected) => {
    expect(normalisePassport(text)).toBe(expected)
  })

  it.each([
    ['AA1234567', true],
    ['A1234567', false],
    ['AA123456', false],
    ['AA12345678', false],
  ])('%s is an Uzbek one: %s', (text, expected) => {
    expect(isUzbekPassport(text)).toBe(expected)
  })
})
