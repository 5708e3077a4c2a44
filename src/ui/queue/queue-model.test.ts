import { describe, expect, it } from 'vitest'
import type { QueueItem } from '@/cases/api/views'
import { arrangeRows, lanesOf, reuseRows, runningTarget, stepSelection } from './queue-model'
import { madeItem } from './queue-model.fixture'

const READER = { id: 'r', name: 'S. Ergashev', claimedAt: '2026-11-22T09:00:30.000Z', isMine: false }

describe('the order of the board', () => {
  it('is the order of the server while no pointer holds it', () => {
    const before = arrangeRows([], [made('a'), made('b')], false)
    expect(ids(arrangeRows(before, [made('b'), made('a')], false))).toEqual(['b', 'a'])
  })

  it('keeps known rows in place and puts new ones last while it is held', () => {
    const before = arrangeRows([], [made('a'), made('b')], false)
    expect(ids(arrangeRows(before, [made('c'), made('b'), made('a')], true))).toEqual(['a', 'b', 'c'])
  })

  it('keeps the place of a row that has gone until it is released', () => {
    const before = arrangeRows([], [made('a'), made('b')], false)
    const held = arrangeRows(before, [made('b')], true)
    expect(held.map(({ item, isGone }) => [item.caseId, isGone])).toEqual([
      ['a', true],
      ['b', false],
    ])
    expect(ids(arrangeRows(held, [made('b')], false))).toEqual(['b'])
  })

  it('never holds back an emergency', () => {
    const before = arrangeRows([], [made('e1', 'EMERGENT'), made('a')], false)
    const next = [made('e2', 'EMERGENT'), made('e1', 'EMERGENT'), made('a')]
    expect(ids(arrangeRows(before, next, true))).toEqual(['e2', 'e1', 'a'])
  })

  it('moves a case whose class was raised out of its held lane', () => {
    const before = arrangeRows([], [made('a'), made('b', 'ROUTINE'), made('c', 'ROUTINE')], false)
    const next = [made('c', 'EMERGENT'), made('a'), made('b', 'URGENT')]
    const lanes = lanesOf(arrangeRows(before, next, true))
    expect(lanes.map(({ rows }) => ids(rows))).toEqual([['c'], ['a', 'b'], []])
  })
})

describe('rows that did not change', () => {
  it('stay the same objects', () => {
    const same = made('a')
    const before = arrangeRows([], [same, made('b')], false)
    const [a, b] = reuseRows(before, arrangeRows(before, [same, made('b', 'URGENT', READER)], false))
    expect(a).toBe(before[0])
    expect(b?.item.reader).toEqual(READER)
  })
})

describe('the selection', () => {
  it('starts at the first row, stops at the ends and skips rows that have gone', () => {
    const rows = arrangeRows(arrangeRows([], [made('a'), made('b'), made('c')], false), [made('a'), made('c')], true)
    expect(stepSelection(rows, null, 1)).toBe('a')
    expect(stepSelection(rows, 'a', 1)).toBe('c')
    expect(stepSelection(rows, 'c', 1)).toBe('c')
    expect(stepSelection(rows, 'a', -1)).toBe('a')
    expect(stepSelection([], null, 1)).toBeNull()
  })
})

describe('the clock of a row', () => {
  it('runs to the opening until somebody reads the case, then to the answer', () => {
    expect(runningTarget(made('a')).kind).toBe('open')
    expect(runningTarget(made('a', 'URGENT', READER)).kind).toBe('answer')
  })
})

function ids(rows: readonly { readonly item: QueueItem }[]): string[] {
  return rows.map(({ item }) => item.caseId)
}

function made(caseId: string, itsClass: QueueItem['class'] = 'URGENT', reader: QueueItem['reader'] = null): QueueItem {
  return madeItem({ caseId, class: itsClass, reader })
}
