import 'server-only'
import { ChangePatientInput } from '@/cases/api/inputs'
import { type Context, inTransaction, requirePermission } from '../context'
import { savePatient } from '../patients/patient-records'
import { filesOfCase } from './case-files'
import { lockSentCase, moveCase, stateAfter } from './case-scope'
import { enteredPerson, hasWrongCheckDigit, storedWarnings, warningsOf } from './case-warnings'
import { resultOf } from './hold'
import { clinicalOf, judgeAgain } from './judge-case'

/** The unknown person got a name, or the wrong one was corrected. The case moves to that person; the old link stays in the event. */
export async function changePatient(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'patient.change')
  const input = ChangePatientInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockSentCase(tx, ctx, caseId)
    stateAfter(found.state, 'change_patient')
    const { patient, before } = await savePatient(tx, ctx, input.patient)
    const files = await filesOfCase(tx, caseId)
    const differences = warningsOf({
      entered: enteredPerson(input.patient),
      hasWrongCheckDigit: hasWrongCheckDigit(input.patient),
      files,
      filesExpected: found.filesExpected,
      isConfirmed: true,
      now: found.submittedAt ?? found.createdAt,
    })
    const isOnItsWay = storedWarnings(found.warnings).some((warning) => warning.code === 'ecg_on_its_way')
    const { columns } = await judgeAgain(tx, ctx, { ...found, patientId: patient.id }, clinicalOf(found))
    const moved = await moveCase(tx, ctx, found, {
      event: 'change_patient',
      change: {
        patientId: patient.id,
        ...columns,
        warnings: differences.filter((warning) => warning.code !== 'ecg_on_its_way' || isOnItsWay),
      },
      detail: { patientBefore: found.patientId, patientId: patient.id, valuesBefore: before, reason: input.reason },
    })
    return resultOf(moved, ctx.now())
  })
}
