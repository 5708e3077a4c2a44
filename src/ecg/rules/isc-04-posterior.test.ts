import { describe, expect, it } from 'vitest'
import type { LeadName } from '../types'
import { both, findingOf, LBBB, PAIN_NOW, RBBB, statusOf, withSt } from './testing/make-analysis'

const posterior = (jUv: Partial<Record<LeadName, number>>, context = {}) =>
  findingOf('ISC-04', { leads: withSt(jUv) }, context)

describe('a posterior infarct', () => {
  it('is level depression in two neighbours of V1–V4, deepest there', () => {
    expect(posterior({ V1: -50, V2: -60 })).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(posterior({ V1: -49, V2: -60 }).status).toBe('borderline')
    expect(posterior({ V1: -24, V2: -60 }).status).toBe('not_met')
    expect(posterior({ V1: -60, V3: -60 }).status).toBe('not_met')
    expect(posterior({ V3: -60, V4: -80, V5: -90 }).status).toBe('not_met')
    expect(posterior({ V3: -60, V4: -80, V5: -80 }).status).toBe('met')
  })

  it('is level in its first 40 ms', () => {
    const rising = (riseUv: number) => {
      const lead = { jUv: -100, j40Uv: -100 + riseUv }
      return statusOf('ISC-04', { leads: { V2: lead, V3: lead } })
    }
    expect(rising(25)).toBe('met')
    expect(rising(50)).toBe('borderline')
    expect(rising(51)).toBe('not_met')
    expect(rising(-51)).toBe('not_met')
  })

  it('is EMERGENT with pain now, with two supports, or confirmed behind', () => {
    expect(posterior({ V2: -60, V3: -60 }, PAIN_NOW).class).toBe('EMERGENT')
    const tallR = findingOf('ISC-04', {
      leads: { V2: { jUv: -60, j40Uv: -60, rUv: 900, sUv: 400, rMs: 31, tMaxUv: 300 }, V3: { jUv: -60, j40Uv: -60 } },
    })
    expect(tallR).toMatchObject({ status: 'met', class: 'EMERGENT', confidence: 'medium' })
    expect(posterior({ V7: 60, V8: 60 })).toMatchObject({
      status: 'met',
      class: 'EMERGENT',
      textKey: 'textConfirmed',
      leads: ['V7', 'V8'],
    })
  })

  it('is not judged from the front with RBBB, LBBB or right hypertrophy, or without a lead', () => {
    const depression = { leads: withSt({ V2: -80, V3: -80 }) }
    const rvh = { measurements: { qrsAxisDeg: 110 }, leads: { V1: { rUv: 800, sUv: 300 } } }
    expect(findingOf('ISC-04', both(RBBB, depression)).limitations).toEqual(['right-bundle-branch-block'])
    expect(findingOf('ISC-04', both(LBBB, depression)).limitations).toEqual(['left-bundle-branch-block'])
    expect(findingOf('ISC-04', both(rvh, depression)).limitations).toEqual(['right-hypertrophy'])
    expect(statusOf('ISC-04', both(RBBB, { leads: withSt({ V8: 60, V9: 60 }) }))).toBe('met')
    expect(statusOf('ISC-04', { leads: { V2: null } })).toBe('not_evaluable')
  })
})
