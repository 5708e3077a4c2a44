import 'server-only'
import { isStillDue, LADDERS, RUNG_ACTIONS, type RungAction } from '@/cases/ladder'
import { recordAudit } from '../audit/record-audit'
import { recordEvent } from '../cases/case-scope'
import { type Context, inTransaction, systemContext } from '../context'
import type { Db, Tx } from '../db/client'
import type { Case, Escalation } from '../db/generated/client'
import { secondReader } from '../duty/duty-queries'
import type { JobData } from '../jobs/boss'
import type { StoredEscalation } from './ladder-columns'

/**
 * A rung of a case's ladder: who is called stands in an event, which the live channel carries to their pages. Asked for
 * twice, it runs once; asked for too late (somebody has answered), it is marked as skipped. After a standstill several
 * rungs are owed at once and workers take them in any order: those that were due before this one run before it.
 */
export async function runRung(database: Db, now: () => Date, { escalationId }: JobData['run-rung']): Promise<void> {
  const ctx = systemContext(database, now)
  await inTransaction(ctx, async (tx) => {
    const asked = await tx.escalation.findUnique({ where: { id: escalationId } })
    if (!asked) return
    await tx.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${asked.caseId}::uuid FOR UPDATE`
    const owed = await tx.escalation.findMany({
      where: { caseId: asked.caseId, ranAt: null, skippedAt: null, dueAt: { lte: asked.dueAt } },
      orderBy: [{ dueAt: 'asc' }, { step: 'asc' }],
    })
    for (const rung of owed) await runOwed(tx, ctx, rung)
  })
}

async function runOwed(tx: Tx, ctx: Context, rung: Escalation): Promise<void> {
  const found = await tx.case.findUniqueOrThrow({ where: { id: rung.caseId } })
  const known = knownRung(rung)
  const isDue = known !== null && isStillDue(found, { ...known, since: rung.since })
  if (isDue) await climb(tx, ctx, found, rung, known)
  await tx.escalation.update({
    where: { id: rung.id },
    data: isDue ? { ranAt: ctx.now() } : { skippedAt: ctx.now() },
  })
}

type Known = Pick<StoredEscalation, 'ladder' | 'step' | 'action'>

/** A rung of a version of the ladder that this code does not know is skipped rather than guessed. */
function knownRung({ ladder, step, action }: Escalation): Known | null {
  const knownLadder = LADDERS.find((one) => one === ladder)
  const knownAction = RUNG_ACTIONS.find((one) => one === action)
  return knownLadder && knownAction ? { ladder: knownLadder, step, action: knownAction } : null
}

async function climb(tx: Tx, ctx: Context, found: Case, rung: Escalation, known: Known): Promise<void> {
  const stored: StoredEscalation = { ...known, at: ctx.now().toISOString(), since: rung.since.toISOString() }
  const pool = known.action === 'neighbour_pool' ? await neighbourOf(tx, found) : null
  const moved = await tx.case.update({
    where: { id: found.id },
    data: { escalation: stored, ...(pool === null ? {} : { poolRegionCode: pool }) },
  })
  const calls = await calledByName(tx, ctx, found, known.action)
  await recordEvent(tx, ctx, moved, {
    type: 'escalate',
    detail: { ...known, calls, dueAt: rung.dueAt.toISOString() },
  })
  await recordAudit(tx, ctx, {
    action: 'case.escalate',
    entityType: 'case',
    entityId: found.id,
    detail: { ladder: known.ladder, step: known.step, action: known.action },
  })
}

/** Nobody by name: everybody whose part the action is. */
async function calledByName(tx: Tx, ctx: Context, found: Case, action: RungAction): Promise<string[]> {
  if (action !== 'second_reader') return []
  const reader = await secondReader(tx, ctx, found)
  return reader === null ? [] : [reader]
}

/** The region of the centre that stands in for the facility's own, else the region's neighbour. */
async function neighbourOf(tx: Tx, found: Case): Promise<string | null> {
  const facility = await tx.facility.findUniqueOrThrow({
    where: { id: found.facilityId },
    select: { backupCentre: { select: { regionCode: true } }, region: { select: { neighbourCode: true } } },
  })
  const backup = facility.backupCentre?.regionCode
  return backup !== undefined && backup !== found.regionCode ? backup : facility.region.neighbourCode
}
