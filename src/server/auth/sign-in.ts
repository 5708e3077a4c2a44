import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordAudit } from '../audit/record-audit'
import { systemContext } from '../context'
import { type Db, db } from '../db/client'
import { AppError } from '../errors'
import { actingAs } from './acting-as'
import { verifyPassword } from './password'
import { newSecret, secretHash } from './secrets'

/** One shift and its handover. */
export const SESSION_HOURS = 12

const WINDOW_MINUTES = 15
const MAX_FAILURES_PER_PERSON = 8
const MAX_FAILURES_PER_ADDRESS = 60

const SignInInput = z.object({
  email: z.string().trim().toLowerCase().min(3).max(200),
  password: z.string().min(1).max(128),
})

/**
 * Checks the password and opens a session; answers the random session id that the cookie will carry, or null.
 * Guessing is slowed per person and per address; the time taken does not tell whether the person exists.
 */
export async function signInWithPassword(
  raw: unknown,
  from: { readonly address: string; readonly userAgent: string | null },
  now = new Date(),
): Promise<string | null> {
  const input = SignInInput.safeParse(raw)
  if (!input.success) return null
  const emailHash = createHash('sha256').update(input.data.email).digest()
  await refuseTooMany(db(), emailHash, from.address, now)

  const user = await db().user.findUnique({ where: { email: input.data.email }, include: { membership: true } })
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.data.password)
  if (!isRight || !user?.isActive || !user.membership) {
    await db().signInFailure.create({ data: { emailHash, address: from.address, at: now } })
    return null
  }

  const sid = newSecret()
  const { role, facilityId } = user.membership
  const ctx = actingAs(
    systemContext(db(), () => now),
    { userId: user.id, role, facilityId },
  )
  await db().$transaction(async (tx) => {
    const session = await tx.session.create({
      data: {
        tokenHash: secretHash(sid),
        userId: user.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
        userAgent: from.userAgent?.slice(0, 300) ?? null,
      },
    })
    await recordAudit(tx, ctx, {
      action: 'session.open',
      entityType: 'session',
      entityId: session.id,
    })
    await tx.signInFailure.deleteMany({ where: { emailHash } })
  })
  return sid
}

/** Ends the session whose id the cookie carried. */
export async function endSession(sid: string, now = new Date()): Promise<void> {
  await db().session.updateMany({ where: { tokenHash: secretHash(sid), revokedAt: null }, data: { revokedAt: now } })
}

/** `address: null` counts by person alone. */
export async function refuseTooMany(
  database: Db,
  emailHash: Buffer<ArrayBuffer>,
  address: string | null,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000)
  const [byPerson, byAddress] = await Promise.all([
    database.signInFailure.count({ where: { emailHash, at: { gte: since } } }),
    address === null ? 0 : database.signInFailure.count({ where: { address, at: { gte: since } } }),
  ])
  if (byPerson >= MAX_FAILURES_PER_PERSON || byAddress >= MAX_FAILURES_PER_ADDRESS) {
    throw new AppError('rate_limited', 'Too many wrong passwords. Wait 15 minutes, or ask the admin for a reset link.')
  }
}
