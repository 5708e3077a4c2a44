import 'server-only'
import { type Context, inTransaction } from '../context'
import type { Prisma } from '../db/generated/client'
import { env } from '../env'
import { AppError } from '../errors'
import { derivedKey, keyedHash, openText, sealText } from '../files/sealing'
import { problemOf } from './problem'

export const IDEMPOTENCY_HOURS = 72

export type Answer = { readonly status: number; readonly body: Prisma.InputJsonValue }

/**
 * Runs the work once for a key: the row of the key, the work and its answer commit together, so neither
 * exists alone. A second request with the key waits on the row's unique index until the first one ends
 * (the connection's lock timeout is 10 s), then gets the same status and body. Refusals are answers too;
 * a body that was not valid, or a bug, leaves no row, so that the sender may try again.
 */
export async function once(
  ctx: Context,
  request: { readonly route: string; readonly key: string; readonly bodyHash: Uint8Array<ArrayBuffer> },
  work: (ctx: Context) => Promise<Answer>,
): Promise<Answer> {
  const id = { actorId: ctx.actor.userId, route: request.route, key: request.key }
  // Keyed: the body may have held a password.
  const bodyHash = keyedHash(answerKey(), Buffer.from(request.bodyHash).toString('hex'))
  try {
    return await inTransaction(ctx, async (tx) => {
      const inserted = await tx.$executeRaw`
        INSERT INTO idempotency_key (actor_id, route, key, body_hash, created_at)
        VALUES (${id.actorId}::uuid, ${id.route}, ${id.key}, ${bodyHash}, ${ctx.now()})
        ON CONFLICT DO NOTHING`
      if (inserted === 0)
        return storedAnswer(await tx.idempotencyKey.findUnique({ where: { actorId_route_key: id } }), bodyHash)

      const answer = await settled(() => work({ ...ctx, db: tx }))
      await tx.idempotencyKey.update({
        where: { actorId_route_key: id },
        // Sealed: the answer may hold a one-time link or what a doctor wrote.
        data: { status: answer.status, sealedBody: sealText(answerKey(), JSON.stringify(answer.body)) },
        select: { key: true },
      })
      return answer
    })
  } catch (error) {
    if (isLockTimeout(error))
      throw new AppError('conflict', 'The same request is still being worked on. Ask again in a moment.')
    throw error
  }
}

function storedAnswer(
  row: { bodyHash: Uint8Array; status: number | null; sealedBody: Uint8Array | null } | null,
  bodyHash: Uint8Array,
): Answer {
  if (!row?.sealedBody || row.status === null)
    throw new AppError('conflict', 'The first request with this key did not finish. Send it again.')
  if (!Buffer.from(row.bodyHash).equals(bodyHash)) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used with another body.')
  }
  return { status: row.status, body: JSON.parse(openText(answerKey(), row.sealedBody)) }
}

async function settled(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    const refused = problemOf(error)
    if (!refused || refused.status === 422) throw error
    return { status: refused.status, body: refused as unknown as Prisma.InputJsonObject } // a Problem is plain JSON
  }
}

function answerKey(): Uint8Array {
  return derivedKey(env().YURAK_FILE_KEY, 'idempotency')
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && /lock timeout|55P03/.test(error.message)
}
