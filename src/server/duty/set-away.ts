import 'server-only'
import type { DutyResult } from '@/cases/api/duty-views'
import { AwayInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { getDuty } from './duty-queries'
import { keepPresence } from './presence'

/** A reader leaves the desk, or is back: while away nobody counts on them, though their page stays open. */
export async function setAway(ctx: Context, rawInput: unknown): Promise<DutyResult> {
  requirePermission(ctx, 'duty.own')
  const { isAway } = AwayInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    await keepPresence(tx, ctx)
    await tx.presence.update({
      where: { userId: ctx.actor.userId },
      data: { awaySince: isAway ? ctx.now() : null },
    })
    await recordAudit(tx, ctx, {
      action: 'duty.away',
      entityType: 'person',
      entityId: ctx.actor.userId,
      detail: { isAway },
    })
    return getDuty({ ...ctx, db: tx })
  })
}
