import { describe, expect, it } from 'vitest'
import type { LeadName } from '../types'
import { both, findingOf, LBBB, PAIN_NOW, RBBB, statusOf, withSt } from './testing/make-analysis'

const SIX: readonly LeadName[] = ['I', 'II', 'aVL', 'V4', 'V5', 'V6']
const depressed = (leads: readonly LeadName[], jUv = -100) => Object.fromEntries(leads.map((lead) => [lead, jUv]))
const diffuse = (jUv: Partial<Record<LeadName, number>>, context = {}) =>
  findingOf('ISC-13', { leads: withSt(jUv) }, context)

describe('diffuse depression', () => {
  it('is six leads with aVR or V1 up', () => {
    expect(diffuse({ ...depressed(SIX), aVR: 100 })).toMatchObject({ status: 'met', class: 'URGENT', textKey: 'text' })
    expect(diffuse({ ...depressed(SIX), V1: 100 })).toMatchObject({ status: 'met', textKey: 'text' })
    expect(diffuse({ ...depressed(SIX.slice(0, 5)), aVR: 100 }).status).toBe('not_met')
    expect(diffuse({ ...depressed(SIX, -99), aVR: 100 }).status).toBe('borderline')
  })

  it('is met without aVR too, in other words', () => {
    expect(diffuse({ ...depressed(SIX), aVR: 99 })).toMatchObject({ status: 'met', textKey: 'textWithoutAvr' })
  })

  it('is EMERGENT with pain now, low pressure or heart failure', () => {
    const leads = { ...depressed(SIX), aVR: 120 }
    expect(diffuse(leads, PAIN_NOW).class).toBe('EMERGENT')
    expect(diffuse(leads, { systolicMmHg: 99 }).class).toBe('EMERGENT')
    expect(diffuse(leads, { systolicMmHg: 100 }).class).toBe('URGENT')
    expect(diffuse(leads, { killip: 2 }).class).toBe('EMERGENT')
    expect(diffuse(depressed(SIX), PAIN_NOW).class).toBe('EMERGENT')
  })

  it('is not judged without a lead or with LBBB', () => {
    expect(statusOf('ISC-13', { leads: { aVR: null } })).toBe('not_evaluable')
    expect(statusOf('ISC-13', LBBB)).toBe('not_evaluable')
  })
})

describe('other ischaemia', () => {
  it('is level or falling depression, or inversion under a tall R, in two neighbours', () => {
    expect(findingOf('ISC-14', { leads: withSt({ V5: -50, V6: -50 }) })).toMatchObject({
      status: 'met',
      class: 'ROUTINE',
      textKey: 'textDepression',
    })
    expect(statusOf('ISC-14', { leads: withSt({ V5: -50, V6: -24 }) })).toBe('not_met')
    const rising = { jUv: -60, j80Uv: -12 }
    expect(statusOf('ISC-14', { leads: { V5: rising, V6: rising } })).toBe('not_met')
    const inverted = { tMinUv: -100, tMaxUv: 0 }
    expect(findingOf('ISC-14', { leads: { V5: inverted, V6: inverted } }).textKey).toBe('textInversion')
    expect(statusOf('ISC-14', { leads: { V5: { tMinUv: -99 }, V6: inverted } })).toBe('not_met')
    expect(statusOf('ISC-14', { leads: { V1: inverted, V2: inverted } })).toBe('not_met')
  })

  it('is URGENT with symptoms or a raised troponin', () => {
    const leads = withSt({ V5: -60, V6: -60 })
    expect(findingOf('ISC-14', { leads }, { hasDyspnoea: true }).class).toBe('URGENT')
    expect(findingOf('ISC-14', { leads }, { isTroponinRaised: true }).class).toBe('URGENT')
  })

  it('leaves V1–V3 out in right bundle-branch block', () => {
    expect(statusOf('ISC-14', both(RBBB, { leads: withSt({ V1: -60, V2: -60, V3: -60 }) }))).toBe('not_met')
    expect(statusOf('ISC-14', both(RBBB, { leads: withSt({ V5: -60, V6: -60 }) }))).toBe('met')
  })

  it('is not judged without a lead', () => {
    expect(statusOf('ISC-14', { leads: { V5: { isUsable: false } } })).toBe('not_evaluable')
  })
})

describe("Aslanger's pattern", () => {
  const leads = withSt({ III: 100, II: 60, aVF: 90, V4: -60, V5: -60, V1: 10 })

  it('is III alone up, V4–V6 down with T upright, V1 above V2', () => {
    expect(findingOf('ISC-18', { leads })).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(statusOf('ISC-18', { leads: { ...leads, ...withSt({ aVF: 125 }) } })).toBe('not_met')
    expect(statusOf('ISC-18', { leads: { ...leads, ...withSt({ V1: 0 }) } })).toBe('not_met')
    expect(statusOf('ISC-18', { leads: { ...leads, ...withSt({ V2: -50 }) } })).toBe('not_met')
    expect(statusOf('ISC-18', { leads: { ...leads, ...withSt({ III: 99 }) } })).toBe('borderline')
  })

  it('is not judged without V1', () => {
    expect(statusOf('ISC-18', { leads: { V1: null } })).toBe('not_evaluable')
  })
})
