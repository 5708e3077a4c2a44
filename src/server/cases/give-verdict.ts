import 'server-only'
import { VerdictInput } from '@/cases/api/inputs'
import type { CaseEventType } from '@/cases/case-state'
import { dueAt } from '@/cases/deadlines'
import type { Verdict } from '@/cases/values'
import { type Context, inTransaction, requirePermission } from '../context'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { requireHolder, resultOf } from './hold'
import { openIfClaimed } from './open-case'

const EVENT: Readonly<Record<Verdict, CaseEventType>> = {
  act_now: 'recommend',
  no_emergency: 'recommend',
  repeat: 'request_repeat',
}

/** The reader's first word, one key: the nurse sees it at once, the signed report may follow. */
export async function giveVerdict(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const { verdict, note, fence } = VerdictInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state === 'CLAIMED' ? 'IN_REVIEW' : found.state, EVENT[verdict])
    requireHolder(ctx, found, fence)
    const opened = await openIfClaimed(tx, ctx, found)
    const now = ctx.now()
    const entry = await tx.verdictEntry.create({
      data: { caseId, verdict, note: note ?? null, byId: ctx.actor.userId, at: now },
    })
    const moved = await moveCase(tx, ctx, opened, {
      event: EVENT[verdict],
      change:
        verdict === 'repeat'
          ? { leaseUntil: dueAt('repeat', found.class, now), repeatAskedAt: now }
          : { leaseUntil: null, answeredAt: now, acknowledgeDueAt: dueAt('acknowledge', found.class, now) },
      detail: { verdict, verdictId: entry.id },
    })
    return resultOf(moved, now, { verdictId: entry.id })
  })
}
