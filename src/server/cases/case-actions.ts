import 'server-only'
import type { CaseAction } from '@/cases/api/views'
import { type CaseEventType, nextState } from '@/cases/case-state'
import { UNDO_MS } from '@/cases/deadlines'
import { can } from '@/cases/permissions'
import type { Context } from '../context'
import type { WholeCase } from './case-view'

/** What this person may do with the case now; the verbs check again, this only decides which buttons are shown. */
export function actionsFor(ctx: Context, row: WholeCase): CaseAction[] {
  const { role, userId } = ctx.actor
  const possible = (event: CaseEventType) => nextState(row.state, event) !== null
  const inReview = row.state === 'CLAIMED' ? 'IN_REVIEW' : row.state
  const isReader = role === 'cardiologist' && row.readerId === userId
  const isNurse = role === 'nurse'
  const isSent = row.state !== 'DRAFT'
  const hasCancelRequest = row.events.some((event) => event.type === 'request_cancel')
  const rules: readonly (readonly [CaseAction, boolean])[] = [
    ['claim', role === 'cardiologist' && possible('claim')],
    ['release', isReader && possible('release')],
    ['verdict', isReader && nextState(inReview, 'recommend') !== null],
    ['withdraw', isReader && possible('withdraw_verdict') && isUndoable(ctx, row)],
    ['report', isReader && nextState(inReview, 'sign_report') !== null],
    ['acknowledge', isNurse && possible('acknowledge')],
    ['outcome', can(role, 'case.close') && possible('close')],
    ['addRecording', isNurse && isSent && possible('add_recording')],
    ['addClinical', can(role, 'case.add') && isSent && possible('add_clinical')],
    ['raiseClass', can(role, 'case.raise') && isSent && row.class !== 'EMERGENT' && possible('change_class')],
    ['lowerClass', can(role, 'case.lower') && row.class !== 'ROUTINE' && possible('change_class')],
    ['changePatient', can(role, 'patient.change') && isSent && possible('change_patient')],
    ['cancel', isNurse && possible('cancel') && !hasCancelRequest],
    ['confirmCancel', !isNurse && can(role, 'case.cancel') && possible('cancel') && hasCancelRequest],
  ]
  return rules.flatMap(([action, isAllowed]) => (isAllowed ? [action] : []))
}

function isUndoable(ctx: Context, row: WholeCase): boolean {
  const verdict = row.verdicts.find((one) => one.withdrawnAt === null)
  return verdict?.byId === ctx.actor.userId && ctx.now().getTime() - verdict.at.getTime() <= UNDO_MS
}
