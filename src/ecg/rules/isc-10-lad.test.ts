import { describe, expect, it } from 'vitest'
import type { LeadMeasurements } from '../measure/types'
import { both, findingOf, LBBB, PAIN_NOW, RBBB, statusOf, withSt } from './testing/make-analysis'

const inBoth = (one: 'V2' | 'V3' | 'V4', other: 'V2' | 'V3' | 'V4', lead: Partial<LeadMeasurements>) => ({
  leads: { [one]: lead, [other]: lead },
})

describe('the pattern of de Winter', () => {
  const pattern = (lead: Partial<LeadMeasurements>, context = {}) =>
    findingOf('ISC-10', inBoth('V3', 'V4', { jUv: -100, j80Uv: 0, tMaxUv: 500, ...lead }), context)

  it('is depression that rises into a tall T, in two neighbours', () => {
    expect(pattern({})).toMatchObject({ status: 'met', class: 'EMERGENT' })
    expect(pattern({ jUv: -99, j80Uv: 1 }).status).toBe('borderline')
    expect(pattern({ jUv: -74, j80Uv: 26 }).status).toBe('not_met')
    expect(pattern({ j80Uv: -30 }).status).toBe('not_met')
    expect(statusOf('ISC-10', { leads: { V3: { jUv: -150, j80Uv: 0, tMaxUv: 600 } } })).toBe('not_met')
  })

  it('is borderline with a T of 300–499 µV: URGENT, EMERGENT with pain now', () => {
    expect(pattern({ tMaxUv: 499 })).toMatchObject({ status: 'borderline', class: 'URGENT' })
    expect(pattern({ tMaxUv: 300 }, PAIN_NOW)).toMatchObject({ status: 'borderline', class: 'EMERGENT' })
    expect(pattern({ tMaxUv: 299 }).status).toBe('not_met')
  })

  it('is not for a broad QRS, nor judged without its leads', () => {
    const wide = both({ measurements: { qrsMs: 140 } }, inBoth('V3', 'V4', { jUv: -100, j80Uv: 0, tMaxUv: 500 }))
    expect(statusOf('ISC-10', wide)).toBe('not_met')
    expect(statusOf('ISC-10', { leads: { V2: null } })).toBe('not_evaluable')
  })
})

describe('large T waves of the first hours', () => {
  const large = inBoth('V3', 'V4', { tMaxUv: 900, rUv: 800, tAreaUvMs: 100_000 })

  it('need chest pain of less than six hours, or of unknown age', () => {
    expect(findingOf('ISC-11', large, { hasChestPain: true, hoursSincePainOnset: 5 })).toMatchObject({
      status: 'met',
      class: 'URGENT',
      confidence: 'low',
    })
    expect(statusOf('ISC-11', large, { hasChestPain: true })).toBe('met')
    expect(statusOf('ISC-11', large, { hasChestPain: true, hoursSincePainOnset: 6 })).toBe('not_met')
    expect(statusOf('ISC-11', large)).toBe('not_met')
  })

  it('are large for their QRS', () => {
    const small = inBoth('V3', 'V4', { tMaxUv: 499, rUv: 400 })
    expect(statusOf('ISC-11', small, PAIN_NOW)).toBe('not_met')
    const byArea = { leads: { I: { tMaxUv: 500, tAreaUvMs: 70_000 }, aVL: { tMaxUv: 500, tAreaUvMs: 70_000 } } }
    expect(statusOf('ISC-11', byArea, PAIN_NOW)).toBe('met')
    expect(statusOf('ISC-11', { leads: { V5: null } }, PAIN_NOW)).toBe('not_evaluable')
  })
})

describe("Wellens' pattern", () => {
  const typeA = { tMaxUv: 100, tMaxAtMs: 600, tMinUv: -100, tMinAtMs: 660 }
  const typeB = { tMaxUv: 0, tMaxAtMs: null, tMinUv: -200, tMinAtMs: 640 }

  it('is an up-and-down or a deep T in V2 and V3', () => {
    expect(findingOf('ISC-12', inBoth('V2', 'V3', typeA))).toMatchObject({
      status: 'met',
      class: 'URGENT',
      textKey: 'textA',
    })
    expect(findingOf('ISC-12', inBoth('V2', 'V3', typeB))).toMatchObject({ status: 'met', textKey: 'textB' })
    expect(statusOf('ISC-12', inBoth('V2', 'V3', { ...typeA, tMinUv: -99 }))).toBe('not_met')
    expect(statusOf('ISC-12', inBoth('V2', 'V3', { ...typeA, tMinAtMs: 560 }))).toBe('not_met')
    expect(statusOf('ISC-12', inBoth('V2', 'V3', { ...typeB, tMinUv: -199 }))).toBe('not_met')
    expect(statusOf('ISC-12', { leads: { V2: typeB } })).toBe('not_met')
  })

  it('needs R to be there and ST to be flat', () => {
    expect(statusOf('ISC-12', inBoth('V2', 'V3', { ...typeB, rUv: 100 }))).toBe('not_met')
    expect(statusOf('ISC-12', inBoth('V2', 'V3', { ...typeB, jUv: 125 }))).toBe('not_met')
    expect(statusOf('ISC-12', inBoth('V2', 'V3', { ...typeB, jUv: -100 }))).toBe('borderline')
  })

  it('is kept with pain now, more urgent, and with pain unknown', () => {
    expect(findingOf('ISC-12', inBoth('V2', 'V3', typeB), PAIN_NOW)).toMatchObject({
      class: 'EMERGENT',
      limitations: ['pain-present'],
    })
    expect(findingOf('ISC-12', inBoth('V2', 'V3', typeB)).limitations).toEqual(['pain-unknown'])
  })

  it('is trusted less, never hidden, with the right heart under load', () => {
    const strained = both(inBoth('V2', 'V3', typeB), {
      measurements: { heartRateBpm: 118 },
      leads: { I: { sUv: 300 }, III: { qUv: 200 } },
    })
    expect(findingOf('ISC-12', strained)).toMatchObject({ status: 'met', class: 'URGENT', confidence: 'low' })
  })

  it('cannot be judged without V3', () => {
    expect(statusOf('ISC-12', { leads: { V2: typeB, V3: { tMinUv: null } } })).toBe('not_evaluable')
  })
})

describe('the pattern of the first diagonal', () => {
  const leads = withSt({ aVL: 100, V2: 100, III: -50 })

  it('is aVL and V2 up with the inferior leads down', () => {
    expect(findingOf('ISC-20', { leads })).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(findingOf('ISC-20', { leads }, PAIN_NOW).class).toBe('EMERGENT')
    expect(statusOf('ISC-20', { leads: withSt({ aVL: 99, V2: 100, III: -50 }) })).toBe('borderline')
    expect(statusOf('ISC-20', { leads: withSt({ aVL: 100, V2: 100, III: -20 }) })).toBe('not_met')
    expect(statusOf('ISC-20', both(RBBB, { leads }))).toBe('met')
    expect(statusOf('ISC-20', both(LBBB, { leads }))).toBe('not_evaluable')
  })

  it('gives way to the criteria of STEMI, and is not judged without aVL', () => {
    expect(statusOf('ISC-20', { leads: withSt({ I: 100, aVL: 100, V2: 100, III: -50 }) })).toBe('not_met')
    expect(statusOf('ISC-20', { leads: { aVL: null } })).toBe('not_evaluable')
  })
})
