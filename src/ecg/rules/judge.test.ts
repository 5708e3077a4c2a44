import { describe, expect, it } from 'vitest'
import { classOfRecording } from './class-of-recording'
import { RULES } from './index'
import { judgeRecording } from './judge'
import type { Finding, Rule, RuleContext } from './rule'
import { type AnalysisPatch, both, LBBB, MAN_OF_55, makeAnalysis, PAIN_NOW, withSt } from './testing/make-analysis'

const judge = (patch: AnalysisPatch = {}, context: Partial<RuleContext> = {}, options = {}) =>
  judgeRecording(makeAnalysis(patch), { ...MAN_OF_55, ...context }, options)
const found = (findings: readonly Finding[]) =>
  findings.filter(({ status }) => status === 'met' || status === 'borderline').map(({ id }) => id)
const STEMI: AnalysisPatch = { leads: withSt({ V2: 400, V3: 400, V4: 400 }) }

describe('judging a recording', () => {
  it('is one step less sure of ST where the machine filters it, and as urgent', () => {
    const note = { reason: 'bandwidth-narrow', severity: 'warn', leads: [], value: 35, limit: 40 } as const
    const bent = { analysis: { quality: { ...makeAnalysis().quality, notes: [note] } } }
    const of = (patch: AnalysisPatch) => judge(patch).findings.find(({ id }) => id === 'ISC-01')
    const steps = ['low', 'medium', 'high']
    const usual = of(STEMI)

    expect(of({ ...STEMI, ...bent })).toMatchObject({ status: 'met', class: 'EMERGENT' })
    expect(of({ ...STEMI, ...bent })?.limitations).toContain('bandwidth-narrow')
    expect(steps.indexOf(of({ ...STEMI, ...bent })?.confidence ?? '')).toBe(
      Math.max(0, steps.indexOf(usual?.confidence ?? '') - 1),
    )
  })

  it('finds nothing in a healthy man, and calls that no class', () => {
    const { findings, class: itsClass, isAnalysed } = judge()
    expect(found(findings)).toEqual([])
    expect(findings.map(({ status }) => status)).not.toContain('not_evaluable')
    expect([itsClass, isAnalysed]).toEqual([null, true])
  })

  it('takes the most urgent class, whatever else was found', () => {
    expect(judge(both({ measurements: { qrsMs: 126 } }, STEMI)).class).toBe('EMERGENT')
    expect(judge({ measurements: { sokolowLyonUv: 4000 } }).class).toBe('ROUTINE')
  })

  it('keeps Sgarbossa in fibrillation', () => {
    const patch = both(LBBB, {
      leads: withSt({ V5: 100 }),
      measurements: { prMs: null, pMs: null },
      rhythm: { nRmssd: 0.2 },
    })
    expect(found(judge(patch).findings)).toContain('ISC-06')
    expect(judge(patch).class).toBe('EMERGENT')
  })

  it('says of a rule that failed or is switched off that it did, and goes on', () => {
    const failing: Rule = {
      id: 'ISC-98',
      version: '1.0.0',
      source: 'test',
      segment: 'st',
      isForChildren: true,
      judge: () => {
        throw new Error('failed')
      },
    }
    const withFailure = judge(STEMI, {}, { rules: [failing, ...RULES] })
    expect(withFailure.findings[0]).toMatchObject({ id: 'ISC-98', status: 'not_evaluable', limitations: ['failed'] })
    expect([withFailure.class, withFailure.isAnalysed]).toEqual(['EMERGENT', false])
    const switchedOff = judge(STEMI, {}, { switchedOff: ['ISC-01'] }).findings.find(({ id }) => id === 'ISC-01')
    expect(switchedOff).toMatchObject({ status: 'not_evaluable', class: null, limitations: ['switched-off'] })
  })

  it('switches one rule off without changing another', () => {
    const whole = judge(LBBB, PAIN_NOW).findings
    const without = judge(LBBB, PAIN_NOW, { switchedOff: ['CON-01', 'ISC-06', 'ISC-07'] }).findings
    const rest = ({ id }: Finding) => !['CON-01', 'ISC-06', 'ISC-07'].includes(id)
    expect(without.filter(rest)).toEqual(whole.filter(rest))
  })

  it('never leaves a rule out', () => {
    for (const patch of [{}, STEMI, LBBB, { leads: { II: null } }, { analysis: { representative: null, leads: {} } }]) {
      expect(judge(patch).findings.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id))
    }
  })

  it('judges children by the rules that are for them', () => {
    const { findings } = judge(STEMI, { ageYears: 8 })
    const judged = findings.filter(({ limitations }) => !limitations.includes('not-under-16')).map(({ id }) => id)
    expect(judged.filter((id) => !id.startsWith('RHY-'))).toEqual(['MET-01', 'MET-02'])
  })

  it('keeps the more urgent of the recorded and the un-swapped leads', () => {
    const swap = { kind: 'RA-LL', rule: 'LR-05', confidence: 'low', leads: [] } as const
    const unswapped = makeAnalysis({ leads: withSt({ II: 150, III: 200, aVF: 170 }) })
    const hidden = judge({ analysis: { swap } }, {}, { unswapped })
    expect(hidden.class).toBe('EMERGENT')
    expect(hidden.findings.find(({ id }) => id === 'ISC-01')).toMatchObject({
      status: 'met',
      confidence: 'low',
      limitations: ['swap-suspected'],
    })
    const recorded = judge(
      { leads: withSt({ II: 150, III: 200 }), analysis: { swap } },
      {},
      { unswapped: makeAnalysis() },
    )
    expect(recorded.class).toBe('EMERGENT')
  })
})

describe('the class of a recording alone', () => {
  it('is ROUTINE when it was judged and nothing was found', () => {
    expect(classOfRecording(judge(), ['Sinus rhythm'])).toEqual({
      class: 'ROUTINE',
      reasons: [],
      deviceStatements: [],
    })
  })

  it('is URGENT when it was not analysed, or too little of it', () => {
    expect(classOfRecording(null, [])).toMatchObject({ class: 'URGENT', reasons: ['not-analysed'] })
    const unacceptable = { ...makeAnalysis().quality, overall: 'unacceptable' } as const
    expect(classOfRecording(judge({ analysis: { quality: unacceptable } }), []).class).toBe('URGENT')
    expect(classOfRecording(judge({ leads: { V2: null, V3: null } }), []).class).toBe('URGENT')
    expect(classOfRecording(judge({ leads: { V6: null } }), []).class).toBe('ROUTINE')
    expect(classOfRecording(judge({ analysis: { representative: null } }), []).class).toBe('URGENT')
  })

  it('is raised, never lowered, by what the device wrote', () => {
    expect(classOfRecording(judge(), ['>>> Acute MI <<<'])).toMatchObject({
      class: 'EMERGENT',
      reasons: ['device-statement'],
    })
    expect(classOfRecording(judge(STEMI), ['Normal ECG', 'No acute MI'])).toMatchObject({
      class: 'EMERGENT',
      reasons: ['findings'],
    })
    expect(classOfRecording(null, ['Acute MI']).class).toBe('EMERGENT')
  })
})
