import { describe, expect, it } from 'vitest'
import type { FindingView } from '@/cases/api/assessment-views'
import { sortFindings } from './finding-order'

function finding(id: string, more: Partial<FindingView> = {}): FindingView {
  return {
    id,
    version: '1.0.0',
    source: '',
    status: 'met',
    class: 'ROUTINE',
    confidence: 'medium',
    leads: [],
    segment: 'st',
    evidence: [],
    textKey: 'text',
    values: {},
    shownAfter: [],
    limitations: [],
    ...more,
  }
}
const order = (findings: readonly FindingView[]) => sortFindings(findings).found.map(({ id }) => id)

describe('the order of findings', () => {
  it('puts the most urgent first, and met before borderline', () => {
    const found = order([
      finding('C'),
      finding('B', { class: 'URGENT', status: 'borderline' }),
      finding('U', { class: 'URGENT' }),
      finding('A', { class: 'EMERGENT', confidence: 'low' }),
    ])
    expect(found).toEqual(['A', 'U', 'B', 'C'])
  })

  it('puts a finding after the one that explains it, whatever its class', () => {
    const found = order([finding('ISC-06', { class: 'EMERGENT', shownAfter: ['MET-02'] }), finding('MET-02')])
    expect(found).toEqual(['MET-02', 'ISC-06'])
  })

  it('loses none, even when two explain each other', () => {
    expect(order([finding('A', { shownAfter: ['B'] }), finding('B', { shownAfter: ['A'] })])).toHaveLength(2)
  })

  it('keeps what was not found and what could not be judged apart', () => {
    const sorted = sortFindings([
      finding('A', { status: 'not_met', class: null }),
      finding('B', { status: 'not_evaluable', class: null }),
    ])
    expect(sorted.found).toEqual([])
    expect(sorted.notFound.map(({ id }) => id)).toEqual(['A'])
    expect(sorted.notEvaluable.map(({ id }) => id)).toEqual(['B'])
  })
})
