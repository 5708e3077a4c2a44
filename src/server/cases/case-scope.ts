import 'server-only'
import { type CaseEventType, type CaseState, nextState } from '@/cases/case-state'
import { recordAudit } from '../audit/record-audit'
import { type Context, SYSTEM_USER_ID } from '../context'
import type { Tx } from '../db/client'
import type { Case, Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { ladderColumns } from '../escalation/ladder-columns'

const NOBODY: Prisma.CaseWhereInput = { id: '00000000-0000-0000-0000-000000000000' }

/** Which cases a person may see. Every query and every verb starts here; what lies outside does not exist for them. */
export function visibleCases(ctx: Context): Prisma.CaseWhereInput {
  const { role, facilityId, regionCodes } = ctx.actor
  if (role === 'nurse' && facilityId !== null) return { facilityId }
  if (role === 'cardiologist' || role === 'coordinator') {
    const regions = { in: [...regionCodes] }
    // A case that the ladder opened to a neighbour belongs to both.
    return {
      OR: [{ regionCode: regions }, { poolRegionCode: regions }],
      state: { not: 'DRAFT' },
      submittedAt: { not: null },
    }
  }
  return NOBODY
}

/**
 * The case, locked until the transaction ends, so that verbs on one case happen one after another.
 * Throws `not_found` for what lies outside the actor's scope.
 */
export async function lockCase(tx: Tx, ctx: Context, caseId: string): Promise<Case> {
  await tx.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${caseId}::uuid FOR UPDATE`
  const found = await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleCases(ctx)] } })
  if (!found) throw new AppError('not_found', 'There is no such case, or it is not yours to see.')
  return found
}

/** A case that was sent, locked. A draft has no clocks, no class and no person yet: it is changed by saving it again. */
export async function lockSentCase(tx: Tx, ctx: Context, caseId: string): Promise<Case> {
  const found = await lockCase(tx, ctx, caseId)
  if (found.submittedAt === null) throw new AppError('conflict', 'This case was not sent yet: save its draft instead.')
  return found
}

/** The state that the event leads to; `conflict` when the table of case-state.ts does not know the move. */
export function stateAfter(state: CaseState, event: CaseEventType): CaseState {
  const next = nextState(state, event)
  if (!next) throw new AppError('conflict', `This is not possible while the case is ${state}.`)
  return next
}

export type Move = {
  readonly event: CaseEventType
  /** Beside the state; what does not change is left out. */
  readonly change?: Prisma.CaseUncheckedUpdateInput
  readonly detail?: Prisma.InputJsonObject
}

/** Steps of a case's life: the new state, an event and an audit row for each, in the caller's transaction. */
export async function moveCase(tx: Tx, ctx: Context, found: Case, ...moves: readonly Move[]): Promise<Case> {
  let state = found.state
  const steps = moves.map((move) => {
    const from = state
    state = stateAfter(from, move.event)
    return { move, from, to: state }
  })
  const change = Object.assign({}, ...moves.map((move) => move.change)) as Prisma.CaseUncheckedUpdateInput // its parts are
  const ladder = await ladderColumns(tx, found, { ...change, state })
  const moved = await tx.case.update({ where: { id: found.id }, data: { ...change, ...ladder, state } })
  await recordEvent(
    tx,
    ctx,
    moved,
    ...steps.map(({ move, to }) => ({ type: move.event, detail: move.detail ?? {}, stateAfter: to })),
  )
  await recordAudit(
    tx,
    ctx,
    ...steps.map(({ move, from, to }) => ({
      action: `case.${move.event}`,
      entityType: 'case',
      entityId: found.id,
      detail: { from, to },
    })),
  )
  return moved
}

type NewEvent = { readonly type: string; readonly detail?: Prisma.InputJsonObject; readonly stateAfter?: CaseState }

/** What happened to a case, in order. The live channel learns of it from a trigger on the table. */
export async function recordEvent(tx: Tx, ctx: Context, at: Case, ...events: readonly NewEvent[]): Promise<void> {
  await tx.caseEvent.createMany({
    data: events.map(({ type, detail = {}, stateAfter: state = at.state }) => ({
      caseId: at.id,
      type,
      at: ctx.now(),
      actorId: ctx.actor.userId === SYSTEM_USER_ID ? null : ctx.actor.userId,
      stateAfter: state,
      facilityId: at.facilityId,
      regionCode: at.regionCode,
      detail,
    })),
  })
}
