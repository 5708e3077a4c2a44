import { describe, expect, it } from 'vitest'
import { median, medianInPlace, upperMedian } from './median'

describe('the median', () => {
  it('lies between the two in the middle of an even number of values', () => {
    expect(median([9, 1, 4, 2])).toBe(3)
    expect(medianInPlace([9, 1, 4, 2])).toBe(3)
  })

  it('is the upper of the two where it must be a value that was there', () => {
    expect(upperMedian([9, 1, 4, 2])).toBe(4)
  })

  it('is the one in the middle of an odd number, whatever the order', () => {
    expect([median([5, 1, 3]), medianInPlace([5, 1, 3]), upperMedian([5, 1, 3])]).toEqual([3, 3, 3])
  })

  it('of no values is none', () => {
    expect([median([]), medianInPlace([]), upperMedian([])]).toEqual([null, Number.NaN, null])
  })
})
