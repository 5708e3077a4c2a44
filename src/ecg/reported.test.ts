import { describe, expect, it } from 'vitest'
import { reportedNumber } from './reported'

describe('a number of the device', () => {
  it.each([0, -1, 999, 9999, 19_999, 29_998, 29_999, 65_535])('is none when it says so with %d', (value) => {
    expect(reportedNumber('qtMs', value)).toBeNull()
  })

  it('may be an RR interval of 999 ms and an axis of 0°', () => {
    expect(reportedNumber('rrMs', 999)).toBe(999)
    expect(reportedNumber('qrsAxisDeg', 0)).toBe(0)
  })

  it('is none where no heart and no axis gives it', () => {
    expect(reportedNumber('heartRateBpm', 401)).toBeNull()
    expect(reportedNumber('tAxisDeg', 999)).toBeNull()
  })
})
