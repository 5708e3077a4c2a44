import { describe, expect, it } from 'vitest'
import type { LeadName } from '../types'
import { both, findingOf, LBBB, PAIN_NOW, statusOf, withSt } from './testing/make-analysis'

const MAN_45 = { ageYears: 45, sex: 'male' } as const
const MAN_39 = { ageYears: 39, sex: 'male' } as const
const stemi = (jUv: Partial<Record<LeadName, number>>, context = {}) =>
  statusOf('ISC-01', { leads: withSt(jUv) }, { ...MAN_45, ...context })

describe('ST elevation of the STEMI criteria', () => {
  it('depends on age and sex in V2 and V3', () => {
    expect(stemi({ V2: 200, V3: 200 })).toBe('met')
    expect(stemi({ V2: 200, V3: 200 }, MAN_39)).toBe('not_met')
    expect(stemi({ V2: 230, V3: 230 }, MAN_39)).toBe('borderline')
    expect(stemi({ V2: 250, V3: 250 }, MAN_39)).toBe('met')
    expect(stemi({ V2: 150, V3: 150 }, { ageYears: 60, sex: 'female' })).toBe('met')
  })

  it('takes the lower limit where the sex is not known, and says so', () => {
    const finding = findingOf('ISC-01', { leads: withSt({ V2: 150, V3: 150 }) }, { ageYears: null, sex: null })
    expect(finding.status).toBe('met')
    expect(finding.limitations).toEqual(['sex-unknown', 'age-unknown'])
  })

  it('needs two neighbours, each beyond its own limit', () => {
    expect(stemi({ V2: 200, V3: 100, V4: 100 })).toBe('not_met')
    expect(stemi({ II: 100, aVF: 100 })).toBe('met')
    expect(stemi({ aVL: 100, III: 100 })).toBe('not_met')
    expect(stemi({ I: 100, II: 100 })).toBe('not_met')
    expect(stemi({ aVR: 200, aVL: 100 })).toBe('not_met')
    expect(stemi({ V6: 100, I: 100 })).toBe('not_met')
  })

  it('compares whole microvolts at the limit', () => {
    expect(stemi({ II: 99.6, aVF: 100.4 })).toBe('met')
    expect(stemi({ II: 99.4, aVF: 100 })).toBe('borderline')
    expect(stemi({ II: 75, aVF: 100 })).toBe('borderline')
    expect(stemi({ II: 74, aVF: 100 })).toBe('not_met')
  })

  it('judges posterior and right leads where they were recorded', () => {
    expect(stemi({ V7: 50, V8: 50 }, { ageYears: 50 })).toBe('met')
    expect(stemi({ V7: 50, V8: 50 }, { ageYears: 35 })).toBe('not_met')
    expect(stemi({ V3R: 50, V4R: 50 })).toBe('met')
    expect(stemi({ V3R: 50, V4R: 50 }, { ageYears: 29 })).toBe('not_met')
  })

  it('says which leads, which values and which wall', () => {
    const finding = findingOf('ISC-01', { leads: withSt({ II: 120, III: 150, aVF: 130, aVL: -60 }) })
    expect(finding.class).toBe('EMERGENT')
    expect(finding.leads).toEqual(['II', 'aVF', 'III'])
    expect(finding.values).toMatchObject({ territory: 'inferior', also: 'none' })
    expect(finding.confidence).toBe('high')
    expect(finding.evidence).toContainEqual({
      lead: 'III',
      name: 'j',
      value: 150,
      unit: 'uV',
      comparison: '>=',
      threshold: 100,
    })
    expect(finding.evidence).toContainEqual({
      lead: 'aVL',
      name: 'j',
      value: -60,
      unit: 'uV',
      comparison: null,
      threshold: null,
    })
  })

  it('is found in any broad QRS but that of the left bundle or of a pacemaker', () => {
    const elevation = { leads: withSt({ V2: 400, V3: 400, V4: 400 }) }
    expect(statusOf('ISC-01', both({ measurements: { qrsMs: 126 } }, elevation))).toBe('met')
    const inLbbb = findingOf('ISC-01', both(LBBB, elevation))
    expect([inLbbb.status, inLbbb.limitations]).toEqual(['not_evaluable', ['left-bundle-branch-block']])
  })

  it('is not called absent when a lead is missing or bad', () => {
    expect(findingOf('ISC-01', { leads: { V6: null } })).toMatchObject({
      status: 'not_evaluable',
      class: null,
      leads: ['V6'],
      limitations: ['lead-missing'],
    })
    const bad = findingOf('ISC-01', { leads: { V3: { isUsable: false } } })
    expect([bad.status, bad.limitations, bad.leads]).toEqual(['not_evaluable', ['lead-bad'], ['V3']])
    expect(statusOf('ISC-01', { leads: { V6: null, ...withSt({ II: 100, III: 100 }) } })).toBe('met')
  })

  it('is not for children', () => {
    const finding = findingOf('ISC-01', { leads: withSt({ V2: 300, V3: 300 }) }, { ageYears: 12 })
    expect([finding.status, finding.class, finding.limitations]).toEqual(['not_evaluable', null, ['not-under-16']])
    expect(findingOf('ISC-01', { leads: withSt({ V2: 300 }) }, { ageYears: null, ageDays: 4000 }).limitations).toEqual([
      'not-under-16',
    ])
  })
})

describe('borderline ST elevation', () => {
  const borderline = (jUv: Partial<Record<LeadName, number>>, context = {}) =>
    findingOf('ISC-02', { leads: withSt(jUv) }, context)

  it('is two neighbours within 25 µV', () => {
    expect(borderline({ II: 80, aVF: 100 })).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(borderline({ II: 74, aVF: 74 }).status).toBe('not_met')
    expect(borderline({ II: 100, aVF: 100 }).status).toBe('not_met')
  })

  it('is one lead in a patient with symptoms', () => {
    expect(borderline({ V4: 100 }).status).toBe('not_met')
    expect(borderline({ V4: 100 }, { hasDyspnoea: true })).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(borderline({ V4: 99 }, { hasDyspnoea: true }).status).toBe('not_met')
  })

  it('is I and V6 together, which are no neighbours', () => {
    expect(borderline({ I: 100, V6: 100 })).toMatchObject({ status: 'met', class: 'URGENT' })
  })

  it('is EMERGENT with pain now and depression on the other side', () => {
    const leads = { III: 90, aVF: 90, aVL: -50 }
    expect(borderline(leads, PAIN_NOW).class).toBe('EMERGENT')
    expect(borderline({ ...leads, aVL: -40 }, PAIN_NOW).class).toBe('URGENT')
    expect(borderline(leads).class).toBe('URGENT')
  })

  it('cannot be judged without its leads', () => {
    expect(statusOf('ISC-02', { leads: { aVF: null } })).toBe('not_evaluable')
  })
})

describe('a right ventricular infarct', () => {
  const right = (jUv: Partial<Record<LeadName, number>>) => findingOf('ISC-03', { leads: withSt(jUv) })

  it('needs an inferior infarct and one sign of the right ventricle', () => {
    expect(right({ II: 120, III: 130, aVF: 125 })).toMatchObject({ status: 'met', class: 'EMERGENT' })
    expect(right({ II: 130, III: 120, aVF: 125 }).status).toBe('not_met')
    expect(right({ II: 130, III: 120, aVF: 125, V1: 100, V2: 49 }).status).toBe('met')
    expect(right({ II: 130, III: 120, aVF: 125, V1: 100, V2: 50 }).status).toBe('not_met')
    expect(right({ II: 130, III: 120, aVF: 125, V4R: 50 })).toMatchObject({ status: 'met', confidence: 'high' })
    expect(right({ III: 50, V4R: 200 }).status).toBe('not_met')
  })

  it('says when V4R was not recorded', () => {
    expect(right({ II: 120, III: 130, aVF: 125 }).limitations).toEqual(['right-leads-not-recorded'])
  })

  it('cannot be judged without V1', () => {
    expect(statusOf('ISC-03', { leads: { V1: null } })).toBe('not_evaluable')
  })
})

describe('reciprocal depression', () => {
  it('supports and has no class of its own', () => {
    const finding = findingOf('ISC-05', { leads: withSt({ II: 120, III: 150, aVF: 130, aVL: -50 }) })
    expect(finding).toMatchObject({ status: 'met', class: null, leads: ['aVL'], confidence: 'high' })
    expect(statusOf('ISC-05', { leads: withSt({ II: 120, III: 150, aVF: 130, aVL: -49 }) })).toBe('not_met')
    expect(statusOf('ISC-05', { leads: withSt({ aVL: -80 }) })).toBe('not_met')
  })
})
