import { describe, expect, it } from 'vitest'
import type { LiveEvent, QueueItem } from '@/cases/api/views'
import type { Role } from '@/cases/values'
import { dismissAlarms, hearEvent, hearQueue, NO_ALARM } from './alarm-model'

const me = (role: Role, userId = 'me') => ({ role, userId, regionCodes: ['1722'] })
const READER = me('cardiologist')

function event(more: Partial<LiveEvent> = {}): LiveEvent {
  return {
    id: 'e',
    seq: 1,
    caseId: 'a',
    type: 'triage',
    at: '2026-11-22T09:00:00.000Z',
    state: 'TRIAGED',
    class: 'EMERGENT',
    facilityId: 'f',
    regionCode: '1722',
    actorId: 'nurse',
    readerId: null,
    poolRegionCode: null,
    escalation: null,
    ...more,
  }
}
const rung = (action: NonNullable<LiveEvent['escalation']>['action'], more: Partial<LiveEvent> = {}) =>
  event({
    type: 'escalate',
    actorId: null,
    escalation: { ladder: 'unanswered', step: 1, action, calls: ['second'] },
    ...more,
  })

describe('an emergency', () => {
  it('rings at the event itself, for readers and the coordinator', () => {
    expect(hearEvent(NO_ALARM, event(), READER).alarms.map(({ cause }) => cause)).toEqual(['emergency'])
    expect(hearEvent(NO_ALARM, event(), me('coordinator')).alarms).toHaveLength(1)
    expect(hearEvent(NO_ALARM, event(), me('nurse')).alarms).toEqual([])
  })

  it('rings with the triage, though the sending before it said the class already', () => {
    const sent = hearEvent(NO_ALARM, event({ type: 'submit', state: 'SUBMITTED' }), READER)
    expect(sent.rings).toBe(0)
    expect(hearEvent(sent, event(), READER).rings).toBe(1)
  })

  it('rings once for a change of class, whatever else happens to the case', () => {
    const raised = hearEvent(
      hearEvent(NO_ALARM, event({ class: 'URGENT' }), READER),
      event({ type: 'change_class' }),
      READER,
    )
    expect(raised.rings).toBe(1)
    const later = ['analyse', 'add_recording', 'triage', 'change_class'].reduce(
      (state, type) => hearEvent(state, event({ type }), READER),
      raised,
    )
    expect(later.rings).toBe(1)
    expect(later.alarms).toHaveLength(1)
  })

  it('rings again when the class was lowered and raised, and when an answered case comes back', () => {
    const first = hearEvent(NO_ALARM, event(), READER)
    const lowered = hearEvent(first, event({ type: 'change_class', class: 'URGENT' }), READER)
    expect(lowered.alarms).toEqual([])
    expect(hearEvent(lowered, event({ type: 'change_class' }), READER).rings).toBe(2)
    const answered = hearEvent(first, event({ type: 'recommend', state: 'RECOMMENDED' }), READER)
    expect(hearEvent(answered, event({ type: 'add_recording' }), READER).rings).toBe(2)
  })

  it('is silent for who raised it, and over when somebody takes it', () => {
    expect(hearEvent(NO_ALARM, event({ type: 'change_class', actorId: 'me' }), READER).rings).toBe(0)
    const taken = hearEvent(
      hearEvent(NO_ALARM, event(), READER),
      event({ type: 'claim', state: 'CLAIMED', readerId: 'other' }),
      READER,
    )
    expect(taken.alarms).toEqual([])
    expect(hearEvent(taken, event({ type: 'release' }), READER).rings).toBe(1)
  })

  it('rings for the reader of a case whose class was raised under their hands', () => {
    const raised = event({ type: 'add_clinical', state: 'IN_REVIEW', readerId: 'me' })
    expect(hearEvent(NO_ALARM, raised, READER).rings).toBe(1)
    expect(hearEvent(NO_ALARM, { ...raised, readerId: 'other' }, READER).rings).toBe(0)
  })
})

describe('a rung of the ladder', () => {
  const hears = (role: Role, action: Parameters<typeof rung>[0], more: Partial<LiveEvent> = {}, userId = 'me') =>
    hearEvent(NO_ALARM, rung(action, { class: 'URGENT', ...more }), me(role, userId)).alarms[0]?.cause ?? null

  it('calls whom its action names', () => {
    expect(hears('cardiologist', 'repeat_alarm')).toBe('repeat_alarm')
    expect(hears('cardiologist', 'breach')).toBe('breach')
    expect(hears('cardiologist', 'second_reader')).toBeNull()
    expect(hears('cardiologist', 'second_reader', {}, 'second')).toBe('second_reader')
    expect(hears('cardiologist', 'coordinator')).toBeNull()
    expect(hears('coordinator', 'coordinator')).toBe('coordinator')
    expect(hears('coordinator', 'repeat_alarm')).toBeNull()
    expect(hears('coordinator', 'call_facility')).toBe('call_facility')
    expect(hears('cardiologist', 'call_facility')).toBe('call_facility')
    expect(hears('cardiologist', 'remind_facility')).toBeNull()
  })

  it('calls the readers of the pool region, not those of the first one', () => {
    expect(hears('cardiologist', 'neighbour_pool', { regionCode: '1710', poolRegionCode: '1722' })).toBe(
      'neighbour_pool',
    )
    expect(hears('cardiologist', 'neighbour_pool', { poolRegionCode: '1710' })).toBeNull()
  })

  it('tells the nurse to call the centre, or to send', () => {
    expect(hears('nurse', 'coordinator')).toBe('call_centre')
    expect(hears('nurse', 'repeat_alarm')).toBeNull()
    expect(hears('nurse', 'remind_facility')).toBe('remind_facility')
    const unsent: LiveEvent['escalation'] = { ladder: 'unsent', step: 1, action: 'call_facility', calls: [] }
    expect(hears('nurse', 'call_facility', { escalation: unsent, state: 'DRAFT' })).toBe('remind_facility')
    const unconfirmed: LiveEvent['escalation'] = {
      ladder: 'unconfirmed',
      step: 2,
      action: 'coordinator',
      calls: [],
    }
    expect(hears('nurse', 'coordinator', { escalation: unconfirmed })).toBeNull()
  })

  it('ends with the act that it called for', () => {
    const called = hearEvent(NO_ALARM, rung('call_facility', { state: 'RECOMMENDED' }), READER)
    expect(hearEvent(called, event({ type: 'analyse', state: 'RECOMMENDED' }), READER).alarms).toHaveLength(1)
    expect(hearEvent(called, event({ type: 'acknowledge', state: 'ACKNOWLEDGED' }), READER).alarms).toEqual([])
  })
})

it('rings for a case that was handed to me, not for one that I handed over', () => {
  const given = event({ type: 'hand_over', state: 'CLAIMED', class: 'ROUTINE', readerId: 'me', actorId: 'other' })
  expect(hearEvent(NO_ALARM, given, READER).alarms[0]?.cause).toBe('handed_over')
  expect(hearEvent(NO_ALARM, { ...given, readerId: 'other', actorId: 'me' }, READER).alarms).toEqual([])
})

describe('a list', () => {
  const item = (caseId: string, reader: QueueItem['reader'] = null) =>
    ({ caseId, class: 'EMERGENT', reader, submittedAt: '2026-11-22T09:00:00.000Z' }) as QueueItem

  it('rings for what no event had told, never for what was there at first', () => {
    const first = hearQueue(NO_ALARM, [item('a')], true)
    expect(first.rings).toBe(0)
    const next = hearQueue(
      first,
      [item('a'), item('b'), item('c', { id: 'x', name: 'X', claimedAt: '', isMine: false })],
      false,
    )
    expect(next.alarms.map(({ caseId }) => caseId)).toEqual(['b'])
    expect(hearQueue(next, [item('a'), item('b')], false).rings).toBe(1)
  })

  it('does not ring again for what an event has rung', () => {
    const rung = hearEvent(NO_ALARM, event(), READER)
    expect(hearQueue(rung, [item('a')], false)).toBe(rung)
  })

  it('ends the alarm of a case that somebody reads', () => {
    const rung = hearEvent(NO_ALARM, event(), READER)
    const taken = item('a', { id: 'x', name: 'X', claimedAt: '', isMine: false })
    expect(hearQueue(rung, [taken], false).alarms).toEqual([])
  })
})

it('forgets an alarm that the person has closed, and keeps the case known', () => {
  const rung = hearEvent(NO_ALARM, event(), READER)
  const closed = dismissAlarms(rung, () => true)
  expect(closed.alarms).toEqual([])
  expect(hearEvent(closed, event({ type: 'add_recording' }), READER).rings).toBe(1)
})
