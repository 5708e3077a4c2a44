import 'server-only'
import { z } from 'zod'
import { EmptyInput } from '@/cases/api/inputs'
import type { ClaimNextResult } from '@/cases/api/views'
import { claimOrder, type Queued } from '@/cases/queue-order'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { type Case, Prisma } from '../db/generated/client'
import { takeCase } from './claim-case'

/** Of each tier: more readers than these never press the key at the same moment. */
const CANDIDATES = 80
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
    const waiting = await waitingCases(tx, ctx)
    const claims = await lastClaims(tx, ctx)
    const found = await lockFirstFree(tx, claimOrder(waiting, claims, ctx.now()))
    return { case: found === null ? null : await takeCase(tx, ctx, found) }
  })
}

/** The head of each tier in its order, and the oldest ROUTINE ones, which the quota asks for; a neighbour's among them. */
async function waitingCases(tx: Tx, ctx: Context): Promise<Queued[]> {
  const regions = [...ctx.actor.regionCodes]
  const head = (scope: Prisma.Sql, itsClass: CaseClass, order: Prisma.Sql) => Prisma.sql`(
    SELECT id, class, acuity, submitted_at FROM referral_case
    WHERE ${scope} AND state = 'TRIAGED' AND class = ${itsClass}::"CaseClass" ORDER BY ${order} LIMIT ${CANDIDATES})`
  const byKey = Prisma.sql`queue_key_at, submitted_at, id`
  const heads = [Prisma.sql`region_code = ANY(${regions})`, Prisma.sql`pool_region_code = ANY(${regions})`].flatMap(
    (scope) => [
      ...CASE_CLASSES.map((itsClass) => head(scope, itsClass, byKey)),
      head(scope, 'ROUTINE', Prisma.sql`submitted_at`),
    ],
  )
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
