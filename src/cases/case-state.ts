/**
 * The life of a referral (clinical.md E1). The table below is the whole truth: server verbs, buttons
 * and tests all read it, and a move that is not in it cannot happen (409).
 *
 * Rows that no verb uses yet (second opinion, amendment, transfer times, reopening) stand here already,
 * so that the table is complete and later verbs add no states.
 */
export const CASE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'TRIAGED',
  'CLAIMED',
  'IN_REVIEW',
  'RETURNED_FOR_REPEAT',
  'SECOND_OPINION',
  'RECOMMENDED',
  'REPORTED',
  'AMENDED',
  'ACKNOWLEDGED',
  'IN_TRANSFER',
  'CLOSED',
  'CANCELLED',
] as const
export type CaseState = (typeof CASE_STATES)[number]

export const CASE_EVENTS = [
  'create',
  'submit',
  'triage',
  'claim',
  'open',
  'release',
  'hand_over',
  'request_repeat',
  'cannot_repeat',
  'recommend',
  'withdraw_verdict',
  'save_report',
  'sign_report',
  'amend_report',
  'acknowledge',
  'cannot_do',
  'record_departure',
  'record_action',
  'close',
  'cancel',
  'reopen',
  'add_recording',
  'add_clinical',
  'change_class',
  'change_patient',
  'ask_second_opinion',
  'give_second_opinion',
  'recall_second_opinion',
] as const
export type CaseEventType = (typeof CASE_EVENTS)[number]

type Row = Readonly<Partial<Record<CaseEventType, CaseState>>>

/** Adding to a case, raising its class or correcting the person is possible in every open state. */
const stays = (state: CaseState): Row => ({
  add_recording: state,
  add_clinical: state,
  change_class: state,
  change_patient: state,
})

/** Answered: a new ECG, or values that raise the class, make a new reading in the queue. */
const answered = (state: CaseState): Row => ({ ...stays(state), add_recording: 'TRIAGED', triage: 'TRIAGED' })

const NEXT: Readonly<Record<CaseState, Row>> = {
  DRAFT: { ...stays('DRAFT'), create: 'DRAFT', submit: 'SUBMITTED', cancel: 'CANCELLED' },
  SUBMITTED: { ...stays('SUBMITTED'), triage: 'TRIAGED' },
  TRIAGED: { ...stays('TRIAGED'), claim: 'CLAIMED', hand_over: 'CLAIMED', cancel: 'CANCELLED' },
  CLAIMED: {
    ...stays('CLAIMED'),
    open: 'IN_REVIEW',
    release: 'TRIAGED',
    hand_over: 'CLAIMED',
    cancel: 'CANCELLED',
  },
  IN_REVIEW: {
    ...stays('IN_REVIEW'),
    release: 'TRIAGED',
    hand_over: 'CLAIMED',
    request_repeat: 'RETURNED_FOR_REPEAT',
    recommend: 'RECOMMENDED',
    save_report: 'IN_REVIEW',
    sign_report: 'REPORTED',
    ask_second_opinion: 'SECOND_OPINION',
    cancel: 'CANCELLED',
  },
  RETURNED_FOR_REPEAT: {
    ...stays('RETURNED_FOR_REPEAT'),
    add_recording: 'TRIAGED',
    cannot_repeat: 'TRIAGED',
    withdraw_verdict: 'IN_REVIEW',
    cancel: 'CANCELLED',
  },
  SECOND_OPINION: {
    ...stays('SECOND_OPINION'),
    recommend: 'RECOMMENDED',
    give_second_opinion: 'IN_REVIEW',
    recall_second_opinion: 'IN_REVIEW',
    release: 'TRIAGED',
    cancel: 'CANCELLED',
  },
  RECOMMENDED: {
    ...answered('RECOMMENDED'),
    withdraw_verdict: 'IN_REVIEW',
    save_report: 'RECOMMENDED',
    sign_report: 'REPORTED',
    acknowledge: 'ACKNOWLEDGED',
    cannot_do: 'TRIAGED',
  },
  REPORTED: {
    ...answered('REPORTED'),
    amend_report: 'AMENDED',
    acknowledge: 'ACKNOWLEDGED',
    cannot_do: 'TRIAGED',
  },
  AMENDED: {
    ...answered('AMENDED'),
    amend_report: 'AMENDED',
    acknowledge: 'ACKNOWLEDGED',
    cannot_do: 'TRIAGED',
    record_action: 'AMENDED',
  },
  ACKNOWLEDGED: {
    ...answered('ACKNOWLEDGED'),
    save_report: 'ACKNOWLEDGED',
    sign_report: 'ACKNOWLEDGED',
    amend_report: 'AMENDED',
    record_action: 'ACKNOWLEDGED',
    record_departure: 'IN_TRANSFER',
    close: 'CLOSED',
  },
  IN_TRANSFER: {
    ...answered('IN_TRANSFER'),
    save_report: 'IN_TRANSFER',
    sign_report: 'IN_TRANSFER',
    amend_report: 'AMENDED',
    record_action: 'IN_TRANSFER',
    close: 'CLOSED',
  },
  CLOSED: { reopen: 'TRIAGED', amend_report: 'AMENDED' },
  CANCELLED: { reopen: 'TRIAGED' },
}

/** The state after the event, or null when the event cannot happen in this state. */
export function nextState(state: CaseState, event: CaseEventType): CaseState | null {
  return NEXT[state][event] ?? null
}

/** Waits for a reader: shown in the queue. */
export const QUEUE_STATES = [
  'SUBMITTED',
  'TRIAGED',
  'CLAIMED',
  'IN_REVIEW',
  'SECOND_OPINION',
] as const satisfies readonly CaseState[]

/** A reader works on it under a lease; without a sign of life it goes back to the queue. */
export const LEASED_STATES = ['CLAIMED', 'IN_REVIEW'] as const satisfies readonly CaseState[]

/** The facility has an answer that nobody has confirmed yet. */
export const UNCONFIRMED_STATES = ['RECOMMENDED', 'REPORTED', 'AMENDED'] as const satisfies readonly CaseState[]

export const ENDED_STATES = ['CLOSED', 'CANCELLED'] as const satisfies readonly CaseState[]

export function isEnded(state: CaseState): boolean {
  return (ENDED_STATES as readonly CaseState[]).includes(state)
}
