import 'server-only'
import { ChangeClassInput } from '@/cases/api/inputs'
import { moreUrgent } from '@/cases/values'
import { type Context, inTransaction, requirePermission } from '../context'
import { lockSentCase, moveCase, stateAfter } from './case-scope'
import { resultOf } from './hold'
import { clinicalOf, clocksOf, runningClocks } from './judge-case'

/** Anyone in the case raises its class; only a cardiologist lowers it. Both say why. */
export async function changeClass(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.raise')
  const input = ChangeClassInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockSentCase(tx, ctx, caseId)
    stateAfter(found.state, 'change_class')
    const isLower = input.class !== found.class && moreUrgent(input.class, found.class) === found.class
    if (isLower) requirePermission(ctx, 'case.lower')
    const judged = { class: input.class, acuity: found.acuity }
    await tx.classComputation.create({
      data: {
        caseId,
        at: ctx.now(),
        version: 'person',
        inputs: { byId: ctx.actor.userId, reason: input.reason },
        class: input.class,
        acuity: found.acuity,
        reasons: [{ source: 'person', code: isLower ? 'lowered' : 'raised', class: input.class, value: input.reason }],
      },
    })
    const moved = await moveCase(tx, ctx, found, {
      event: 'change_class',
      change: clocksOf(judged, clinicalOf(found), runningClocks(found)),
      detail: { classBefore: found.class, class: input.class, reason: input.reason },
    })
    return resultOf(moved, ctx.now())
  })
}
