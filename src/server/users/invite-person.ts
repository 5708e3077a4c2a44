import 'server-only'
import type { z } from 'zod'
import type { LinkResult } from '@/cases/api/admin-views'
import { InvitePersonInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { createLink } from '../auth/one-time-link'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { isUniqueViolation } from '../db/unique-violation'
import { AppError } from '../errors'
import { type MembershipWish, soundMembership } from './membership-rules'

/** Makes the account without a password, and the link with which the person sets one. */
export async function invitePerson(ctx: Context, rawInput: unknown): Promise<LinkResult> {
  requirePermission(ctx, 'people.manage')
  const input = InvitePersonInput.parse(rawInput)

  return inTransaction(ctx, async (tx) => {
    const membership = await soundMembership(tx, ctx, input)
    const userId = await createPerson(tx, ctx, input, membership)
    const link = await createLink(tx, ctx, userId, 'invitation')
    await recordAudit(tx, ctx, {
      action: 'user.invite',
      entityType: 'user',
      entityId: userId,
      detail: { role: membership.role, facilityId: membership.facilityId, regionCodes: [...membership.regionCodes] },
    })
    return { userId, ...link }
  }).catch(asEmailTaken)
}

async function createPerson(
  tx: Tx,
  ctx: Context,
  input: z.infer<typeof InvitePersonInput>,
  { role, facilityId, regionCodes }: MembershipWish,
): Promise<string> {
  const { email, name, title, phone } = input
  const regions = { create: regionCodes.map((regionCode) => ({ regionCode })) }
  const { id } = await tx.user.create({
    data: { email, name, title, phone, createdAt: ctx.now(), membership: { create: { role, facilityId, regions } } },
    select: { id: true },
  })
  return id
}

function asEmailTaken(error: unknown): never {
  if (!isUniqueViolation(error)) throw error
  throw new AppError('email_taken', 'Somebody has this e-mail already.', [{ path: 'email', code: 'email_taken' }])
}
