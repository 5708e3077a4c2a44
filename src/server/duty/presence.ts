import 'server-only'
import type { Context } from '../context'
import type { Db } from '../db/client'

/** The person did something: they are there. Throws nothing away that they said about being away. */
export async function keepPresence(tx: Db, ctx: Context): Promise<void> {
  await keepPresenceOf(tx, [ctx.actor.userId], ctx.now())
}

/** The pages of these people are open and connected. One statement for all streams of a process. */
export async function keepPresenceOf(tx: Db, userIds: readonly string[], now: Date): Promise<void> {
  if (userIds.length === 0) return
  // In the order of their ids: two processes that speak of the same people never wait for each other in a circle.
  await tx.$executeRaw`
    INSERT INTO presence (user_id, seen_at)
    SELECT DISTINCT id, ${now}::timestamptz FROM unnest(${[...userIds]}::uuid[]) AS id ORDER BY id
    ON CONFLICT (user_id) DO UPDATE SET seen_at = greatest(presence.seen_at, excluded.seen_at)`
}
