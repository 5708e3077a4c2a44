import 'server-only'
import type { z } from 'zod'
import type { CaseStateResult } from '@/cases/api/views'
import { LEASED_STATES } from '@/cases/case-state'
import { dueAt } from '@/cases/deadlines'
import type { CaseClass } from '@/cases/values'
import type { Context } from '../context'
import type { Case, Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/** When a held case goes back to the queue unless its reader gives a sign of life. */
export function leaseUntil(itsClass: CaseClass, now: Date): Date {
  return dueAt('lease', itsClass, now)
}

/** The columns of a case that somebody holds from now on. Until a page of his has spoken, only the lease counts. */
export function heldBy(userId: string, found: Pick<Case, 'class' | 'fence'>, now: Date) {
  return {
    readerId: userId,
    claimedAt: now,
    leaseUntil: leaseUntil(found.class, now),
    pageSeenAt: null,
    fence: found.fence + 1,
  } satisfies Prisma.CaseUncheckedUpdateInput
}

export function isLeased(found: Pick<Case, 'state'>): boolean {
  return (LEASED_STATES as readonly string[]).includes(found.state)
}

/**
 * Only who holds the case answers it, and only under the claim that he holds now: the fence counts the holders.
 * Its state is checked before this, so that after the end everybody hears `conflict`.
 */
export function requireHolder(ctx: Context, found: Case, fence?: number): void {
  if (found.readerId !== ctx.actor.userId) throw new AppError('not_holder', 'Another reader holds this case.')
  if (fence !== undefined && fence !== found.fence)
    throw new AppError('not_holder', 'This was written under an earlier claim: the case was given back meanwhile.')
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
