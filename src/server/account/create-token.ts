import 'server-only'
import type { z } from 'zod'
import type { CreateTokenResult } from '@/cases/api/admin-views'
import { CreateTokenInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { newSecret, secretHash, TOKEN_PREFIX } from '../auth/secrets'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { AppError } from '../errors'

const MAX_TOKENS = 20

/** A token of one's own, shown once. A token cannot make another one, or it would live for ever. */
export async function createToken(ctx: Context, rawInput: unknown): Promise<z.infer<typeof CreateTokenResult>> {
  requirePermission(ctx, 'account.own')
  if (ctx.sessionId === null) throw new AppError('forbidden', 'A token is made in a signed-in browser.')
  const input = CreateTokenInput.parse(rawInput)

  return inTransaction(ctx, async (tx) => {
    const result = await insertToken(tx, ctx, ctx.actor.userId, input)
    await recordAudit(tx, ctx, {
      action: 'token.create',
      entityType: 'token',
      entityId: result.tokenId,
      detail: { days: input.days },
    })
    return result
  })
}

export async function insertToken(
  tx: Tx,
  ctx: Context,
  userId: string,
  { name, days }: z.infer<typeof CreateTokenInput>,
): Promise<z.infer<typeof CreateTokenResult>> {
  const living = await tx.personalToken.count({ where: { userId, revokedAt: null, expiresAt: { gt: ctx.now() } } })
  if (living >= MAX_TOKENS) {
    throw new AppError('conflict', `A person has at most ${MAX_TOKENS} tokens. Revoke one first.`, [
      { path: '', code: 'too_many_tokens' },
    ])
  }
  const token = newSecret(TOKEN_PREFIX)
  const expiresAt = new Date(ctx.now().getTime() + days * 86_400_000)
  const { id } = await tx.personalToken.create({
    data: { tokenHash: secretHash(token), userId, name, createdAt: ctx.now(), expiresAt },
    select: { id: true },
  })
  return { token, tokenId: id, expiresAt: expiresAt.toISOString() }
}
