import { describe, expect, it } from 'vitest'
import type { FindingView } from '../api/assessment-views'
import { avoidList } from './avoid-list'
import { canonicalJson } from './canonical'
import { type CaseFacts, caseFacts, type FactsInput } from './case-facts'
import { difference } from './difference'
import { LYSIS_QUESTIONS } from './lysis-check'
import { type ReportSetting, reportProblems } from './report-problems'
import { conclusionOf, planText, recommendationOf, statementText } from './report-text'
import { strategies } from './strategies'
import { EMPTY_STRUCTURE, type ReportStructure } from './structure'
import { suggestedBy } from './suggestions'

const NOW = new Date('2026-11-23T12:00:00Z')
const plain = (code: number) => ({ code, modifiers: [], leads: [], secondary: [] })
const ROUTINE_REPORT: ReportStructure = {
  ...EMPTY_STRUCTURE,
  statements: [plain(1), plain(20)],
  recommendations: [{ templateId: 'R18', params: { days: '30' }, deadlineMin: null }],
}
const ALL_NO = Object.fromEntries(LYSIS_QUESTIONS.map(({ id }) => [id, 'no' as const]))
const LYSIS: ReportStructure = {
  ...EMPTY_STRUCTURE,
  statements: [plain(3), { ...plain(160), modifiers: [330, 363], leads: ['V1', 'V2', 'V3', 'V4'] }],
  recommendations: [
    { templateId: 'R02', params: { lytic: 'tenecteplase', anticoagulant: 'enoxaparin' }, deadlineMin: 10 },
  ],
  answers: ALL_NO,
}

function factsFor(structure: ReportStructure, change: Partial<FactsInput> = {}): CaseFacts {
  const person = { ageYears: 60, sex: 'male' as const }
  return caseFacts({ clinical: null, person, findings: [], measured: null, structure, now: NOW, ...change })
}
function problemsOf(structure: ReportStructure, change: Partial<ReportSetting> = {}, facts: Partial<FactsInput> = {}) {
  const setting: ReportSetting = {
    class: 'ROUTINE',
    facts: factsFor(structure, facts),
    findings: [],
    reviewed: [],
    overridden: [],
    ...change,
  }
  return reportProblems(structure, setting).map(({ code, about }) => [code, ...about])
}
const finding = (change: Partial<FindingView>): FindingView => ({
  id: 'ISC-01',
  version: '1',
  source: '',
  status: 'met',
  class: 'EMERGENT',
  confidence: 'high',
  leads: ['V1', 'V2', 'V3', 'V4'],
  segment: 'st',
  evidence: [],
  textKey: 'text',
  values: { territory: 'anteroseptal' },
  shownAfter: [],
  limitations: [],
  ...change,
})

describe('a structured report', () => {
  it('that is whole has no problem, and free text alone is not checked', () => {
    expect(problemsOf(ROUTINE_REPORT)).toEqual([])
    expect(problemsOf(LYSIS, { class: 'EMERGENT' })).toEqual([])
    const text = { ...EMPTY_STRUCTURE, conclusionText: 'Sinus rhythm.', recommendationText: 'None.' }
    expect(problemsOf(text)).toEqual([])
    expect(problemsOf({ ...text, recommendationText: ' ' })).toEqual([['text_missing']])
  })

  it('says whether the ECG is normal, and contradicts itself nowhere', () => {
    expect(problemsOf({ ...ROUTINE_REPORT, statements: [plain(20)] })).toEqual([['overall_missing']])
    const both = { ...ROUTINE_REPORT, statements: [plain(3), plain(20), plain(50)] }
    expect(problemsOf(both)).toEqual([['contradiction', 20, 50]])
  })

  it('pairs only what belongs together', () => {
    const statements = [plain(3), { ...plain(142), modifiers: [330, 346], secondary: [200] }]
    expect(problemsOf({ ...ROUTINE_REPORT, statements })).toEqual([
      ['modifier_wrong', 142, 330],
      ['modifier_wrong', 142, 346],
      ['secondary_wrong', 142, 200],
    ])
  })

  it('of an emergency has a recommendation with a deadline', () => {
    expect(problemsOf(ROUTINE_REPORT, { class: 'EMERGENT' })).toEqual([['deadline_missing']])
    expect(problemsOf({ ...ROUTINE_REPORT, recommendations: [] })).toEqual([['recommendation_missing']])
  })

  it('does not send home and transfer at once, and takes a parameter only from its list', () => {
    const recommendations = [
      { templateId: 'R18', params: { days: '30' }, deadlineMin: null },
      { templateId: 'R01', params: { p2y12: 'morphine', centre: '' }, deadlineMin: 30 },
    ]
    expect(problemsOf({ ...ROUTINE_REPORT, recommendations })).toEqual([
      ['templates_exclude', 'R18', 'R01'],
      ['param_wrong', 'R01', 'p2y12'],
    ])
  })

  it('answers every emergency that software found', () => {
    const findings = [finding({}), finding({ id: 'RHY-16', class: 'URGENT' })]
    expect(problemsOf(ROUTINE_REPORT, { findings })).toEqual([['finding_unanswered', 'ISC-01']])
    expect(problemsOf(ROUTINE_REPORT, { findings, reviewed: ['ISC-01'] })).toEqual([])
  })
})

describe('fibrinolysis', () => {
  it('needs an answer to every question; unknown is none', () => {
    expect(problemsOf({ ...LYSIS, answers: { ...ALL_NO, cns_lesion: 'unknown' } })).toEqual([
      ['lysis_unanswered', 'cns_lesion'],
    ])
  })

  it('is blocked by an absolute yes, by shock and after 12 h, until a second cardiologist agrees', () => {
    const bleeding: ReportStructure = { ...LYSIS, answers: { ...ALL_NO, gi_bleeding_1m: 'yes' } }
    expect(problemsOf(bleeding)).toEqual([['lysis_blocked', 'gi_bleeding_1m']])
    expect(problemsOf(bleeding, { overridden: ['gi_bleeding_1m'] })).toEqual([])
    const clinical = {
      reasons: ['chest_pain' as const],
      killipClass: 4,
      painOnsetAt: '2026-11-22T20:00:00Z',
    }
    expect(problemsOf(LYSIS, {}, { clinical })).toEqual([['lysis_blocked', 'cardiogenic_shock', 'onset_too_long']])
  })

  it('is not blocked by a relative yes', () => {
    expect(problemsOf({ ...LYSIS, answers: { ...ALL_NO, tia_6m: 'yes' } })).toEqual([])
  })
})

describe('what to avoid', () => {
  const avoided = (structure: ReportStructure, change: Partial<FactsInput> = {}) =>
    avoidList(factsFor(structure, change), structure.answers).map(({ id, because, answered, ask }) => [
      id,
      ...because.map(({ fact }) => fact),
      ...answered,
      ...ask.map((one) => `${one}?`),
    ])

  it('comes from the case: nitrates with an infarction of the right ventricle', () => {
    const statements = [plain(3), { ...plain(174), modifiers: [330] }]
    expect(avoided({ ...EMPTY_STRUCTURE, statements })).toContainEqual(['nitrates', 'isRightVentricular'])
  })

  it('comes from vital signs and from answers', () => {
    const clinical = { reasons: ['chest_pain' as const], systolicMmHg: 88, heartRateBpm: 45 }
    expect(avoided(LYSIS, { clinical })[0]).toEqual(['nitrates', 'systolicMmHg', 'slowestBpm'])
    const answered: ReportStructure = { ...LYSIS, answers: { ...ALL_NO, pde5: 'yes', asthma: 'no' } }
    expect(avoided(answered)[0]).toEqual(['nitrates', 'pde5'])
    expect(avoided(LYSIS)[0]).toEqual(['nitrates', 'pde5?', 'aortic_stenosis?'])
  })

  it('names potassium while hyperkalaemia is flagged, i.m. injections before lysis, prasugrel after a stroke', () => {
    const clinical = { reasons: ['dyspnoea' as const], potassiumMmolL: 6.8, history: ['stroke' as const] }
    const ids = avoided(LYSIS, { clinical }).map(([id]) => id)
    expect(ids).toEqual(expect.arrayContaining(['nsaid', 'intramuscular', 'prasugrel', 'potassium']))
  })
})

describe('the way to the artery', () => {
  it('sums dispatch, travel and arrival, and suggests below 120 min the intervention', () => {
    const near = strategies({ travelMin: 60, dispatchMin: 15, arrival: 'direct' }, false)
    expect(near).toMatchObject({ pciMin: 100, isPciInTime: true, suggested: 'pci', because: 'in_time' })
    const far = strategies({ travelMin: 80, dispatchMin: 15, arrival: 'direct' }, false)
    expect(far).toMatchObject({ pciMin: 120, isPciInTime: false, suggested: 'lysis', because: 'too_far' })
    expect(strategies({ travelMin: 45, dispatchMin: 15, arrival: 'via_ed' }, false).pciMin).toBe(105)
  })

  it('suggests the intervention whatever the way when fibrinolysis is forbidden, and nothing without a way', () => {
    const far = { travelMin: 200, dispatchMin: 15, arrival: 'direct' } as const
    expect(strategies(far, true)).toMatchObject({ suggested: 'pci', because: 'blocked' })
    expect(strategies({ ...far, travelMin: null }, false)).toMatchObject({ suggested: null, pciMin: null })
  })
})

describe('words', () => {
  it('are sentences', () => {
    expect(conclusionOf(LYSIS)).toBe('Abnormal ECG.\nAnterior myocardial infarction, acute, elevation, in V1–V4.')
    expect(statementText({ ...plain(146), modifiers: [363], secondary: [200, 226] })).toBe(
      'ST deviation with T-wave change, elevation; suggests: acute pericarditis; consider: ischaemia',
    )
    expect(statementText({ ...plain(50), modifiers: [304] }, 'uzCyrl')).toContain('Бўлмачалар')
  })

  it('say which way to the artery was taken', () => {
    const plan = { travelMin: 60, dispatchMin: 15, arrival: 'direct', strategy: 'lysis' } as const
    expect(planText(plan)).toBe(
      'Reperfusion by fibrinolysis here; by transfer the wire is across 100 min after the diagnosis.',
    )
    expect(recommendationOf({ ...LYSIS, plan }, [])).toMatch(/^Reperfusion by fibrinolysis here/)
    expect(planText({ ...plan, strategy: null })).toBeNull()
  })

  it('of a suggestion are those of the finding', () => {
    expect(suggestedBy(finding({}))).toEqual({ ...plain(165), modifiers: [330, 363], leads: ['V1', 'V2', 'V3', 'V4'] })
    expect(suggestedBy(finding({ id: 'RHY-07', segment: 'rr', values: { heartRateBpm: 130 } }))).toEqual({
      ...plain(50),
      modifiers: [346],
    })
    expect(suggestedBy(finding({ id: 'RHY-09' }))).toBeNull()
  })
})

it('two versions stand side by side', () => {
  expect(difference('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { kind: 'same', before: 'a', after: 'a' },
    { kind: 'changed', before: 'b', after: 'x' },
    { kind: 'same', before: 'c', after: 'c' },
    { kind: 'changed', before: null, after: 'd' },
  ])
})

it('one value has one text, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"x","d":null}]}',
  )
})
