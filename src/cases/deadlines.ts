/**
 * Targets of clinical.md C4, in minutes from receipt (or from the answer, for the confirmation),
 * and the lease under which a reader holds a case. Numbers are defaults; a region may get its own later.
 */
import type { Clinical } from './clinical'
import type { CaseClass } from './values'

export const TARGET_MINUTES = {
  EMERGENT: { open: 3, answer: 10, acknowledge: 3, report: 30, repeat: 10, lease: 3 },
  URGENT: { open: 15, answer: 30, acknowledge: 15, report: 120, repeat: 20, lease: 10 },
  ROUTINE: { open: 120, answer: 240, acknowledge: 480, report: 1440, repeat: 120, lease: 30 },
} as const satisfies Record<CaseClass, Record<string, number>>

export type Target = keyof (typeof TARGET_MINUTES)['EMERGENT']

/** An URGENT case with pain now and an onset within 12 h, or unknown, is opened within 10 minutes (C4 [R]). */
const PAIN_NOW_OPEN_MINUTES = 10

export function dueAt(target: Target, itsClass: CaseClass, from: Date): Date {
  return new Date(from.getTime() + TARGET_MINUTES[itsClass][target] * 60_000)
}

export function openDueAt(itsClass: CaseClass, clinical: Clinical, submittedAt: Date): Date {
  const isRecentPain =
    (clinical.painNow ?? 0) > 0 &&
    (clinical.painOnsetAt === undefined || submittedAt.getTime() - Date.parse(clinical.painOnsetAt) <= 12 * 3_600_000)
  if (itsClass === 'URGENT' && isRecentPain) return new Date(submittedAt.getTime() + PAIN_NOW_OPEN_MINUTES * 60_000)
  return dueAt('open', itsClass, submittedAt)
}

/** How often a reader's page says that it is open. */
export const PAGE_BEAT_MS = 15_000
/** A case whose reader's page was closed goes back after this. */
export const PAGE_CLOSED_MS = 30_000
/** A page that says nothing at all (a dead computer, a dead line) counts as closed one beat later. */
export const PAGE_SILENT_MS = PAGE_BEAT_MS + PAGE_CLOSED_MS
/** A reader of whom nothing was heard for this long is not there. */
export const PRESENT_MS = 45_000

/** A verdict can be taken back by its author within this time. */
export const UNDO_MS = 10_000
