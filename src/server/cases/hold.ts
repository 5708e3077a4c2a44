import 'server-only'
import type { z } from 'zod'
import type { CaseStateResult } from '@/cases/api/views'
import { LEASED_STATES } from '@/cases/case-state'
import { dueAt } from '@/cases/deadlines'
import type { CaseClass } from '@/cases/values'
import type { Context } from '../context'
import type { Case } from '../db/generated/client'
import { AppError } from '../errors'

/** When a held case goes back to the queue unless its reader gives a sign of life. */
export function leaseUntil(itsClass: CaseClass, now: Date): Date {
  return dueAt('lease', itsClass, now)
}

export function isLeased(found: Pick<Case, 'state'>): boolean {
  return (LEASED_STATES as readonly string[]).includes(found.state)
}

/** Only who holds the case answers it. Its state is checked before this, so that after the end everybody hears `conflict`. */
export function requireHolder(ctx: Context, found: Case): void {
  if (found.readerId !== ctx.actor.userId) throw new AppError('not_holder', 'Another reader holds this case.')
}

export function resultOf(
  found: Case,
  now: Date,
  more: Partial<z.infer<typeof CaseStateResult>> = {},
): z.infer<typeof CaseStateResult> {
  return {
    caseId: found.id,
    state: found.state,
    class: found.class,
    at: now.toISOString(),
    leaseUntil: isLeased(found) ? (found.leaseUntil?.toISOString() ?? null) : null,
    ...more,
  }
}
