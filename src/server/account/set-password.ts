import 'server-only'
import type { z } from 'zod'
import type { OkResult } from '@/cases/api/admin-views'
import { SetPasswordInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { actingAs } from '../auth/acting-as'
import { endSessions } from '../auth/end-access'
import { findLink } from '../auth/one-time-link'
import { hashPassword } from '../auth/password'
import { requireStrongPassword } from '../auth/require-strong-password'
import { systemContext } from '../context'
import type { Db } from '../db/client'
import { AppError } from '../errors'

/** Nobody is signed in here: the one-time link is the permission. It works once; every session ends. */
export async function setPassword(
  database: Db,
  rawInput: unknown,
  now = new Date(),
): Promise<z.infer<typeof OkResult>> {
  const { token, newPassword } = SetPasswordInput.parse(rawInput)
  const link = await findLink(token, database, now)
  if (!link) throw linkExpired()
  requireStrongPassword(newPassword, [link.email, link.name, link.facilityName])
  const passwordHash = await hashPassword(newPassword)

  const ctx = actingAs(
    systemContext(database, () => now),
    link,
  )
  await database.$transaction(async (tx) => {
    // Guarded: of two browsers with the same link, one sets the password.
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count === 0) throw linkExpired()
    await tx.user.update({ where: { id: link.userId }, data: { passwordHash }, select: { id: true } })
    await endSessions(tx, ctx, link.userId)
    await recordAudit(tx, ctx, {
      action: 'account.set-password',
      entityType: 'user',
      entityId: link.userId,
      detail: { purpose: link.purpose, linkId: link.id },
    })
  })
  return { ok: true }
}

function linkExpired(): AppError {
  return new AppError('link_expired', 'This link was used, or its 72 hours are over. Ask your admin for a new one.')
}
