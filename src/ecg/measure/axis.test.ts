import { describe, expect, test } from 'vitest'
import { frontalAxisDeg } from './axis'

describe('frontal axis', () => {
  test.each([
    { leadI: 1, leadIii: 0, axisDeg: 30 },
    { leadI: 0, leadIii: 1, axisDeg: 90 },
    { leadI: 1, leadIii: -1, axisDeg: -30 },
    { leadI: -1, leadIii: 0, axisDeg: -150 },
    { leadI: 1, leadIii: 1, axisDeg: 60 },
  ])('of I = $leadI and III = $leadIii mV is $axisDeg°', ({ leadI, leadIii, axisDeg }) => {
    const avf = (leadI + leadIii + leadIii) / 2
    expect(frontalAxisDeg(leadI, avf, 0.15)).toBeCloseTo(axisDeg, 6)
  })

  test('has no direction under 0.15 mV', () => {
    expect(frontalAxisDeg(0.149, 0, 0.15)).toBeNull()
    expect(frontalAxisDeg(0.151, 0, 0.15)).toBeCloseTo(0)
  })

  test('names the opposite of I once', () => {
    expect(frontalAxisDeg(-1, -0, 0.15)).toBe(180)
  })

  test('of what was not measured is not known', () => {
    expect(frontalAxisDeg(Number.NaN, 1, 0.15)).toBeNull()
  })
})
