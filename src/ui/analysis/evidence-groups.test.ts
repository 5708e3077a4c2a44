import { describe, expect, it } from 'vitest'
import type { FindingView } from '@/cases/api/assessment-views'
import { evidenceGroups } from './evidence-groups'

type Evidence = FindingView['evidence'][number]

const of = (
  lead: Evidence['lead'],
  name: string,
  value: number,
  limit?: [Evidence['comparison'], number],
): Evidence => ({
  lead,
  name,
  value,
  unit: 'uV',
  comparison: limit?.[0] ?? null,
  threshold: limit?.[1] ?? null,
})

describe('the numbers behind a finding', () => {
  it('stand quantity by quantity, those that decide first, the others folded', () => {
    const { shown, folded } = evidenceGroups([
      of('V2', 'j', 310, ['>=', 200]),
      of('V2', 'j80', 470),
      of('V3', 'j', 190, ['>=', 200]),
      of('III', 'j', -100),
    ])
    expect(shown.map(({ name, cells }) => [name, cells.map(({ lead, isMet }) => [lead, isMet])])).toEqual([
      [
        'j',
        [
          ['V2', true],
          ['V3', false],
        ],
      ],
    ])
    expect(folded.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['j80', 1],
      ['j', 1],
    ])
  })

  it('show a number once, with the narrowest of its limits', () => {
    const { shown } = evidenceGroups([
      of('V2', 'tMax', 1230, ['>=', 1000]),
      of('V2', 'tMax', 1230, ['>', 180]),
      of('V2', 'tMax', 1230, ['<=', 1300]),
    ])
    expect(shown[0]?.cells).toMatchObject([
      {
        limits: [
          { comparison: '>=', threshold: 1000 },
          { comparison: '<=', threshold: 1300 },
        ],
        isMet: true,
      },
    ])
  })

  it('are about eight at most, in whole groups', () => {
    const many = ['a', 'b', 'c'].flatMap((name) =>
      (['V1', 'V2', 'V3', 'V4'] as const).map((lead) => of(lead, name, 2, ['>', 1])),
    )
    const { shown, folded } = evidenceGroups(many)
    expect(shown.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(folded.map(({ name }) => name)).toEqual(['c'])
  })

  it('are not only the few that come before a long quantity', () => {
    const leads = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5'] as const
    const evidence = [of(null, 'qrs', 138, ['>=', 120]), ...leads.map((lead) => of(lead, 'j', 110, ['>=', 100]))]
    expect(evidenceGroups(evidence).shown.map(({ cells }) => cells.length)).toEqual([1, 7])
  })

  it('without a lead stand together', () => {
    expect(
      evidenceGroups([of(null, 'qrs', 184, ['>=', 120]), of(null, 'heartRate', 51, ['<', 60])]).shown,
    ).toHaveLength(1)
  })
})
