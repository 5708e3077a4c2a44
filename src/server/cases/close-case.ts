import 'server-only'
import { OutcomeInput } from '@/cases/api/inputs'
import { type Context, inTransaction, requirePermission } from '../context'
import { lockCase, moveCase } from './case-scope'
import { resultOf } from './hold'

/** What became of the person. Only an outcome closes a case. */
export async function closeCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.close')
  const { outcome, note } = OutcomeInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    const now = ctx.now()
    const moved = await moveCase(tx, ctx, found, {
      event: 'close',
      change: { outcome, endedAt: now, leaseUntil: null },
      detail: { outcome, note: note ?? null },
    })
    return resultOf(moved, now)
  })
}
