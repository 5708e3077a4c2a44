import 'server-only'
import type { z } from 'zod'
import type { OkResult } from '@/cases/api/admin-views'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'

/** Ends one of the actor's own tokens at once. */
export async function revokeToken(ctx: Context, tokenId: string): Promise<z.infer<typeof OkResult>> {
  requirePermission(ctx, 'account.own')

  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.personalToken.updateMany({
      where: { id: tokenId, userId: ctx.actor.userId, revokedAt: null },
      data: { revokedAt: ctx.now() },
    })
    if (count === 0) throw new AppError('not_found', 'You have no such token.')
    await recordAudit(tx, ctx, { action: 'token.revoke', entityType: 'token', entityId: tokenId })
  })
  return { ok: true }
}
