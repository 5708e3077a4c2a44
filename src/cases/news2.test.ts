import { describe, expect, it } from 'vitest'
import type { Clinical } from './clinical'
import { news2 } from './news2'

const score = (values: Partial<Clinical>) => news2({ reasons: ['screening'], ...values }).score

/** RCP 2017: `[value, points]` on both sides of every limit. */
const LIMITS = {
  respiratoryRatePerMin: [
    [8, 3],
    [9, 1],
    [11, 1],
    [12, 0],
    [20, 0],
    [21, 2],
    [24, 2],
    [25, 3],
  ],
  spo2Percent: [
    [91, 3],
    [92, 2],
    [93, 2],
    [94, 1],
    [95, 1],
    [96, 0],
  ],
  systolicMmHg: [
    [90, 3],
    [91, 2],
    [100, 2],
    [101, 1],
    [110, 1],
    [111, 0],
    [219, 0],
    [220, 3],
  ],
  heartRateBpm: [
    [40, 3],
    [41, 1],
    [50, 1],
    [51, 0],
    [90, 0],
    [91, 1],
    [110, 1],
    [111, 2],
    [130, 2],
    [131, 3],
  ],
  temperatureC: [
    [35, 3],
    [35.1, 1],
    [36, 1],
    [36.1, 0],
    [38, 0],
    [38.1, 1],
    [39, 1],
    [39.1, 2],
  ],
} as const satisfies Partial<Record<keyof Clinical, readonly (readonly [number, number])[]>>

const ROWS = Object.entries(LIMITS).flatMap(([field, limits]) =>
  limits.map(([value, points]) => [field, value, points] as const),
)

describe('NEWS2', () => {
  it.each(ROWS)('gives %s %d %d points', (field, value, points) => {
    expect(score({ [field]: value })).toBe(points)
  })

  it.each([
    ['A', 0],
    ['C', 3],
    ['V', 3],
    ['P', 3],
    ['U', 3],
  ] as const)('gives consciousness %s %d points', (consciousness, points) => {
    expect(score({ consciousness })).toBe(points)
  })

  it('gives oxygen two points', () => {
    expect(score({ onOxygen: true, spo2Percent: 97 })).toBe(2)
  })

  it('agrees with the vector of clinical.md H6', () => {
    const clinical: Clinical = {
      reasons: ['dyspnoea'],
      respiratoryRatePerMin: 22,
      spo2Percent: 93,
      systolicMmHg: 105,
      heartRateBpm: 112,
      consciousness: 'A',
      temperatureC: 38.5,
      onOxygen: false,
    }
    expect(news2(clinical)).toEqual({ score: 8, hasSingleThree: false, missing: 0 })
  })

  it('is zero where everything is normal', () => {
    const clinical: Clinical = {
      reasons: ['screening'],
      respiratoryRatePerMin: 14,
      spo2Percent: 98,
      systolicMmHg: 120,
      heartRateBpm: 70,
      consciousness: 'A',
      temperatureC: 36.6,
      onOxygen: false,
    }
    expect(news2(clinical)).toEqual({ score: 0, hasSingleThree: false, missing: 0 })
  })

  it('counts what is unknown and gives it no points', () => {
    expect(news2({ reasons: ['screening'] })).toEqual({ score: 0, hasSingleThree: false, missing: 7 })
  })

  it('sees a single three', () => {
    expect(news2({ reasons: ['screening'], systolicMmHg: 85 }).hasSingleThree).toBe(true)
  })
})
