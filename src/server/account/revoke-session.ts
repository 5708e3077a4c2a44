import 'server-only'
import type { z } from 'zod'
import type { OkResult } from '@/cases/api/admin-views'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'

/** Signs one of the actor's own browsers out; its next request is refused. */
export async function revokeSession(ctx: Context, sessionId: string): Promise<z.infer<typeof OkResult>> {
  requirePermission(ctx, 'account.own')

  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId: ctx.actor.userId, revokedAt: null },
      data: { revokedAt: ctx.now() },
    })
    if (count === 0) throw new AppError('not_found', 'You have no such session.')
    await recordAudit(tx, ctx, { action: 'session.revoke', entityType: 'session', entityId: sessionId })
  })
  return { ok: true }
}
