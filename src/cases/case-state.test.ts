import { describe, expect, it } from 'vitest'
import {
  CASE_EVENTS,
  CASE_STATES,
  type CaseEventType,
  type CaseState,
  ENDED_STATES,
  isEnded,
  LEASED_STATES,
  nextState,
  QUEUE_STATES,
} from './case-state'

/** Every move of clinical.md E1, written out a second time: `[from, event, to]`. What is not here must not happen. */
const MOVES: readonly (readonly [CaseState, CaseEventType, CaseState])[] = [
  ['DRAFT', 'create', 'DRAFT'],
  ['DRAFT', 'submit', 'SUBMITTED'],
  ['DRAFT', 'cancel', 'CANCELLED'],
  ['SUBMITTED', 'triage', 'TRIAGED'],
  ['TRIAGED', 'claim', 'CLAIMED'],
  ['TRIAGED', 'cancel', 'CANCELLED'],
  ['CLAIMED', 'open', 'IN_REVIEW'],
  ['CLAIMED', 'release', 'TRIAGED'],
  ['CLAIMED', 'cancel', 'CANCELLED'],
  ['IN_REVIEW', 'release', 'TRIAGED'],
  ['IN_REVIEW', 'request_repeat', 'RETURNED_FOR_REPEAT'],
  ['IN_REVIEW', 'recommend', 'RECOMMENDED'],
  ['IN_REVIEW', 'save_report', 'IN_REVIEW'],
  ['IN_REVIEW', 'sign_report', 'REPORTED'],
  ...(['TRIAGED', 'CLAIMED', 'IN_REVIEW'] as const).map((state) => [state, 'hand_over', 'CLAIMED'] as const),
  ['IN_REVIEW', 'ask_second_opinion', 'SECOND_OPINION'],
  ['IN_REVIEW', 'cancel', 'CANCELLED'],
  ['RETURNED_FOR_REPEAT', 'add_recording', 'TRIAGED'],
  ['RETURNED_FOR_REPEAT', 'cannot_repeat', 'TRIAGED'],
  ['RETURNED_FOR_REPEAT', 'withdraw_verdict', 'IN_REVIEW'],
  ['RETURNED_FOR_REPEAT', 'cancel', 'CANCELLED'],
  ['SECOND_OPINION', 'recommend', 'RECOMMENDED'],
  ['SECOND_OPINION', 'give_second_opinion', 'IN_REVIEW'],
  ['SECOND_OPINION', 'recall_second_opinion', 'IN_REVIEW'],
  ['SECOND_OPINION', 'release', 'TRIAGED'],
  ['SECOND_OPINION', 'cancel', 'CANCELLED'],
  ['RECOMMENDED', 'withdraw_verdict', 'IN_REVIEW'],
  ['RECOMMENDED', 'save_report', 'RECOMMENDED'],
  ['RECOMMENDED', 'sign_report', 'REPORTED'],
  ['ACKNOWLEDGED', 'save_report', 'ACKNOWLEDGED'],
  ['ACKNOWLEDGED', 'sign_report', 'ACKNOWLEDGED'],
  ['ACKNOWLEDGED', 'record_departure', 'IN_TRANSFER'],
  ['IN_TRANSFER', 'save_report', 'IN_TRANSFER'],
  ['IN_TRANSFER', 'sign_report', 'IN_TRANSFER'],
  ['ACKNOWLEDGED', 'close', 'CLOSED'],
  ['IN_TRANSFER', 'close', 'CLOSED'],
  ['CLOSED', 'reopen', 'TRIAGED'],
  ['CANCELLED', 'reopen', 'TRIAGED'],
  ...(['REPORTED', 'ACKNOWLEDGED', 'IN_TRANSFER', 'AMENDED', 'CLOSED'] as const).map(
    (state) => [state, 'amend_report', 'AMENDED'] as const,
  ),
  ...(['RECOMMENDED', 'REPORTED', 'AMENDED'] as const).flatMap((state) => [
    [state, 'acknowledge', 'ACKNOWLEDGED'] as const,
    [state, 'cannot_do', 'TRIAGED'] as const,
  ]),
  ...(['ACKNOWLEDGED', 'IN_TRANSFER', 'AMENDED'] as const).map((state) => [state, 'record_action', state] as const),
  // An ECG that comes while nobody has answered joins the case; after an answer it is a reading of its own.
  ...(['DRAFT', 'SUBMITTED', 'TRIAGED', 'CLAIMED', 'IN_REVIEW', 'SECOND_OPINION'] as const).map(
    (state) => [state, 'add_recording', state] as const,
  ),
  ...(['RECOMMENDED', 'REPORTED', 'AMENDED', 'ACKNOWLEDGED', 'IN_TRANSFER'] as const).map(
    (state) => [state, 'add_recording', 'TRIAGED'] as const,
  ),
  // Values that raise the class after an answer: somebody has to look again.
  ...(['RECOMMENDED', 'REPORTED', 'AMENDED', 'ACKNOWLEDGED', 'IN_TRANSFER'] as const).map(
    (state) => [state, 'triage', 'TRIAGED'] as const,
  ),
  ...CASE_STATES.filter((state) => !isEnded(state)).flatMap((state) => [
    [state, 'add_clinical', state] as const,
    [state, 'change_class', state] as const,
    [state, 'change_patient', state] as const,
  ]),
]

const PAIRS = CASE_STATES.flatMap((state) => CASE_EVENTS.map((event) => [state, event] as const))
const isMove = ([state, event]: (typeof PAIRS)[number]) => MOVES.some(([from, by]) => from === state && by === event)

describe('the life of a case', () => {
  it.each(MOVES)('goes from %s by %s to %s', (from, event, to) => {
    expect(nextState(from, event)).toBe(to)
  })

  it.each(PAIRS.filter((pair) => !isMove(pair)))('refuses in %s the event %s', (state, event) => {
    expect(nextState(state, event)).toBeNull()
  })

  it.each(CASE_STATES.filter((state) => state !== 'DRAFT'))('can come to %s', (state) => {
    expect(MOVES.some(([from, , to]) => to === state && from !== state)).toBe(true)
  })

  it.each(CASE_STATES)('never ends in a dead end: %s can be left', (state) => {
    expect(CASE_EVENTS.some((event) => ![null, state].includes(nextState(state, event)))).toBe(true)
  })

  it.each(CASE_STATES)('takes a new ECG in %s unless the case has ended', (state) => {
    expect(nextState(state, 'add_recording') === null).toBe(isEnded(state))
  })

  it('is answered only by somebody who holds the case or was asked for an opinion', () => {
    const answerable = CASE_STATES.filter((state) => nextState(state, 'recommend') !== null)
    expect(answerable).toEqual(['IN_REVIEW', 'SECOND_OPINION'])
  })
})

describe('the lists of states', () => {
  it('show in the queue what is sent, not answered and not ended', () => {
    expect(QUEUE_STATES).toEqual(['SUBMITTED', 'TRIAGED', 'CLAIMED', 'IN_REVIEW', 'SECOND_OPINION'])
  })

  it.each(LEASED_STATES)('hand a silent reader’s case back from %s', (state) => {
    expect(nextState(state, 'release')).toBe('TRIAGED')
  })

  it('name the two ends', () => {
    expect(CASE_STATES.filter(isEnded)).toEqual([...ENDED_STATES])
  })
})
