import { describe, expect, it } from 'vitest'
import { filterRows, isSameFilter, NO_FILTER, type QueueFilter } from './queue-filter'
import { madeItem } from './queue-model.fixture'

const NOW_MS = Date.parse('2026-11-22T09:20:00.000Z')
const ME = { id: 'me', name: 'N. Xolmatova', claimedAt: '2026-11-22T09:00:30.000Z', isMine: true }

const rows = [
  madeItem({ caseId: 'e', class: 'EMERGENT', facilityName: 'Uzun TTB' }),
  madeItem({ caseId: 'u', class: 'URGENT', patientName: 'Yoʻldoshev Gʻayrat', openDueAt: '2026-11-22T09:10:00.000Z' }),
  madeItem({ caseId: 'm', class: 'URGENT', reader: ME, answerDueAt: '2026-11-22T09:30:00.000Z' }),
  madeItem({ caseId: 'r', class: 'ROUTINE', facilityName: 'Jarqoʻrgʻon TTB', ecg: 'picture', isFromNeighbour: true }),
].map((item) => ({ item, isGone: false }))

const shown = (change: Partial<QueueFilter>) =>
  filterRows(rows, { ...NO_FILTER, ...change }, NOW_MS).map(({ item }) => item.caseId)

describe('a filter', () => {
  it.each([
    ['class', { class: 'ROUTINE' }, ['e', 'r']],
    ['facility', { facility: 'Jarqoʻrgʻon TTB' }, ['e', 'r']],
    ['own cases', { isMine: true }, ['e', 'm']],
    ['overdue cases', { isOverdue: true, class: 'URGENT' }, ['e', 'u']],
    ['kind of ECG', { ecg: 'picture' }, ['e', 'r']],
    ['cases of the neighbour', { isFromNeighbour: true }, ['e', 'r']],
    ['name with another apostrophe', { q: "yo'ldoshev g'ayrat" }, ['e', 'u']],
    ['name in the other script', { q: 'Йўлдошев' }, ['e', 'u']],
    ['number', { q: 'yk-u' }, ['e', 'u']],
    ['facility by search', { q: 'jarqorgon' }, ['e', 'r']],
    ['what nobody is called', { q: 'zzz' }, ['e']],
  ] as const)('by %s shows what it says, and every emergency', (_name, change, expected) => {
    expect(shown(change)).toEqual(expected)
  })

  it('that asks for everything at once still shows the emergency', () => {
    expect(
      shown({
        class: 'ROUTINE',
        facility: 'x',
        ecg: 'picture',
        isMine: true,
        isOverdue: true,
        isFromNeighbour: true,
        q: 'x',
      }),
    ).toEqual(['e'])
  })

  it('that asks for nothing gives the same rows back', () => {
    expect(filterRows(rows, { ...NO_FILTER, q: '  ' }, NOW_MS)).toBe(rows)
    expect(isSameFilter(NO_FILTER, { ...NO_FILTER })).toBe(true)
  })
})
