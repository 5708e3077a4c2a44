import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { OkResult } from '@/cases/api/admin-views'
import { ConfirmPasswordInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { verifyPassword } from '../auth/password'
import { refuseTooMany } from '../auth/sign-in'
import { type Context, inTransaction, requirePermission } from '../context'
import { db } from '../db/client'
import { AppError } from '../errors'

/** The person at this browser is still the one who signed in: what a signature asks for. Guessing is slowed as at the sign-in. */
export async function confirmPassword(ctx: Context, rawInput: unknown): Promise<z.infer<typeof OkResult>> {
  requirePermission(ctx, 'account.own')
  const { password } = ConfirmPasswordInput.parse(rawInput)
  const { userId, email } = ctx.actor
  const emailHash = createHash('sha256').update(email).digest()
  const now = ctx.now()
  // Counted outside the request's transaction: a refusal undoes that, and must not undo this.
  await refuseTooMany(db(), emailHash, null, now)
  const user = await ctx.db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } })
  if (!(await verifyPassword(user?.passwordHash ?? null, password))) {
    await db().signInFailure.create({ data: { emailHash, address: 'confirmation', at: now } })
    throw new AppError('wrong_password', 'The password is not right.', [{ path: 'password', code: 'wrong_password' }])
  }
  await inTransaction(ctx, async (tx) => {
    if (ctx.sessionId) await tx.session.update({ where: { id: ctx.sessionId }, data: { confirmedAt: now } })
    await recordAudit(tx, ctx, { action: 'session.confirm', entityType: 'user', entityId: userId })
  })
  return { ok: true }
}
