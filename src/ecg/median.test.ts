import { describe, expect, it } from 'vitest'
import { median, medianOfFirst, upperMedian } from './median'

describe('the median', () => {
  it('lies between the two in the middle of an even number of values', () => {
    expect(median([9, 1, 4, 2])).toBe(3)
    expect(ofFirst([9, 1, 4, 2])).toBe(3)
  })

  it('is the upper of the two where it must be a value that was there', () => {
    expect(upperMedian([9, 1, 4, 2])).toBe(4)
  })

  it('is the one in the middle of an odd number, whatever the order', () => {
    expect([median([5, 1, 3]), ofFirst([5, 1, 3]), upperMedian([5, 1, 3])]).toEqual([3, 3, 3])
  })

  it('of no values is none', () => {
    expect([median([]), ofFirst([]), upperMedian([])]).toEqual([null, Number.NaN, null])
  })

  it('is the same of many values, and looks at no more of them than it is told', () => {
    const many = Array.from({ length: 101 }, (_, index) => (index * 37) % 101)

    expect(ofFirst(many)).toBe(50)
    expect(medianOfFirst(Float64Array.of(3, 1, 2, 900, 900), 3)).toBe(2)
  })
})

const ofFirst = (values: readonly number[]) => medianOfFirst(Float64Array.from(values), values.length)
