import 'server-only'
import { AddClinicalInput } from '@/cases/api/inputs'
import { mergeClinical } from '@/cases/clinical'
import { type Context, inTransaction, requirePermission } from '../context'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { resultOf } from './hold'
import { clinicalOf, judgeAgain } from './judge-case'
import { refuseImplausibleOnset } from './submit-case'

/** Values that came later. The class may rise with them, never fall. */
export async function addClinical(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.add')
  const change = AddClinicalInput.parse(rawInput)
  refuseImplausibleOnset(change.painOnsetAt, ctx.now())
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'add_clinical')
    const clinical = mergeClinical(clinicalOf(found), change)
    const { judged, columns } = await judgeAgain(tx, ctx, found, clinical)
    const moved = await moveCase(tx, ctx, found, {
      event: 'add_clinical',
      change: { clinical, ...columns },
      detail: { fields: Object.keys(change), classBefore: found.class, class: judged.class },
    })
    return resultOf(moved, ctx.now())
  })
}
