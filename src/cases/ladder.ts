/**
 * The escalation ladder (clinical.md C4): who is called, and when, while a case waits for somebody. Each wait is a
 * ladder of its own with its own clock; a rung runs once for each beginning of that clock, whatever the class becomes.
 *
 * Minutes are data: a region may have its own. What a rung does is in `src/server/escalation`.
 */
import { z } from 'zod'
import type { CaseState } from './case-state'
import { LEASED_STATES, QUEUE_STATES, UNCONFIRMED_STATES } from './case-state'
import { TARGET_MINUTES } from './deadlines'
import { CASE_CLASSES, type CaseClass } from './values'

export const LADDERS = [
  /** A form with an ECG that nobody sends. */
  'unsent',
  /** In the queue, the trace not on a reader's screen. */
  'unopened',
  /** In the queue, read or not, without a first word. */
  'unanswered',
  /** A new ECG was asked for and has not come. */
  'unrepeated',
  /** Answered, and the facility has not read it back. */
  'unconfirmed',
  /** An urgent case waits and no reader is there; the sweep finds it, not a clock. */
  'unattended',
] as const
export type Ladder = (typeof LADDERS)[number]

export const RUNG_ACTIONS = [
  /** The facility's own page: send it, record again. */
  'remind_facility',
  /** Rings again for everybody on duty. */
  'repeat_alarm',
  /** Calls a second reader by name. */
  'second_reader',
  /** Calls the coordinator; the nurse sees the centre's telephone number. */
  'coordinator',
  /** Readers and the coordinator call the ward. */
  'call_facility',
  /** The readers of the neighbouring region may take the case. */
  'neighbour_pool',
  /** The last rung: recorded as a breach, and everybody hears it. */
  'breach',
] as const
export type RungAction = (typeof RUNG_ACTIONS)[number]

export const Rung = z.strictObject({
  ladder: z.enum(LADDERS),
  step: z.int().min(1).max(9),
  afterSeconds: z.int().min(10).max(172_800),
  action: z.enum(RUNG_ACTIONS),
})
export type Rung = z.infer<typeof Rung>

/** Steps count 1, 2, 3 inside a ladder, each later than the one before. */
const Rungs = z
  .array(Rung)
  .max(30)
  .refine((rungs) => LADDERS.every((ladder) => isAscending(rungs.filter((rung) => rung.ladder === ladder))), {
    message: 'rung_order',
    params: { code: 'rung_order' },
  })
export const RegionLadder = z.strictObject({ EMERGENT: Rungs, URGENT: Rungs, ROUTINE: Rungs })
export type RegionLadder = z.infer<typeof RegionLadder>

function isAscending(rungs: readonly Rung[]): boolean {
  return rungs.every((rung, index) => {
    const before = rungs[index - 1]
    return rung.step === index + 1 && (before === undefined || rung.afterSeconds > before.afterSeconds)
  })
}

const rung = (ladder: Ladder, step: number, minutes: number, action: RungAction): Rung => ({
  ladder,
  step,
  afterSeconds: Math.round(minutes * 60),
  action,
})

/** C4 and E1 as they stand. `unattended` is asked for by clinical safety, its minute is ours. */
export const DEFAULT_LADDER: RegionLadder = {
  EMERGENT: [
    rung('unsent', 1, 3, 'call_facility'),
    rung('unopened', 1, 2, 'repeat_alarm'),
    rung('unopened', 2, 4, 'second_reader'),
    rung('unanswered', 1, 6, 'coordinator'),
    rung('unanswered', 2, 8, 'neighbour_pool'),
    rung('unanswered', 3, 10, 'breach'),
    rung('unrepeated', 1, 5, 'remind_facility'),
    rung('unrepeated', 2, TARGET_MINUTES.EMERGENT.repeat, 'call_facility'),
    rung('unconfirmed', 1, 3, 'call_facility'),
    rung('unconfirmed', 2, 6, 'coordinator'),
    rung('unattended', 1, 0.5, 'coordinator'),
    rung('unattended', 2, 2, 'neighbour_pool'),
  ],
  URGENT: [
    rung('unsent', 1, 10, 'call_facility'),
    rung('unopened', 1, 10, 'repeat_alarm'),
    rung('unopened', 2, 20, 'second_reader'),
    rung('unanswered', 1, 30, 'coordinator'),
    rung('unanswered', 2, 45, 'neighbour_pool'),
    rung('unanswered', 3, 60, 'breach'),
    rung('unrepeated', 1, 10, 'remind_facility'),
    rung('unrepeated', 2, TARGET_MINUTES.URGENT.repeat, 'call_facility'),
    rung('unconfirmed', 1, 15, 'call_facility'),
    rung('unconfirmed', 2, 30, 'coordinator'),
    rung('unattended', 1, 5, 'coordinator'),
    rung('unattended', 2, 15, 'neighbour_pool'),
  ],
  ROUTINE: [
    rung('unsent', 1, 30, 'remind_facility'),
    rung('unopened', 1, 120, 'repeat_alarm'),
    rung('unopened', 2, 180, 'second_reader'),
    rung('unanswered', 1, 240, 'coordinator'),
    rung('unanswered', 2, 24 * 60, 'breach'),
    rung('unrepeated', 1, 60, 'remind_facility'),
    rung('unrepeated', 2, TARGET_MINUTES.ROUTINE.repeat, 'remind_facility'),
    rung('unconfirmed', 1, TARGET_MINUTES.ROUTINE.acknowledge, 'remind_facility'),
    rung('unconfirmed', 2, 24 * 60, 'coordinator'),
  ],
}

/** What of a case decides which ladders it stands on. */
export type Waiting = {
  readonly state: CaseState
  readonly class: CaseClass
  readonly createdAt: Date
  /** When the present reading began: receipt, or the new ECG or "cannot" after an answer. */
  readonly clockStartedAt: Date | null
  readonly repeatAskedAt: Date | null
  readonly answeredAt: Date | null
  /** Since when an urgent case waits in a region where no reader is there. */
  readonly unattendedSince: Date | null
}

export type Climb = { readonly ladder: Ladder; readonly since: Date }
export type DueRung = Rung & { readonly since: Date; readonly dueAt: Date }

const isOneOf = (states: readonly CaseState[], state: CaseState) => states.includes(state)

/** The ladders that run now, each with the beginning of its clock. */
export function climbs(of: Waiting): Climb[] {
  const { state } = of
  const at = (ladder: Ladder, since: Date | null): Climb[] => (since === null ? [] : [{ ladder, since }])
  if (state === 'DRAFT') return at('unsent', of.createdAt)
  if (state === 'RETURNED_FOR_REPEAT') return at('unrepeated', of.repeatAskedAt)
  if (isOneOf(UNCONFIRMED_STATES, state)) return at('unconfirmed', of.answeredAt)
  if (!isOneOf(QUEUE_STATES, state)) return []
  // A claimed case counts as unopened until its trace is on the screen, and as unanswered until somebody has spoken.
  const isOpened = state === 'IN_REVIEW' || state === 'SECOND_OPINION'
  const isHeld = isOneOf(LEASED_STATES, state) || state === 'SECOND_OPINION'
  return [
    ...(isOpened ? [] : at('unopened', of.clockStartedAt)),
    ...at('unanswered', of.clockStartedAt),
    ...(isHeld ? [] : at('unattended', of.unattendedSince)),
  ]
}

/** The rungs of the ladders that run now, soonest first. Past ones are in it: a raised class may owe several at once. */
export function rungsAhead(of: Waiting, ladder: RegionLadder): DueRung[] {
  return climbs(of)
    .flatMap(({ ladder: its, since }) =>
      ladder[of.class]
        .filter((one) => one.ladder === its)
        .map((one) => ({ ...one, since, dueAt: new Date(since.getTime() + one.afterSeconds * 1000) })),
    )
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || LADDERS.indexOf(a.ladder) - LADDERS.indexOf(b.ladder))
}

export type DoneRung = Pick<DueRung, 'ladder' | 'step' | 'since'>

/** What is still to run, soonest first: a rung runs once for each beginning of its clock. */
export function rungsLeft(of: Waiting, ladder: RegionLadder, done: readonly DoneRung[]): DueRung[] {
  return rungsAhead(of, ladder).filter((ahead) => !done.some((one) => isSameRung(one, ahead)))
}

export function isSameRung(a: DoneRung, b: DoneRung): boolean {
  return a.ladder === b.ladder && a.step === b.step && a.since.getTime() === b.since.getTime()
}

/** Does the rung still mean anything: is the case on that ladder, counted from that beginning? */
export function isStillDue(of: Waiting, rungOf: DoneRung): boolean {
  return climbs(of).some(({ ladder, since }) => ladder === rungOf.ladder && since.getTime() === rungOf.since.getTime())
}

/** Classes for which an empty duty desk is an alarm of its own. */
export const ATTENDED_CLASSES = CASE_CLASSES.filter((its) =>
  DEFAULT_LADDER[its].some((one) => one.ladder === 'unattended'),
)
