import { describe, expect, it } from 'vitest'
import { ageYearsAt } from './age'

const born = new Date('1964-02-29T00:00:00Z')

describe('age', () => {
  it.each([
    ['the day before the birthday', '2026-02-28T23:59:59Z', 61],
    ['the first of March of a year without the day', '2026-03-01T00:00:00Z', 62],
    ['the day itself', '2028-02-29T00:00:00Z', 64],
    ['the day of birth', '1964-02-29T12:00:00Z', 0],
    ['a time before birth', '1960-01-01T00:00:00Z', 0],
  ])('counts whole years at %s', (_, at, years) => {
    expect(ageYearsAt(born, null, new Date(at))).toBe(years)
  })

  it('takes the estimate where no birth date is known', () => {
    expect(ageYearsAt(null, 60, new Date('2026-01-01T00:00:00Z'))).toBe(60)
  })

  it('prefers the birth date to an estimate', () => {
    expect(ageYearsAt(born, 40, new Date('2026-12-01T00:00:00Z'))).toBe(62)
  })

  it('is unknown where neither is known', () => {
    expect(ageYearsAt(null, null, new Date('2026-01-01T00:00:00Z'))).toBeNull()
  })
})
