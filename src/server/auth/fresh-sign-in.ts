import 'server-only'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import { AppError } from '../errors'

/** A signature asks for the password again when it was last given longer ago than this. */
const FRESH_MINUTES = 15

/** A personal token counts as fresh: whoever holds it has just used it on purpose (contract). */
export async function requireFreshSignIn(tx: Tx, ctx: Context): Promise<void> {
  if (ctx.sessionId === null) return
  const session = await tx.session.findUniqueOrThrow({ where: { id: ctx.sessionId } })
  const since = session.confirmedAt ?? session.createdAt
  if (ctx.now().getTime() - since.getTime() > FRESH_MINUTES * 60_000)
    throw new AppError('confirm_password', 'Give your password again before you sign.')
}
