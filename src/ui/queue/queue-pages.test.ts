import { describe, expect, it } from 'vitest'
import type { QueueItem } from '@/cases/api/views'
import { madeItem } from './queue-model.fixture'
import { NO_PAGES, type Pages, withFirstPage, withNextPage, withPageAgain } from './queue-pages'

/** Cases in the order of their number. */
const item = (number: number, more: Partial<QueueItem> = {}) =>
  madeItem({ caseId: `c${number}`, queueKeyAt: new Date(Date.UTC(2026, 10, 22, 9, number)).toISOString(), ...more })
const items = (...numbers: number[]) => numbers.map((number) => item(number))
const ids = ({ items: list }: Pages) => list.map(({ caseId }) => caseId).join(' ')
const read = withNextPage(withFirstPage(NO_PAGES, { items: items(1, 2), nextCursor: 'after 2' }), {
  items: items(3, 4),
  nextCursor: 'after 4',
})

describe('the first page, read again', () => {
  it('says what is in front, and leaves what was read behind it', () => {
    const now = withFirstPage(read, { items: items(2, 3), nextCursor: 'after 3' })
    expect(ids(now)).toBe('c2 c3 c4')
    expect(now.nextCursor).toBe('after 4')
  })

  it('keeps what a newcomer has pushed out of it', () => {
    const now = withFirstPage(read, { items: items(0, 1), nextCursor: 'after 1' })
    expect(ids(now)).toBe('c0 c1 c2 c3 c4')
  })

  it('is everything when it is the last one', () => {
    expect(withFirstPage(read, { items: items(2), nextCursor: null })).toEqual({ items: items(2), nextCursor: null })
  })

  it('keeps rows as objects wherever nothing changed', () => {
    const now = withFirstPage(read, { items: [item(1), item(2, { acuity: 90 })], nextCursor: 'after 2' })
    expect(now.items[0]).toBe(read.items[0])
    expect(now.items[1]?.acuity).toBe(90)
  })
})

describe('a later page', () => {
  it('follows the last one', () => {
    expect(ids(read)).toBe('c1 c2 c3 c4')
    expect(read.nextCursor).toBe('after 4')
  })

  it('read again replaces what it covers', () => {
    const now = withPageAgain(read, { items: items(4), nextCursor: 'after 4' }, item(2))
    expect(ids(now)).toBe('c1 c2 c4')
    const end = withPageAgain(read, { items: [], nextCursor: null }, item(3))
    expect(ids(end)).toBe('c1 c2 c3')
    expect(end.nextCursor).toBeNull()
  })
})
