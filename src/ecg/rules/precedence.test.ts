import { describe, expect, it } from 'vitest'
import { inDisplayOrder } from './display-order'
import { RULES } from './index'
import { applyPrecedence, PRECEDENCE } from './precedence'
import { FINDING_CLASSES, type Finding, type FindingClass, NOTHING_KNOWN, type RuleContext } from './rule'

const PAIRS = PRECEDENCE.flatMap((row) =>
  row.first.flatMap((first) => row.second.map((second) => [first, second] as const)),
)
const TEXTS = ['text', 'textB', 'textStrain']

const finding = (id: string, changes: Partial<Finding> = {}): Finding => ({
  id,
  version: '1.0.0',
  status: 'met',
  class: 'EMERGENT',
  confidence: 'high',
  leads: ['V1', 'V2'],
  segment: 'st',
  evidence: [],
  textKey: 'text',
  values: { territory: 'inferior', also: 'none' },
  shownAfter: [],
  limitations: [],
  ...changes,
})
const resolve = (findings: readonly Finding[], context: Partial<RuleContext> = {}) =>
  applyPrecedence(findings, { ...NOTHING_KNOWN, ...context })
const orderOf = (findings: readonly Finding[], context: Partial<RuleContext> = {}) =>
  inDisplayOrder(resolve(findings, context)).map(({ id }) => id)

describe('two findings together', () => {
  it.each(PAIRS)('%s and %s both stay, with their class, their status and their values', (first, second) => {
    for (const firstClass of FINDING_CLASSES) {
      for (const secondClass of FINDING_CLASSES) {
        for (const textKey of TEXTS) {
          const before = [
            finding(first, { class: firstClass, textKey }),
            finding(second, { class: secondClass, textKey }),
          ]
          const after = resolve(before)
          expect(after.map(essence)).toEqual(before.map(essence))
          expect(inDisplayOrder(after)).toHaveLength(2)
        }
      }
    }
  })

  it('speak only of rules that exist or are of the rhythm', () => {
    const known = new Set(RULES.map(({ id }) => id))
    const named = PRECEDENCE.flatMap(({ first, second }) => [...first, ...second])
    expect(named.filter((id) => !known.has(id) && !id.startsWith('RHY-'))).toEqual([])
  })

  it('leave what was not found alone', () => {
    const absent = finding('MET-01', { status: 'not_met', class: null })
    expect(resolve([finding('ISC-10'), absent])[1]).toEqual(absent)
    expect(resolve([finding('ISC-10', { status: 'not_evaluable', class: null }), finding('MET-01')])[1]).toEqual(
      finding('MET-01'),
    )
  })
})

describe('which is shown first', () => {
  const urgent = (id: string, changes: Partial<Finding> = {}) => finding(id, { class: 'URGENT', ...changes })

  it('is de Winter before hyperkalaemia and before diffuse depression', () => {
    expect(orderOf([finding('MET-02'), finding('ISC-13'), finding('ISC-10')])[0]).toBe('ISC-10')
  })

  it('is Brugada before an infarct of V1–V2 alone, which stays EMERGENT', () => {
    const brugada = urgent('RHY-18')
    expect(orderOf([finding('ISC-01'), brugada])).toEqual(['RHY-18', 'ISC-01'])
    expect(resolve([finding('ISC-01'), brugada])[0]).toMatchObject({ class: 'EMERGENT', confidence: 'low' })
    expect(orderOf([finding('ISC-01', { leads: ['V1', 'V2', 'V3'] }), brugada])).toEqual(['ISC-01', 'RHY-18'])
  })

  it('is embolism before Wellens B, not before Wellens A', () => {
    expect(orderOf([urgent('ISC-12', { textKey: 'textB' }), urgent('OTH-02')])).toEqual(['OTH-02', 'ISC-12'])
    expect(orderOf([urgent('ISC-12', { textKey: 'textA' }), urgent('OTH-02')])).toEqual(['ISC-12', 'OTH-02'])
  })

  it('is pre-excitation before blocks and hypertrophy, beside an EMERGENT infarct', () => {
    const wpw = finding('RHY-19', { class: 'ROUTINE' })
    expect(orderOf([finding('CON-01', { class: 'ROUTINE' }), wpw])).toEqual(['RHY-19', 'CON-01'])
    const [infarct] = resolve([finding('ISC-01'), wpw])
    expect(infarct).toMatchObject({
      class: 'EMERGENT',
      confidence: 'low',
      shownAfter: [],
      limitations: ['pre-excitation'],
    })
  })

  it('is hyperkalaemia before Sgarbossa, which keeps its class', () => {
    const resolved = resolve([finding('ISC-06'), finding('MET-02')])
    expect(inDisplayOrder(resolved).map(({ id }) => id)).toEqual(['MET-02', 'ISC-06'])
    expect(resolved[0]).toMatchObject({ class: 'EMERGENT', status: 'met' })
  })

  it('is the infarct before pericarditis, early repolarisation and aneurysm', () => {
    expect(orderOf([urgent('ISC-15'), urgent('ISC-16'), urgent('ISC-17'), finding('ISC-01')])[0]).toBe('ISC-01')
  })

  it('is one text of inferior infarct and depression in front', () => {
    const [infarct, posterior] = resolve([finding('ISC-01'), finding('ISC-04')])
    expect(infarct?.textKey).toBe('textPosterior')
    expect(posterior).toMatchObject({ class: 'EMERGENT', shownAfter: ['ISC-01'] })
    const septal = finding('ISC-01', { values: { territory: 'septal', also: 'none' } })
    expect(resolve([septal, finding('ISC-04')])[0]?.textKey).toBe('text')
  })

  it('is hypertrophy with strain before other ischaemia, unless troponin is raised', () => {
    const strain = finding('HYP-01', { class: 'ROUTINE', textKey: 'textStrain' })
    expect(orderOf([urgent('ISC-14'), strain])).toEqual(['HYP-01', 'ISC-14'])
    expect(resolve([urgent('ISC-14'), strain])[0]?.confidence).toBe('low')
    expect(resolve([urgent('ISC-14'), strain], { isTroponinRaised: true })[0]?.confidence).toBe('high')
  })

  it('is the most urgent where nothing says otherwise, what is met before what is borderline', () => {
    const list = [
      finding('CON-01', { class: 'ROUTINE' }),
      urgent('RHY-16', { status: 'borderline' }),
      urgent('RHY-11'),
      finding('RHY-18'),
      finding('ISC-05', { class: null }),
    ]
    expect(orderOf(list)).toEqual(['RHY-18', 'RHY-11', 'RHY-16', 'CON-01', 'ISC-05'])
  })
})

function essence({ id, status, class: itsClass, leads, evidence, values }: Finding): unknown {
  const kept: FindingClass | null = itsClass
  return { id, status, kept, leads, evidence, values }
}
