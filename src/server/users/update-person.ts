import 'server-only'
import type { z } from 'zod'
import type { PersonView } from '@/cases/api/admin-views'
import { UpdatePersonInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { endSessions, revokeTokens } from '../auth/end-access'
import { endLinks } from '../auth/one-time-link'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { withoutUndefined } from '../db/without-undefined'
import { AppError } from '../errors'
import { soundMembership } from './membership-rules'
import { requireAnotherAdmin } from './require-another-admin'
import { getPerson } from './user-queries'

type Change = ReturnType<typeof withoutUndefined<z.infer<typeof UpdatePersonInput>>>

/** Changes what was sent. Another role or place ends the person's sessions, deactivation also tokens and links. */
export async function updatePerson(ctx: Context, userId: string, rawInput: unknown): Promise<PersonView> {
  requirePermission(ctx, 'people.manage')
  const change = withoutUndefined(UpdatePersonInput.parse(rawInput))

  await inTransaction(ctx, async (tx) => {
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`
    const before = await getPerson({ ...ctx, db: tx }, userId)
    if (takesAway(before, change)) await requireNotOwnNorLast(tx, ctx, userId, before)
    await changePerson(tx, userId, change)
    if (isMove(change)) await changeMembership(tx, ctx, before, change)
    if (isMove(change) || change.isActive === false) await endSessions(tx, ctx, userId)
    if (change.isActive === false) {
      await revokeTokens(tx, ctx, userId)
      await endLinks(tx, ctx, userId)
    }
    await recordAudit(tx, ctx, {
      action: actionOf(before, change),
      entityType: 'user',
      entityId: userId,
      detail: { fields: Object.keys(change), ...(change.role === undefined ? {} : { role: change.role }) },
    })
  })
  return getPerson(ctx, userId)
}

function isMove(change: Change): boolean {
  return change.role !== undefined || change.facilityId !== undefined || change.regionCodes !== undefined
}

function takesAway(before: PersonView, change: Change): boolean {
  return isMove(change) || (before.isActive && change.isActive === false)
}

async function requireNotOwnNorLast(tx: Tx, ctx: Context, userId: string, before: PersonView): Promise<void> {
  if (userId === ctx.actor.userId) {
    const own = { path: 'isActive', code: 'own_account' }
    throw new AppError('conflict', 'Nobody changes the own role or deactivates the own account.', [own])
  }
  if (before.role === 'admin') await requireAnotherAdmin(tx, before)
}

async function changePerson(tx: Tx, userId: string, { name, title, phone, isActive }: Change): Promise<void> {
  const data = withoutUndefined({ name, title, phone, isActive })
  await tx.user.update({ where: { id: userId }, data, select: { id: true } })
}

async function changeMembership(tx: Tx, ctx: Context, before: PersonView, change: Change): Promise<void> {
  const { role, facilityId, regionCodes } = await soundMembership(tx, ctx, { ...before, ...change })
  await tx.membershipRegion.deleteMany({ where: { userId: before.userId } })
  await tx.membership.update({
    where: { userId: before.userId },
    data: { role, facilityId, regions: { create: regionCodes.map((regionCode) => ({ regionCode })) } },
    select: { userId: true },
  })
}

function actionOf(before: PersonView, change: Change): string {
  if (change.isActive === undefined || change.isActive === before.isActive) return 'user.change'
  return change.isActive ? 'user.activate' : 'user.deactivate'
}
