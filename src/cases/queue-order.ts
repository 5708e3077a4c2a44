/**
 * Order of the queue (clinical.md C5): `(tier, key, submittedAt, id)` ascending, where
 * `key = submittedAt + T[class] − (acuity / 100) · B[class]`. A total order: inside a tier nobody is
 * overtaken by a case that came more than B minutes later, and raising class or acuity never worsens a place.
 */
import { CASE_CLASSES, type CaseClass } from './values'

export const T_MINUTES = { EMERGENT: 10, URGENT: 30, ROUTINE: 240 } as const satisfies Record<CaseClass, number>
export const B_MINUTES = { EMERGENT: 5, URGENT: 15, ROUTINE: 60 } as const satisfies Record<CaseClass, number>

export type Queued = {
  readonly id: string
  readonly class: CaseClass
  readonly acuity: number
  readonly submittedAt: Date
}

/** The instant that orders a case inside its tier; stored with the case so that the database can sort. */
export function queueKeyAt(itsClass: CaseClass, acuity: number, submittedAt: Date): Date {
  const minutes = T_MINUTES[itsClass] - (acuity / 100) * B_MINUTES[itsClass]
  return new Date(submittedAt.getTime() + Math.round(minutes * 60_000))
}

export function compareQueued(a: Queued, b: Queued): number {
  return (
    CASE_CLASSES.indexOf(a.class) - CASE_CLASSES.indexOf(b.class) ||
    queueKeyAt(a.class, a.acuity, a.submittedAt).getTime() - queueKeyAt(b.class, b.acuity, b.submittedAt).getTime() ||
    a.submittedAt.getTime() - b.submittedAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** A ROUTINE case that has waited so long is overdue, and may be taken before URGENT ones (C5). */
export const OVERDUE_MINUTES = 180
/** One in so many claims of cases that are not EMERGENT goes to an overdue ROUTINE one. */
export const QUOTA = 4

/**
 * Whom "next case" gives: the first of the queue, but the oldest overdue ROUTINE case when nothing EMERGENT waits and
 * the last three claims of the region that were not EMERGENT were all URGENT. Without it ROUTINE starves under load;
 * lifting it into the higher tier instead would delay every URGENT case (C5, simulation). Null when nobody waits.
 */
export function nextInQueue<Case extends Queued>(
  waiting: readonly Case[],
  /** Classes of the region's claims, newest first; EMERGENT ones do not count. */
  lastClaims: readonly CaseClass[],
  now: Date,
): Case | null {
  const first = waiting.toSorted(compareQueued)[0] ?? null
  if (first === null || first.class === 'EMERGENT') return first
  if (!isQuotaDue(lastClaims)) return first
  const overdueBefore = now.getTime() - OVERDUE_MINUTES * 60_000
  const overdue = waiting.filter((one) => one.class === 'ROUTINE' && one.submittedAt.getTime() <= overdueBefore)
  return (
    overdue.toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || compareQueued(a, b))[0] ?? first
  )
}

/** The last three claims that were not EMERGENT were all URGENT. Classes newest first. */
export function isQuotaDue(lastClaims: readonly CaseClass[]): boolean {
  const counted = lastClaims.filter((itsClass) => itsClass !== 'EMERGENT').slice(0, QUOTA - 1)
  return counted.length === QUOTA - 1 && counted.every((itsClass) => itsClass === 'URGENT')
}

/** Whom "next case" tries to take: the one that is due, then the others in their order, for when somebody is faster. */
export function claimOrder<Case extends Queued>(
  waiting: readonly Case[],
  lastClaims: readonly CaseClass[],
  now: Date,
): Case[] {
  const due = nextInQueue(waiting, lastClaims, now)
  return due === null ? [] : [due, ...waiting.filter((one) => one !== due).toSorted(compareQueued)]
}
