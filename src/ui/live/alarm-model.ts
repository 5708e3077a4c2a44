/**
 * Which alarms a page rings, decided from the live event itself: nothing waits for a list to be read. A case alarms once
 * for each change into EMERGENT, and once for each rung of its ladder that concerns the person here.
 */
import type { LiveEvent, QueueItem } from '@/cases/api/views'
import { type CaseState, LEASED_STATES, QUEUE_STATES } from '@/cases/case-state'
import { can } from '@/cases/permissions'
import type { CaseClass } from '@/cases/values'
import type { Me } from './live-provider'

export const ALARM_CAUSES = [
  'emergency',
  'breach',
  'neighbour_pool',
  'second_reader',
  'coordinator',
  'repeat_alarm',
  'call_facility',
  'handed_over',
  /** At the facility: nobody has opened the case, call the centre. */
  'call_centre',
  'remind_facility',
] as const
export type AlarmCause = (typeof ALARM_CAUSES)[number]

export type Alarm = {
  readonly caseId: string
  readonly cause: AlarmCause
  readonly class: CaseClass
  readonly at: string
}

export type AlarmState = {
  /** EMERGENT cases of the queue that this page knows: they have rung, or were there when it opened. */
  readonly known: ReadonlySet<string>
  readonly alarms: readonly Alarm[]
  /** Counts what began to ring: a page that was silenced rings again when it grows. */
  readonly rings: number
}

export const NO_ALARM: AlarmState = { known: new Set(), alarms: [], rings: 0 }

/** What can bring a case into EMERGENT. */
const RAISING = ['triage', 'change_class', 'analyse', 'add_recording', 'add_clinical']
/** Somebody has done what the ladder called for. */
const ANSWERING = [
  'submit',
  'claim',
  'hand_over',
  'recommend',
  'request_repeat',
  'sign_report',
  'amend_report',
  'acknowledge',
  'cannot_do',
  'add_recording',
  'close',
  'cancel',
]

const isOneOf = (states: readonly CaseState[], state: CaseState) => states.includes(state)

export function hearEvent(state: AlarmState, event: LiveEvent, me: Me): AlarmState {
  const isEmergency = event.class === 'EMERGENT' && isOneOf(QUEUE_STATES, event.state)
  // What only mentions an emergency (it was sent, claimed, opened) leaves the ringing to the event that made it one.
  const isNew = isEmergency && !state.known.has(event.caseId) && RAISING.includes(event.type)
  const known = isNew
    ? new Set([...state.known, event.caseId])
    : isEmergency || !state.known.has(event.caseId)
      ? state.known
      : new Set([...state.known].filter((caseId) => caseId !== event.caseId))
  const left = state.alarms.filter((alarm) => !isOver(alarm, event))
  const cause = causeOf(event, me, isNew)
  const kept = left.length === state.alarms.length ? state.alarms : left
  if (cause === null) return known === state.known && kept === state.alarms ? state : { ...state, known, alarms: kept }
  const alarm: Alarm = { caseId: event.caseId, cause, class: event.class, at: event.at }
  return { known, alarms: merged(kept, [alarm]), rings: state.rings + 1 }
}

/**
 * What a list says that no event said: the page was cut off meanwhile, or hears no events at all. `isFirst`: these
 * were there when the page opened, and ring on no page again.
 */
export function hearQueue(state: AlarmState, items: readonly QueueItem[], isFirst: boolean): AlarmState {
  const emergencies = items.filter((item) => item.class === 'EMERGENT')
  const free = new Set(emergencies.filter((item) => item.reader === null).map(({ caseId }) => caseId))
  const added = isFirst ? [] : emergencies.filter(({ caseId }) => free.has(caseId) && !state.known.has(caseId))
  const left = state.alarms.filter(({ cause, caseId }) => cause !== 'emergency' || free.has(caseId))
  const isSame =
    left.length === state.alarms.length &&
    emergencies.length === state.known.size &&
    emergencies.every(({ caseId }) => state.known.has(caseId))
  if (isSame) return state
  return {
    known: new Set(emergencies.map(({ caseId }) => caseId)),
    alarms: merged(
      left,
      added.map(
        ({ caseId, submittedAt }): Alarm => ({ caseId, cause: 'emergency', class: 'EMERGENT', at: submittedAt }),
      ),
    ),
    rings: state.rings + (added.length > 0 ? 1 : 0),
  }
}

export function dismissAlarms(state: AlarmState, isDismissed: (alarm: Alarm) => boolean): AlarmState {
  const alarms = state.alarms.filter((alarm) => !isDismissed(alarm))
  return alarms.length === state.alarms.length ? state : { ...state, alarms }
}

/** Emergencies and everything that an emergency's ladder says sound alike; the rest is softer. */
export function isLoud({ cause, class: itsClass }: Alarm): boolean {
  return itsClass === 'EMERGENT' && cause !== 'remind_facility'
}

function causeOf(event: LiveEvent, me: Me, isNewEmergency: boolean): AlarmCause | null {
  if (event.type === 'hand_over')
    return event.readerId === me.userId && event.actorId !== me.userId ? 'handed_over' : null
  if (event.type === 'escalate') return event.escalation === null ? null : rungCause(event, event.escalation, me)
  const isFree = !isOneOf(LEASED_STATES, event.state)
  const concerns = can(me.role, 'queue.read') && (isFree || event.readerId === me.userId)
  if (!isNewEmergency || event.actorId === me.userId) return null
  return concerns ? 'emergency' : null
}

function rungCause(
  event: LiveEvent,
  { ladder, action, calls }: NonNullable<LiveEvent['escalation']>,
  { userId, role, regionCodes }: Me,
): AlarmCause | null {
  if (role === 'nurse') {
    if (action === 'remind_facility' || ladder === 'unsent') return 'remind_facility'
    const isUnread = ladder === 'unopened' || ladder === 'unanswered' || ladder === 'unattended'
    return isUnread && ['coordinator', 'neighbour_pool', 'breach'].includes(action) ? 'call_centre' : null
  }
  const isReader = role === 'cardiologist'
  const isCoordinator = role === 'coordinator'
  const isMine = {
    remind_facility: false,
    repeat_alarm: isReader,
    second_reader: calls.includes(userId),
    coordinator: isCoordinator,
    call_facility: isReader || isCoordinator,
    neighbour_pool: isReader && event.poolRegionCode !== null && regionCodes.includes(event.poolRegionCode),
    breach: isReader || isCoordinator,
  } as const satisfies Record<typeof action, boolean>
  return isMine[action] ? action : null
}

function isOver(alarm: Alarm, event: LiveEvent): boolean {
  if (alarm.caseId !== event.caseId) return false
  if (alarm.cause !== 'emergency') return ANSWERING.includes(event.type)
  return event.class !== 'EMERGENT' || !isOneOf(QUEUE_STATES, event.state) || isOneOf(LEASED_STATES, event.state)
}

/** One alarm a case: the newest says it. */
function merged(before: readonly Alarm[], added: readonly Alarm[]): Alarm[] {
  return [...added, ...before.filter(({ caseId }) => !added.some((one) => one.caseId === caseId))]
}
