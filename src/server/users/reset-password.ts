import 'server-only'
import type { LinkResult } from '@/cases/api/admin-views'
import { recordAudit } from '../audit/record-audit'
import { endSessions, revokeTokens } from '../auth/end-access'
import { createLink } from '../auth/one-time-link'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { getPerson } from './user-queries'

/** The old password, every session and every token end now; the link lets the person set a new password. */
export async function resetPassword(ctx: Context, userId: string): Promise<LinkResult> {
  requirePermission(ctx, 'people.manage')
  if (userId === ctx.actor.userId) {
    throw new AppError('conflict', 'Change your own password on your account page.', [
      { path: '', code: 'own_account' },
    ])
  }

  return inTransaction(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`
    const person = await getPerson({ ...ctx, db: tx }, userId)
    if (!person.isActive)
      throw new AppError('conflict', 'This account is not active.', [{ path: '', code: 'inactive' }])
    await tx.user.update({ where: { id: userId }, data: { passwordHash: null }, select: { id: true } })
    await endSessions(tx, ctx, userId)
    await revokeTokens(tx, ctx, userId)
    const link = await createLink(tx, ctx, userId, person.lastSignInAt === null ? 'invitation' : 'password_reset')
    await recordAudit(tx, ctx, { action: 'user.reset-password', entityType: 'user', entityId: userId })
    return { userId, ...link }
  })
}
