import { describe, expect, it } from 'vitest'
import {
  dayAndTime,
  instantAt,
  isoDayOf,
  plainDate,
  shortInstant,
  span,
  timeWithSeconds,
  typedDate,
  typedTime,
  wallClock,
} from './format'

const at = '2026-11-22T19:22:31.000Z'

describe('instants', () => {
  it('are shown on the clock of Tashkent', () => {
    expect(timeWithSeconds(at)).toBe('00:22:31')
    expect(dayAndTime(at)).toBe('23.11.2026 00:22')
  })

  it('are shorter the nearer they are', () => {
    expect(shortInstant(at, new Date('2026-11-23T10:00:00Z'))).toBe('00:22')
    expect(shortInstant(at, new Date('2026-11-24T10:00:00Z'))).toBe('23.11. 00:22')
    expect(shortInstant(at, new Date('2027-01-24T10:00:00Z'))).toBe('23.11.2026 00:22')
  })

  it('come from a day and a time in Tashkent', () => {
    expect(instantAt('2026-11-23', '00:22')).toBe('2026-11-22T19:22:00.000Z')
    expect(isoDayOf(at)).toBe('2026-11-23')
  })
})

describe('dates without an instant', () => {
  it('are never moved by a time zone', () => {
    expect(plainDate('1968-03-01')).toBe('01.03.1968')
    expect(wallClock('2026-11-22T23:59:58')).toBe('22.11.2026 23:59:58')
    expect(plainDate('unknown')).toBe('unknown')
  })
})

describe('what somebody typed', () => {
  it.each([
    ['22.11.2026', '2026-11-22'],
    ['1/3/1968', '1968-03-01'],
    ['01031968', '1968-03-01'],
    ['1968-03-01', '1968-03-01'],
    ['31.02.1968', null],
    ['1968', null],
  ])('as the date %s is %s', (text, date) => {
    expect(typedDate(text)).toBe(date)
  })

  it.each([
    ['7:05', '07:05'],
    ['0705', '07:05'],
    ['23.59', '23:59'],
    ['24:00', null],
    ['7', null],
  ])('as the time %s is %s', (text, time) => {
    expect(typedTime(text)).toBe(time)
  })
})

describe('a span', () => {
  it.each([
    [-5, '0:00'],
    [47_900, '0:47'],
    [728_000, '12:08'],
    [7_100_000, '1:58:20'],
    [31 * 3_600_000, '31 h'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(span(ms)).toBe(text)
  })
})
