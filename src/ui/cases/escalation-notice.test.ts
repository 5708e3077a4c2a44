import { expect, it } from 'vitest'
import { facilityCallOf } from './escalation-notice'

const at = '2026-11-22T09:00:00.000Z'

it('asks the facility only for what it can do itself', () => {
  expect(facilityCallOf(null)).toBeNull()
  expect(facilityCallOf({ ladder: 'unopened', step: 1, action: 'repeat_alarm', at })).toBeNull()
  expect(facilityCallOf({ ladder: 'unanswered', step: 1, action: 'coordinator', at })).toBe('callCentre')
  expect(facilityCallOf({ ladder: 'unattended', step: 2, action: 'neighbour_pool', at })).toBe('callCentre')
  expect(facilityCallOf({ ladder: 'unsent', step: 1, action: 'call_facility', at })).toBe('notSent')
  expect(facilityCallOf({ ladder: 'unrepeated', step: 2, action: 'call_facility', at })).toBe('notRepeated')
  expect(facilityCallOf({ ladder: 'unconfirmed', step: 2, action: 'coordinator', at })).toBeNull()
})
