import { describe, expect, it } from 'vitest'
import { type GraceInput, grace } from './grace'
import { type HeartInput, heart } from './heart'
import { cha2ds2Va, shockIndex } from './stroke-and-shock'
import { type TimiStemiInput, timiStemi, timiUa } from './timi'

const SPECIFIED: GraceInput = {
  ageYears: 57,
  heartRateBpm: 70,
  systolicMmHg: 110,
  creatinineUmolL: 1.2 * 88.4,
  killip: 3,
  isArrest: true,
  isStDeviated: true,
  areEnzymesRaised: false,
}

describe('GRACE', () => {
  it('gives the points and the risk of the published example', () => {
    expect(grace(SPECIFIED).points).toBe(209)
    expect(grace(SPECIFIED).deathInHospital).toBeCloseTo(0.21693, 5)
  })

  it('is a lower bound that says what is missing', () => {
    const partly = grace({ ...SPECIFIED, creatinineUmolL: null, killip: null })
    expect(partly).toEqual({ points: 209 - 10 - 39, deathInHospital: null, missing: ['creatinineUmolL', 'killip'] })
  })

  it.each([
    ['ageYears', 29, 0],
    ['ageYears', 30, 8],
    ['ageYears', 90, 100],
    ['heartRateBpm', 49, 0],
    ['heartRateBpm', 50, 3],
    ['heartRateBpm', 200, 46],
    ['systolicMmHg', 79, 58],
    ['systolicMmHg', 80, 53],
    ['systolicMmHg', 200, 0],
    ['creatinineUmolL', 35.36, 4],
    ['creatinineUmolL', 176.8, 21],
    ['killip', 4, 59],
  ] as const)('gives %s %d its %d points', (key, value, points) => {
    const nothing = Object.fromEntries(Object.keys(SPECIFIED).map((name) => [name, null])) as unknown as GraceInput
    expect(grace({ ...nothing, [key]: value }).points).toBe(points)
  })
})

describe('HEART', () => {
  const NOTHING: HeartInput = {
    history: null,
    ecg: null,
    ageYears: null,
    riskFactorCount: null,
    hasKnownAtherosclerosis: false,
    troponinRatio: null,
  }

  it.each<readonly [Partial<HeartInput>, number]>([
    [{ history: 2 }, 2],
    [{ ecg: 'non-specific' }, 1],
    [{ ecg: 'st-deviation' }, 2],
    [{ ageYears: 44 }, 0],
    [{ ageYears: 45 }, 1],
    [{ ageYears: 65 }, 2],
    [{ riskFactorCount: 0 }, 0],
    [{ riskFactorCount: 2 }, 1],
    [{ riskFactorCount: 3 }, 2],
    [{ hasKnownAtherosclerosis: true }, 2],
    [{ troponinRatio: 1 }, 0],
    [{ troponinRatio: 3 }, 1],
    [{ troponinRatio: 3.1 }, 2],
  ])('of %o is %d', (input, points) => {
    expect(heart({ ...NOTHING, ...input }).points).toBe(points)
  })

  it('counts what is missing', () => {
    expect(heart(NOTHING)).toEqual({ points: 0, missing: 5 })
  })
})

describe('TIMI', () => {
  it('for STEMI gives the 14 points of the example', () => {
    const worst: TimiStemiInput = {
      ageYears: 76,
      hasDiabetesHypertensionOrAngina: true,
      systolicMmHg: 95,
      heartRateBpm: 110,
      killip: 2,
      weightKg: 60,
      isAnteriorOrLbbb: true,
      hoursToTreatment: 5,
    }
    expect(timiStemi(worst)).toEqual({ points: 14, deathPercent: 35.9 })
    expect(timiStemi({ ...worst, ageYears: 70 }).points).toBe(13)
  })

  it('for unstable angina counts each known risk once', () => {
    const all = {
      ageYears: 65,
      riskFactorCount: 3,
      hasKnownStenosis: true,
      tookAspirin: true,
      hadTwoEpisodes: true,
      isStDeviated: true,
      areMarkersRaised: true,
    }
    expect(timiUa(all)).toEqual({ points: 7, riskPercent: 40.9 })
    expect(timiUa({ ...all, ageYears: 64, tookAspirin: null, riskFactorCount: 2 })).toEqual({
      points: 4,
      riskPercent: 19.9,
    })
  })
})

describe('CHA₂DS₂-VA', () => {
  const NONE = {
    ageYears: 50,
    hasHeartFailure: false,
    hasHypertension: false,
    hasDiabetes: false,
    hadStroke: false,
    hasVascularDisease: false,
  }

  it.each([
    [{}, 0, 'none'],
    [{ ageYears: 65 }, 1, 'consider'],
    [{ ageYears: 75 }, 2, 'anticoagulate'],
    [{ hadStroke: true, hasDiabetes: true }, 3, 'anticoagulate'],
    [{ ageYears: 80, hasHeartFailure: true, hasHypertension: true, hasVascularDisease: true }, 5, 'anticoagulate'],
  ] as const)('of %o is %d: %s', (more, points, advice) => {
    expect(cha2ds2Va({ ...NONE, ...more })).toMatchObject({ points, advice })
  })

  it('is a lower bound without the age', () => {
    expect(cha2ds2Va({ ...NONE, ageYears: null }).isLowerBound).toBe(true)
  })
})

describe('the shock index', () => {
  it.each([
    [89, 100, 'usual'],
    [90, 100, 'abnormal'],
    [100, 100, 'high'],
  ] as const)('of %d over %d is %s', (rate, pressure, level) => {
    expect(shockIndex(rate, pressure)?.level).toBe(level)
  })

  it('needs both numbers', () => {
    expect(shockIndex(null, 100)).toBeNull()
    expect(shockIndex(80, null)).toBeNull()
  })
})
