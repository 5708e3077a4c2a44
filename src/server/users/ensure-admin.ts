import 'server-only'
import { z } from 'zod'
import type { LinkResult } from '@/cases/api/admin-views'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { invitePerson } from './invite-person'
import { resetPassword } from './reset-password'

const EnsureAdminInput = z.object({ email: z.email().max(200).toLowerCase() })

/** The first admin of an installation, or an admin who lost the way in: a link that sets the password. */
export async function ensureAdmin(ctx: Context, rawInput: unknown): Promise<LinkResult & { isNew: boolean }> {
  requirePermission(ctx, 'people.manage')
  const { email } = EnsureAdminInput.parse(rawInput)

  return inTransaction(ctx, async (tx) => {
    const inner = { ...ctx, db: tx }
    const found = await tx.user.findUnique({ where: { email }, include: { membership: true } })
    if (!found) {
      const person = { email, name: email, title: null, phone: null, role: 'admin', facilityId: null, regionCodes: [] }
      return { ...(await invitePerson(inner, person)), isNew: true }
    }
    if (found.membership?.role !== 'admin') {
      throw new AppError(
        'conflict',
        `${email} has an account with another role. Choose another e-mail, or let an admin change the role.`,
      )
    }
    if (!found.isActive) {
      await tx.user.update({ where: { id: found.id }, data: { isActive: true }, select: { id: true } })
      await recordAudit(tx, ctx, { action: 'user.activate', entityType: 'user', entityId: found.id })
    }
    return { ...(await resetPassword(inner, found.id)), isNew: false }
  })
}
