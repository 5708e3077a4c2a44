import 'server-only'
import { z } from 'zod'
import type { EscalationView } from '@/cases/api/views'
import { isStillDue, LADDERS, type RegionLadder, RUNG_ACTIONS, rungsLeft, type Waiting } from '@/cases/ladder'
import type { Tx } from '../db/client'
import { type Case, Prisma } from '../db/generated/client'
import { ladderOf } from './region-ladder'

/** What of a case's row decides its ladders. */
export const WAITING = {
  state: true,
  class: true,
  createdAt: true,
  clockStartedAt: true,
  repeatAskedAt: true,
  answeredAt: true,
  unattendedSince: true,
} as const satisfies Record<keyof Waiting, true>

/**
 * The columns by which the sweep finds a case, as they have to be after a change: when the next rung is due, and the
 * newest rung that ran, as long as it means anything. Belongs into the same update as the change itself.
 */
export async function ladderColumns(tx: Tx, found: Case, change: Prisma.CaseUncheckedUpdateInput) {
  // The changes of our verbs are plain values; operations like `increment` touch none of these columns.
  const after = { ...found, ...change } as Case
  const isWaiting = after.state === 'TRIAGED' || after.state === 'SUBMITTED'
  const waiting: Waiting = { ...after, unattendedSince: isWaiting ? after.unattendedSince : null }
  return {
    unattendedSince: waiting.unattendedSince,
    nextRungAt: await nextRungAt(tx, found, waiting),
    ...(isEscalated(found, waiting) ? {} : { escalation: Prisma.DbNull }),
  }
}

/** When the next rung of the case is due; in the past when several are owed at once. */
async function nextRungAt(tx: Tx, found: Pick<Case, 'id' | 'regionCode' | 'state'>, waiting: Waiting) {
  const ladder = await ladderOf(tx, found.regionCode)
  // Nothing but a reminder to send it can have happened to a draft, and that ladder is left now.
  return nextDue(waiting, ladder, found.state === 'DRAFT' ? [] : await doneRungs(tx, found.id))
}

function nextDue(waiting: Waiting, ladder: RegionLadder, done: Awaited<ReturnType<typeof doneRungs>>): Date | null {
  return rungsLeft(waiting, ladder, done)[0]?.dueAt ?? null
}

async function doneRungs(tx: Tx, caseId: string) {
  const rows = await tx.escalation.findMany({ where: { caseId }, select: { ladder: true, step: true, since: true } })
  return rows.flatMap(({ ladder, ...row }) => {
    const known = LADDERS.find((one) => one === ladder)
    return known ? [{ ...row, ladder: known }] : []
  })
}

const Stored = z.object({
  ladder: z.enum(LADDERS),
  step: z.number(),
  action: z.enum(RUNG_ACTIONS),
  at: z.iso.datetime(),
  since: z.iso.datetime(),
})
export type StoredEscalation = z.infer<typeof Stored>

/** The newest rung of a case, while the wait that it is about goes on. */
export function escalationOf(row: Waiting & Pick<Case, 'escalation'>): EscalationView | null {
  const stored = Stored.safeParse(row.escalation).data
  if (!stored || !isStillDue(row, { ...stored, since: new Date(stored.since) })) return null
  const { since, ...shown } = stored
  return shown
}

function isEscalated(found: Pick<Case, 'escalation'>, waiting: Waiting): boolean {
  return escalationOf({ ...waiting, escalation: found.escalation }) !== null
}
