import { describe, expect, test } from 'vitest'
import { judgeAgainst, limitsFor } from './limits'

const MAN = limitsFor({ ageDays: null, ageYears: 55, sex: 'male' })

describe('limits of adults', () => {
  test('QTc of men ends at 449 and of women at 459 ms', () => {
    const woman = limitsFor({ ageDays: null, ageYears: 55, sex: 'female' })
    expect(judgeAgainst(MAN.of.qtcMs, 449.4)).toBe('within')
    expect(judgeAgainst(MAN.of.qtcMs, 449.5)).toBe('high')
    expect(judgeAgainst(woman.of.qtcMs, 459)).toBe('within')
    expect(judgeAgainst(woman.of.qtcMs, 460)).toBe('high')
  })

  test.each([
    { quantity: 'heartRateBpm', low: 60, high: 100 },
    { quantity: 'prMs', low: 120, high: 200 },
    { quantity: 'qrsMs', low: 70, high: 110 },
    { quantity: 'qrsAxisDeg', low: -30, high: 90 },
  ] as const)('$quantity is usual from $low to $high, both included', ({ quantity, low, high }) => {
    const judge = (value: number) => judgeAgainst(MAN.of[quantity], value)
    expect([judge(low - 1), judge(low), judge(high), judge(high + 1)]).toEqual(['low', 'within', 'within', 'high'])
  })

  test('an axis beyond 180° is judged by the shorter way round', () => {
    expect(judgeAgainst(MAN.of.qrsAxisDeg, 170)).toBe('high')
    expect(judgeAgainst(MAN.of.qrsAxisDeg, -170)).toBe('high')
    expect(judgeAgainst(MAN.of.qrsAxisDeg, -120)).toBe('low')
  })

  test('nothing measured and nothing limited is not judged', () => {
    expect(judgeAgainst(MAN.of.prMs, null)).toBeNull()
    expect(judgeAgainst(undefined, 100)).toBeNull()
  })

  test('what is not known of the patient is said, and the narrower limit taken', () => {
    const unknown = limitsFor({ ageDays: null, ageYears: null, sex: 'unknown' })
    expect(unknown).toMatchObject({ population: 'adult', isAgeAssumed: true, isSexAssumed: true })
    expect(unknown.of.qtcMs?.high).toBe(449)
    expect(unknown.of.cornellUv?.high).toBe(2000)
    expect(MAN).toMatchObject({ isAgeAssumed: false, isSexAssumed: false })
  })
})

describe('limits of children', () => {
  const ofDays = (ageDays: number) => limitsFor({ ageDays, ageYears: Math.floor(ageDays / 365.25), sex: 'female' })

  test.each([
    { ageDays: 0, rate: [90, 160] },
    { ageDays: 7, rate: [90, 160] },
    { ageDays: 8, rate: [100, 180] },
    { ageDays: 29, rate: [100, 180] },
    { ageDays: 30, rate: [120, 180] },
    { ageDays: 91, rate: [105, 185] },
    { ageDays: 183, rate: [110, 170] },
    { ageDays: 366, rate: [90, 165] },
    { ageDays: 3 * 366, rate: [70, 140] },
    { ageDays: 5 * 366, rate: [65, 140] },
    { ageDays: 8 * 366, rate: [60, 130] },
    { ageDays: 12 * 366, rate: [65, 130] },
  ])('a heart of $ageDays days beats $rate a minute', ({ ageDays, rate }) => {
    const { population, of } = ofDays(ageDays)
    expect(population).toBe('child')
    expect([of.heartRateBpm?.low, of.heartRateBpm?.high]).toEqual(rate)
  })

  test('end on the sixteenth birthday', () => {
    expect(limitsFor({ ageDays: null, ageYears: 15, sex: null }).population).toBe('child')
    expect(limitsFor({ ageDays: null, ageYears: 16, sex: null }).population).toBe('adult')
  })

  test('QRS is wide from 90 ms under four years and from 100 ms after', () => {
    expect([ofDays(700).wideQrsMs, ofDays(5 * 366).wideQrsMs, MAN.wideQrsMs]).toEqual([90, 100, 120])
  })

  test('an infant whose days are not known has the widest range of its year', () => {
    const infant = limitsFor({ ageDays: null, ageYears: 0, sex: null })
    expect(infant.isAgeAssumed).toBe(true)
    expect(infant.of.heartRateBpm).toMatchObject({ low: 90, high: 185 })
    expect(infant.of.qrsAxisDeg).toMatchObject({ low: 0, high: 180 })
    expect(infant.of.qtcBazettMs).toMatchObject({ low: null, high: 490 })
  })

  test('a newborn axis of −170° lies beyond its range, not before it', () => {
    expect(judgeAgainst(ofDays(3).of.qrsAxisDeg, -170)).toBe('high')
    expect(judgeAgainst(ofDays(3).of.qrsAxisDeg, 20)).toBe('low')
  })
})
