import 'server-only'
import type { z } from 'zod'
import type { OkResult } from '@/cases/api/admin-views'
import { ChangePasswordInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { endSessions } from '../auth/end-access'
import { endLinks } from '../auth/one-time-link'
import { hashPassword, verifyPassword } from '../auth/password'
import { requireStrongPassword } from '../auth/require-strong-password'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'

/** Sets one's own password; every other session of the person ends. */
export async function changePassword(ctx: Context, rawInput: unknown): Promise<z.infer<typeof OkResult>> {
  requirePermission(ctx, 'account.own')
  const { currentPassword, newPassword } = ChangePasswordInput.parse(rawInput)
  const { userId, email, name, facilityName } = ctx.actor

  const found = await ctx.db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } })
  const stored = found?.passwordHash ?? null
  if (!(await verifyPassword(stored, currentPassword))) {
    throw new AppError('wrong_password', 'The current password is not right.', [
      { path: 'currentPassword', code: 'wrong_password' },
    ])
  }
  requireStrongPassword(newPassword, [email, name, facilityName])
  const passwordHash = await hashPassword(newPassword)

  await inTransaction(ctx, async (tx) => {
    // Guarded by the hash that was checked: a reset in between wins.
    const { count } = await tx.user.updateMany({ where: { id: userId, passwordHash: stored }, data: { passwordHash } })
    if (count === 0) throw new AppError('conflict', 'The password was changed meanwhile.')
    const endedCount = await endSessions(tx, ctx, userId, ctx.sessionId)
    await endLinks(tx, ctx, userId)
    await recordAudit(tx, ctx, {
      action: 'account.change-password',
      entityType: 'user',
      entityId: userId,
      detail: { endedSessions: endedCount },
    })
  })
  return { ok: true }
}
