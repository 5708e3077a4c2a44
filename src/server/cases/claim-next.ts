import 'server-only'
import { z } from 'zod'
import { EmptyInput } from '@/cases/api/inputs'
import type { ClaimNextResult } from '@/cases/api/views'
import { claimOrder, isQuotaDue, type Queued } from '@/cases/queue-order'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { type Case, Prisma } from '../db/generated/client'
import { takeCase } from './claim-case'

/** Of each tier: first as many as readers press the key at the same moment, then, where all of those are being taken, more. */
const CANDIDATES = [16, 200] as const
/** EMERGENT ones among them do not count: a few more than the quota looks at. */
const LAST_CLAIMS = 24

/**
 * The next case of the reader's regions, claimed: one winner each, whoever asks at the same time. A case that another
 * reader is just taking is passed over, never waited for. `case` is null when nobody waits.
 */
export async function claimNext(ctx: Context, rawInput: unknown): Promise<ClaimNextResult> {
  requirePermission(ctx, 'case.read-ecg')
  EmptyInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const claims = await lastClaims(tx, ctx)
    for (const candidates of CANDIDATES) {
      const waiting = await waitingCases(tx, ctx, claims, candidates)
      const found = await lockFirstFree(tx, claimOrder(waiting, claims, ctx.now()))
      if (found) return { case: await takeCase(tx, ctx, found) }
      if (waiting.length < candidates) break
    }
    return { case: null }
  })
}

/** The head of each tier in its order, a neighbour's among them; where the quota is due, the longest waiting ROUTINE ones too. */
async function waitingCases(tx: Tx, ctx: Context, claims: readonly CaseClass[], candidates: number): Promise<Queued[]> {
  const regions = [...ctx.actor.regionCodes]
  const columns = Prisma.sql`id, class, acuity, submitted_at`
  // Each region and class by itself: so the index has them in order, and no more is read than is wanted.
  const heads = [Prisma.sql`region_code`, Prisma.sql`pool_region_code`].flatMap((region) => {
    const inOrder = Prisma.sql`
      SELECT head.* FROM unnest(${regions}::text[]) AS wanted_region (code), unnest(${[...CASE_CLASSES]}::"CaseClass"[]) AS wanted (class),
        LATERAL (SELECT ${columns} FROM referral_case WHERE ${region} = wanted_region.code AND class = wanted.class AND state = 'TRIAGED'
          ORDER BY queue_key_at, submitted_at, id LIMIT ${candidates}) AS head`
    const longest = Prisma.sql`(
      SELECT ${columns} FROM referral_case WHERE ${region} = ANY(${regions}) AND class = 'ROUTINE' AND state = 'TRIAGED'
      ORDER BY submitted_at LIMIT ${candidates})`
    return isQuotaDue(claims) ? [inOrder, longest] : [inOrder]
  })
  return tx.$queryRaw<Queued[]>`
    SELECT DISTINCT id, class::text, acuity, submitted_at AS "submittedAt" FROM (${Prisma.join(heads, ' UNION ALL ')}) head`
}

/** Classes of the regions' newest claims, newest first. */
async function lastClaims(tx: Tx, ctx: Context): Promise<CaseClass[]> {
  const rows = await tx.caseEvent.findMany({
    where: { type: 'claim', regionCode: { in: [...ctx.actor.regionCodes] } },
    orderBy: { seq: 'desc' },
    take: LAST_CLAIMS,
    select: { detail: true },
  })
  const Detail = z.object({ class: z.enum(CASE_CLASSES) })
  return rows.flatMap(({ detail }) => Detail.safeParse(detail).data?.class ?? [])
}

/** The first of them that nobody is just taking. */
async function lockFirstFree(tx: Tx, order: readonly Queued[]): Promise<Case | null> {
  const ids = order.map(({ id }) => id)
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN referral_case c USING (id)
    WHERE c.state = 'TRIAGED' ORDER BY wanted.place LIMIT 1 FOR UPDATE OF c SKIP LOCKED`
  return locked ? tx.case.findUniqueOrThrow({ where: { id: locked.id } }) : null
}
