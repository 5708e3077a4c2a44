import 'server-only'
import type { Role } from '@/cases/values'
import type { Context } from '../context'
import { type Db, db, type Tx } from '../db/client'
import { env } from '../env'
import { newSecret, secretHash } from './secrets'

const LINK_HOURS = 72

export type LinkPurpose = 'invitation' | 'password_reset'
export type FoundLink = {
  readonly id: string
  readonly userId: string
  readonly purpose: LinkPurpose
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly facilityId: string | null
  readonly facilityName: string | null
  readonly expiresAt: Date
}

/** A link that sets the person's password once; every earlier one stops working. */
export async function createLink(
  tx: Tx,
  ctx: Context,
  userId: string,
  purpose: LinkPurpose,
): Promise<{ link: string; expiresAt: string }> {
  await endLinks(tx, ctx, userId)
  const secret = newSecret()
  const expiresAt = new Date(ctx.now().getTime() + LINK_HOURS * 3_600_000)
  await tx.oneTimeLink.create({
    data: { tokenHash: secretHash(secret), userId, purpose, createdAt: ctx.now(), expiresAt },
    select: { id: true },
  })
  return { link: new URL(`/link/${secret}`, env().YURAK_BASE_URL).href, expiresAt: expiresAt.toISOString() }
}

export async function endLinks(tx: Tx, ctx: Context, userId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { userId, usedAt: null, expiresAt: { gt: ctx.now() } },
    data: { expiresAt: ctx.now() },
  })
}

/** The link that this secret opens, or null when there is none, or it was used, or its time is over. */
export async function findLink(secret: string, database: Db = db(), now = new Date()): Promise<FoundLink | null> {
  const row = await database.oneTimeLink.findUnique({
    where: { tokenHash: secretHash(secret) },
    include: { user: { include: { membership: { include: { facility: { select: { name: true } } } } } } },
  })
  if (!row || row.usedAt !== null || row.expiresAt <= now) return null
  const { user } = row
  if (!user.isActive || !user.membership) return null
  return {
    id: row.id,
    userId: row.userId,
    purpose: row.purpose,
    email: user.email,
    name: user.name,
    role: user.membership.role,
    facilityId: user.membership.facilityId,
    facilityName: user.membership.facility?.name ?? null,
    expiresAt: row.expiresAt,
  }
}
