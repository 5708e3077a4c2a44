import { describe, expect, it } from 'vitest'
import { abnormalVitals } from './abnormal-vitals'

describe('values that raise the class', () => {
  it('are marked, others are not', () => {
    const marked = abnormalVitals({ reasons: ['chest_pain'], systolicMmHg: 84, heartRateBpm: 92, spo2Percent: 93 }, 58)
    expect([...marked].sort()).toEqual(['pressure', 'spo2'])
  })

  it('do not take the limits of adults for a child', () => {
    expect([...abnormalVitals({ reasons: ['syncope'], heartRateBpm: 130 }, 5)]).toEqual([])
  })

  it('are none when nothing was measured', () => {
    expect(abnormalVitals({ reasons: ['screening'] }, 40).size).toBe(0)
  })
})
