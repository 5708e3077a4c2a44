import { describe, expect, it } from 'vitest'
import { caseNumber, parseCaseNumber } from '@/server/cases/case-number'

describe('the number of a case', () => {
  it.each([
    [42, '2026-06-01T00:00:00Z', 'YK-26-00042'],
    [123_456, '2026-06-01T00:00:00Z', 'YK-26-123456'],
    [1, '2025-12-31T18:59:59Z', 'YK-25-00001'],
    [1, '2025-12-31T19:00:00Z', 'YK-26-00001'],
  ])('%d, made at %s, is %s: the year is that of Tashkent', (number, createdAt, expected) => {
    expect(caseNumber({ number, createdAt: new Date(createdAt) })).toBe(expected)
  })

  it.each([
    ['YK-26-00042', 42],
    ['yk-26-00042', 42],
    ['YK26-00042', 42],
    [' 00042 ', 42],
    ['42', 42],
    ['YK-26-', null],
    ['Sinov', null],
    ['4 2', null],
    ['1234567890', null],
    ['', null],
  ])('is read from %j as %s', (text, expected) => {
    expect(parseCaseNumber(text)).toBe(expected)
  })
})
