import 'server-only'
import { z } from 'zod'
import { EmptyInput } from '@/cases/api/inputs'
import type { ClaimNextResult } from '@/cases/api/views'
import { compareQueued, nextInQueue, type Queued } from '@/cases/queue-order'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { visibleCases } from './case-scope'
import { takeCase } from './claim-case'

const CANDIDATES = 200
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
    let waiting = await waitingCases(tx, ctx)
    const claims = await lastClaims(tx, ctx)
    for (;;) {
      const next = nextInQueue(waiting, claims, ctx.now())
      if (next === null) return { case: null }
      const found = await lockIfFree(tx, next.id)
      if (found) return { case: await takeCase(tx, ctx, found) }
      waiting = waiting.filter((one) => one.id !== next.id)
    }
  })
}

/** The head of each tier in its order, and the oldest ROUTINE ones, which the quota asks for. */
async function waitingCases(tx: Tx, ctx: Context): Promise<Queued[]> {
  const select = { id: true, class: true, acuity: true, submittedAt: true } as const
  const waits = { AND: [visibleCases(ctx), { state: 'TRIAGED' as const }] }
  const tiers = await Promise.all([
    ...CASE_CLASSES.map((itsClass) =>
      tx.case.findMany({
        where: { ...waits, class: itsClass },
        orderBy: [{ queueKeyAt: 'asc' }, { submittedAt: 'asc' }, { id: 'asc' }],
        take: CANDIDATES,
        select,
      }),
    ),
    tx.case.findMany({
      where: { ...waits, class: 'ROUTINE' },
      orderBy: { submittedAt: 'asc' },
      take: CANDIDATES,
      select,
    }),
  ])
  const unique = new Map(tiers.flat().map((row) => [row.id, row]))
  return [...unique.values()]
    .map((row) => ({ ...row, submittedAt: row.submittedAt ?? ctx.now() }))
    .toSorted(compareQueued)
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

async function lockIfFree(tx: Tx, id: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM referral_case WHERE id = ${id}::uuid AND state = 'TRIAGED' FOR UPDATE SKIP LOCKED`
  return locked.length === 0 ? null : tx.case.findUniqueOrThrow({ where: { id } })
}
