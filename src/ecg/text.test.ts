import { describe, expect, it } from 'vitest'
import { ageInYears, dateOf, joinText, timeOf } from './text'

describe('what devices write', () => {
  it.each([
    [1971, 1, 23, '1971-01-23'],
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, null],
    [0, 0, 0, null],
    [1, 1, 1, null],
    [2026, 13, 1, null],
  ])('is a day or nothing: %i-%i-%i', (year, month, day, expected) => {
    expect(dateOf(year, month, day)).toBe(expected)
  })

  it.each([
    [9, 5, 7, '09:05:07'],
    [23, 59, 60, '23:59:59'],
    [24, 0, 0, null],
  ])('is a time or nothing: %i:%i:%i', (hour, minute, second, expected) => {
    expect(timeOf(hour, minute, second)).toBe(expected)
  })

  it.each([
    [42, 'year', 42],
    [18, 'month', 1],
    [300, 'year', null],
    [0, 'year', null],
  ] as const)('is an age in years or nothing: %i %s', (count, unit, expected) => {
    expect(ageInYears(count, unit)).toBe(expected)
  })

  it('is one line without control characters, or nothing', () => {
    expect(joinText([' Oʻktamov\u0000\n', null, 'X\u202e '])).toBe('Oʻktamov X')
    expect(joinText(['\u0000 '])).toBeNull()
  })
})
