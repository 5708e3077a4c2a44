/**
 * Order of the queue (clinical.md C5): `(tier, key, submittedAt, id)` ascending, where
 * `key = submittedAt + T[class] − (acuity / 100) · B[class]`. A total order: inside a tier nobody is
 * overtaken by a case that came more than B minutes later, and raising class or acuity never worsens a place.
 */
import { CASE_CLASSES, type CaseClass } from './values'

const T_MINUTES = { EMERGENT: 10, URGENT: 30, ROUTINE: 240 } as const satisfies Record<CaseClass, number>
const B_MINUTES = { EMERGENT: 5, URGENT: 15, ROUTINE: 60 } as const satisfies Record<CaseClass, number>

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
