import 'server-only'
import type { Context } from '../context'
import type { Tx } from '../db/client'

/** Every browser of the person is signed out with its next request; `exceptId` is the session that asks. */
export async function endSessions(
  tx: Tx,
  ctx: Context,
  userId: string,
  exceptId: string | null = null,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: ctx.now() },
      ...(exceptId === null ? {} : { NOT: { id: exceptId } }),
    },
    data: { revokedAt: ctx.now() },
  })
  return count
}

export async function revokeTokens(tx: Tx, ctx: Context, userId: string): Promise<number> {
  const { count } = await tx.personalToken.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: ctx.now() } },
    data: { revokedAt: ctx.now() },
  })
  return count
}
