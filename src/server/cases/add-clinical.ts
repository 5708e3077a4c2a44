import 'server-only'
import { AddClinicalInput } from '@/cases/api/inputs'
import { nextState } from '@/cases/case-state'
import { mergeClinical } from '@/cases/clinical'
import { type Context, inTransaction, requirePermission } from '../context'
import { NOBODY_READS } from './add-recordings'
import { lockSentCase, moveCase, stateAfter } from './case-scope'
import { resultOf } from './hold'
import { clinicalOf, clocksOf, judgeAgain, newClocks } from './judge-case'
import { refuseImplausibleOnset } from './submit-case'

/**
 * Values that came later. The class may rise with them, never fall. When it rises after an answer, somebody
 * has to look again: the case goes back to the queue as a new reading with a clock of its own.
 */
export async function addClinical(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.add')
  const change = AddClinicalInput.parse(rawInput)
  refuseImplausibleOnset(change.painOnsetAt, ctx.now())
  return inTransaction(ctx, async (tx) => {
    const found = await lockSentCase(tx, ctx, caseId)
    stateAfter(found.state, 'add_clinical')
    const clinical = mergeClinical(clinicalOf(found), change)
    const { judged, columns, hasRisen } = await judgeAgain(tx, ctx, found, clinical)
    const now = ctx.now()
    const moved = await moveCase(
      tx,
      ctx,
      found,
      {
        event: 'add_clinical',
        change: { clinical, ...columns },
        detail: { fields: Object.keys(change), classBefore: found.class, class: judged.class },
      },
      ...(hasRisen && nextState(found.state, 'triage') !== null
        ? [
            {
              event: 'triage' as const,
              change: { ...clocksOf(judged, clinical, newClocks(now)), ...NOBODY_READS },
              detail: { class: judged.class, version: judged.version, isNewReading: true },
            },
          ]
        : []),
    )
    return resultOf(moved, now)
  })
}
