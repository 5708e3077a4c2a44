import 'server-only'
import { type Context, SYSTEM_USER_ID } from '../context'
import type { Db } from '../db/client'
import type { Prisma } from '../db/generated/client'

export type AuditEntry = {
  /** `noun.verb`, as in `case.claim`. */
  readonly action: string
  readonly entityType: string
  readonly entityId: string
  /** Ids, states and codes; never a name, a number of a person or a clinical text. */
  readonly detail?: Prisma.InputJsonObject
}

/** Written in the caller's transaction: if the trail cannot be kept, the change does not happen. */
export async function recordAudit(tx: Db, ctx: Context, ...entries: readonly AuditEntry[]): Promise<void> {
  const isSystem = ctx.actor.userId === SYSTEM_USER_ID
  const actor = {
    at: ctx.now(),
    actorId: isSystem ? null : ctx.actor.userId,
    actorRole: isSystem ? null : ctx.actor.role,
    facilityId: ctx.actor.facilityId,
  }
  await tx.auditEvent.createMany({ data: entries.map(({ detail = {}, ...entry }) => ({ ...actor, ...entry, detail })) })
}
