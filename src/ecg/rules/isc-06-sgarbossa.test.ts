import { describe, expect, it } from 'vitest'
import { type AnalysisPatch, both, findingOf, LBBB, PAIN_NOW, statusOf, withSt } from './testing/make-analysis'

const inLbbb = (patch: AnalysisPatch) => both(LBBB, patch)
const PACED: AnalysisPatch = { analysis: { spikesAtMs: Array.from({ length: 10 }, (_, index) => 300 + index * 833) } }

describe('Sgarbossa in left bundle-branch block', () => {
  it('gives five points for concordant elevation', () => {
    const finding = findingOf('ISC-06', inLbbb({ leads: withSt({ V5: 100 }) }))
    expect(finding).toMatchObject({ status: 'met', class: 'EMERGENT', values: { points: 5 }, leads: ['V5'] })
    expect(statusOf('ISC-06', inLbbb({ leads: withSt({ V5: 99 }) }))).toBe('borderline')
    expect(statusOf('ISC-06', inLbbb({ leads: withSt({ V5: 74 }) }))).toBe('not_met')
  })

  it('gives three points for depression in V1–V3 where QRS is negative', () => {
    expect(findingOf('ISC-06', inLbbb({ leads: withSt({ V2: -100 }) }))).toMatchObject({
      status: 'met',
      values: { points: 3 },
    })
    expect(statusOf('ISC-06', inLbbb({ leads: withSt({ V4: -100 }) }))).toBe('not_met')
  })

  it('is negative with discordant elevation alone, which the modified criteria judge by its share of S', () => {
    const discordant = (sUv: number) => inLbbb({ leads: { V2: { ...withSt({ V2: 500 }).V2, rUv: 100, sUv } } })
    expect(findingOf('ISC-06', discordant(1900))).toMatchObject({ status: 'not_met' })
    expect(findingOf('ISC-07', discordant(1900))).toMatchObject({
      status: 'met',
      class: 'EMERGENT',
      textKey: 'textRatio',
    })
    expect(statusOf('ISC-07', discordant(2000))).toBe('met')
    expect(statusOf('ISC-07', discordant(2100))).toBe('not_met')
  })

  it('counts all points that were given', () => {
    const leads = { ...withSt({ V5: 120 }), V2: { ...withSt({ V2: 500 }).V2, rUv: 100, sUv: 2500 } }
    expect(findingOf('ISC-06', inLbbb({ leads })).values).toMatchObject({ points: 7 })
  })

  it('is judged in a paced ventricle of any shape', () => {
    const paced = both(PACED, { measurements: { qrsMs: 150 }, leads: withSt({ V5: 100 }) })
    expect(statusOf('ISC-06', paced)).toBe('met')
    expect(findingOf('ISC-01', paced).limitations).toEqual(['paced'])
  })

  it('is not met with a narrow QRS, and not judged without a lead', () => {
    expect(statusOf('ISC-06', { leads: withSt({ V5: 100 }) })).toBe('not_met')
    expect(statusOf('ISC-06', inLbbb({ leads: { V4: { isUsable: false } } }))).toBe('not_evaluable')
    expect(statusOf('ISC-07', inLbbb({ leads: { V4: { isUsable: false } } }))).toBe('not_evaluable')
  })

  it('is found in atrial fibrillation, fast and without P', () => {
    const fast = inLbbb({ measurements: { prMs: null, pMs: null, heartRateBpm: 135 }, leads: withSt({ V5: 100 }) })
    expect(statusOf('ISC-06', fast)).toBe('met')
    expect(statusOf('CON-01', fast)).toBe('not_met')
  })
})

describe('BARCELONA', () => {
  it('takes deviation with QRS in any lead, and against QRS in a low lead', () => {
    expect(findingOf('ISC-08', inLbbb({ leads: withSt({ aVR: -100 }) }))).toMatchObject({
      status: 'met',
      class: 'URGENT',
    })
    expect(statusOf('ISC-08', inLbbb({ leads: withSt({ V1: 150 }) }))).toBe('not_met')
    const low = (rUv: number) => inLbbb({ leads: { III: { ...withSt({ III: -100 }).III, rUv, sUv: 100 } } })
    expect(statusOf('ISC-08', low(600))).toBe('met')
    expect(statusOf('ISC-08', low(601))).toBe('not_met')
  })
})

describe('T that goes with QRS', () => {
  const deep = (tMinUv: number) => ({ V2: { tMinUv, tMaxUv: 0 }, V3: { tMinUv, tMaxUv: 0 } })

  it('is deep in two neighbours in front, in left bundle-branch block alone', () => {
    expect(findingOf('ISC-21', inLbbb({ leads: deep(-300) }))).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(statusOf('ISC-21', inLbbb({ leads: deep(-299) }))).toBe('not_met')
    expect(statusOf('ISC-21', { leads: deep(-300) })).toBe('not_met')
    expect(statusOf('ISC-21', inLbbb({ leads: { V4: { isUsable: false } } }))).toBe('not_evaluable')
  })
})

describe('left bundle-branch block with symptoms', () => {
  const withPain = (context: Parameters<typeof findingOf>[2]) => findingOf('ISC-09', LBBB, context)

  it('is EMERGENT with pain now, an unknown onset included', () => {
    expect(withPain(PAIN_NOW)).toMatchObject({ status: 'met', class: 'EMERGENT' })
    expect(withPain({ ...PAIN_NOW, hoursSincePainOnset: 12 }).class).toBe('EMERGENT')
    expect(withPain({ ...PAIN_NOW, hoursSincePainOnset: 13 }).class).toBe('URGENT')
  })

  it('is URGENT with pain that is gone, EMERGENT in shock, nothing without symptoms', () => {
    expect(withPain({ hasChestPain: true, hoursSincePainOnset: 3 }).class).toBe('URGENT')
    expect(withPain({ systolicMmHg: 89 }).class).toBe('EMERGENT')
    expect(withPain({ killip: 3 }).class).toBe('EMERGENT')
    expect(withPain({ systolicMmHg: 90, killip: 2 }).status).toBe('not_met')
  })

  it('leaves it to Sgarbossa where that is positive', () => {
    expect(statusOf('ISC-09', inLbbb({ leads: withSt({ V5: 100 }) }), PAIN_NOW)).toBe('not_met')
  })
})
