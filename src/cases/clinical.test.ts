import { describe, expect, it } from 'vitest'
import { Clinical, ClinicalChange, isPlausibleOnset, mergeClinical } from './clinical'

/** The hard ranges of clinical.md C1: `[field, lowest, highest, one step]`. */
const RANGES = [
  ['painNow', 0, 10, 1],
  ['systolicMmHg', 40, 300, 1],
  ['diastolicMmHg', 20, 200, 1],
  ['heartRateBpm', 0, 350, 1],
  ['spo2Percent', 30, 100, 1],
  ['respiratoryRatePerMin', 0, 80, 1],
  ['temperatureC', 25, 43, 0.1],
  ['killipClass', 1, 4, 1],
  ['weightKg', 2, 300, 0.1],
  ['potassiumMmolL', 1, 12, 0.1],
  ['creatinineUmolL', 10, 2000, 1],
] as const
const isValid = (values: object) => Clinical.safeParse({ reasons: ['chest_pain'], ...values }).success

describe('the clinical card', () => {
  it.each(RANGES)('takes %s from %d to %d and no step of %d beyond', (field, low, high, step) => {
    expect([low - step, low, high, high + step].map((value) => isValid({ [field]: value }))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it.each(['systolicMmHg', 'heartRateBpm', 'spo2Percent', 'painNow', 'killipClass'])('takes %s whole only', (field) => {
    expect(isValid({ [field]: 3.5 })).toBe(false)
    expect(isValid({ [field]: '90' })).toBe(false)
  })

  it('needs nothing but one reason', () => {
    expect(isValid({})).toBe(true)
    expect(Clinical.safeParse({ reasons: [] }).success).toBe(false)
    expect(Clinical.safeParse({}).success).toBe(false)
  })

  it.each([{ reasons: ['headache'] }, { consciousness: 'X' }, { ticks: ['pale'] }, { bloodPressure: 120 }])(
    'refuses what it does not know: %o',
    (values) => {
      expect(isValid(values)).toBe(false)
    },
  )

  it('takes an instant with its zone only', () => {
    expect(isValid({ painOnsetAt: '2026-01-15T10:00:00+05:00' })).toBe(true)
    expect(isValid({ painOnsetAt: '2026-01-15T10:00:00' })).toBe(false)
    expect(isValid({ painOnsetAt: 'yesterday' })).toBe(false)
  })

  it('takes a troponin with its unit and limit only', () => {
    expect(isValid({ troponin: { value: 20, unit: 'ng/L', upperLimit: 14 } })).toBe(true)
    expect(isValid({ troponin: { value: 20, unit: ' ', upperLimit: 14 } })).toBe(false)
    expect(isValid({ troponin: { value: 20 } })).toBe(false)
  })

  it('takes later values without a reason', () => {
    expect(ClinicalChange.safeParse({ systolicMmHg: 120 }).success).toBe(true)
    expect(ClinicalChange.safeParse({ reasons: [] }).success).toBe(false)
  })
})

describe('values that come later', () => {
  it('replace what they measure again and leave the rest', () => {
    const before: Clinical = { reasons: ['chest_pain'], systolicMmHg: 120, heartRateBpm: 80 }
    expect(mergeClinical(before, { systolicMmHg: 90 })).toEqual({ ...before, systolicMmHg: 90 })
  })

  it('let reasons, ticks and history grow, each once', () => {
    const before: Clinical = { reasons: ['chest_pain'], ticks: ['sweating'], history: ['diabetes'] }
    const change: ClinicalChange = { reasons: ['syncope', 'chest_pain'], ticks: ['presyncope'], history: ['diabetes'] }
    expect(mergeClinical(before, change)).toEqual({
      reasons: ['chest_pain', 'syncope'],
      ticks: ['sweating', 'presyncope'],
      history: ['diabetes'],
    })
  })
})

describe('the onset of pain', () => {
  const now = new Date('2026-01-15T12:00:00Z')
  const seconds = (count: number) => new Date(now.getTime() + count * 1000)

  it.each([
    ['now', 0, true],
    ['by a clock five minutes fast', 300, true],
    ['later than that', 301, false],
    ['seven days ago', -7 * 86_400, true],
    ['before that', -7 * 86_400 - 1, false],
  ])('%s, %d s: %s', (_, offset, expected) => {
    expect(isPlausibleOnset(seconds(offset), now)).toBe(expected)
  })
})
