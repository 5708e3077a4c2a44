import { expect, it } from 'vitest'
import type { DutyReader, DutyResult } from '@/cases/api/duty-views'
import { countingReaders, presenceOf, readersToAsk } from './readers'

const reader = (userId: string, more: Partial<DutyReader> = {}): DutyReader => ({
  userId,
  name: userId,
  title: null,
  phone: null,
  isOnDuty: false,
  isAway: false,
  isPresent: true,
  seenAt: null,
  reading: [],
  ...more,
})
const READING = [{ caseId: 'a', number: 'YK-1', claimedAt: '2026-11-22T09:00:00.000Z' }]
const result: DutyResult = {
  serverAt: '2026-11-22T09:00:00.000Z',
  regions: [
    {
      regionCode: '1722',
      name: 'Surxondaryo',
      neighbour: null,
      emptySince: null,
      isSet: true,
      readers: [
        reader('away', { isOnDuty: true, isAway: true }),
        reader('gone', { isOnDuty: true, isPresent: false }),
        reader('off'),
        reader('busy', { isOnDuty: true, reading: READING }),
        reader('free', { isOnDuty: true }),
        reader('me', { isOnDuty: true }),
      ],
    },
  ],
}

it('asks those who are there first, those who are away last', () => {
  expect(readersToAsk(result, ['me']).map(({ userId }) => userId)).toEqual(['free', 'busy', 'off', 'gone', 'away'])
  expect(readersToAsk(null, [])).toEqual([])
})

it('believes who says to be away, though the page is open', () => {
  expect(presenceOf({ isAway: true, isPresent: true })).toBe('away')
})

it('counts who was named, and everybody while nobody was', () => {
  const [region] = result.regions
  if (!region) throw new Error('no region')
  expect(countingReaders(region)).toHaveLength(5)
  expect(countingReaders({ ...region, isSet: false })).toHaveLength(6)
})
