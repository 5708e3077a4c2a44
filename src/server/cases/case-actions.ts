import 'server-only'
import type { CaseAction } from '@/cases/api/views'
import { type CaseEventType, isEnded, nextState } from '@/cases/case-state'
import { UNDO_MS } from '@/cases/deadlines'
import { can, type Permission } from '@/cases/permissions'
import type { Context } from '../context'
import type { WholeCase } from './case-view'

/** What this person may do with the case now; the verbs check again, this only decides which buttons are shown. */
export function actionsFor(ctx: Context, row: WholeCase): CaseAction[] {
  const rules = [...readerRules(ctx, row), ...facilityRules(ctx, row), ...sharedRules(ctx, row)]
  return rules.flatMap(([action, isAllowed]) => (isAllowed ? [action] : []))
}

type Rule = readonly [action: CaseAction, isAllowed: boolean]

function readerRules(ctx: Context, row: WholeCase): readonly Rule[] {
  if (ctx.actor.role !== 'cardiologist') return []
  const inReview = row.state === 'CLAIMED' ? 'IN_REVIEW' : row.state
  const isReader = row.readerId === ctx.actor.userId
  return [
    ['claim', nextState(row.state, 'claim') !== null],
    ['handOver', isReader && nextState(row.state, 'hand_over') !== null],
    ['release', isReader && nextState(row.state, 'release') !== null],
    ['verdict', isReader && nextState(inReview, 'recommend') !== null],
    ['withdraw', isReader && nextState(row.state, 'withdraw_verdict') !== null && isUndoable(ctx, row)],
    ['report', isReader && !isSigned(row) && nextState(inReview, 'sign_report') !== null],
    ['amend', isAuthor(ctx, row) && nextState(row.state, 'amend_report') !== null],
    [
      'answerOverride',
      row.overrides.some(({ answeredAt, askedById }) => !answeredAt && askedById !== ctx.actor.userId),
    ],
  ]
}

function facilityRules(ctx: Context, row: WholeCase): readonly Rule[] {
  if (ctx.actor.role !== 'nurse') return []
  return [
    ['acknowledge', nextState(row.state, 'acknowledge') !== null || owesConfirmation(ctx, row)],
    ['addRecording', isSent(row) && nextState(row.state, 'add_recording') !== null],
    ['cancel', nextState(row.state, 'cancel') !== null && !hasCancelRequest(row)],
  ]
}

function sharedRules(ctx: Context, row: WholeCase): readonly Rule[] {
  const may = (permission: Permission, event: CaseEventType) =>
    can(ctx.actor.role, permission) && isSent(row) && nextState(row.state, event) !== null
  return [
    ['outcome', may('case.close', 'close')],
    ['addClinical', may('case.add', 'add_clinical')],
    ['raiseClass', row.class !== 'EMERGENT' && may('case.raise', 'change_class')],
    ['lowerClass', row.class !== 'ROUTINE' && may('case.lower', 'change_class')],
    ['changePatient', may('patient.change', 'change_patient')],
    ['handOver', ctx.actor.role === 'coordinator' && nextState(row.state, 'hand_over') !== null],
    ['measure', can(ctx.actor.role, 'case.measure') && isSent(row) && !isEnded(row.state)],
    ['confirmCancel', ctx.actor.role !== 'nurse' && hasCancelRequest(row) && may('case.cancel', 'cancel')],
  ]
}

function isSent(row: WholeCase): boolean {
  return row.state !== 'DRAFT'
}

/** The answer in force is a signed report: only an amendment changes it. */
function isSigned({ answeredAt, reports }: WholeCase): boolean {
  return answeredAt !== null && reports.some(({ signedAt }) => signedAt !== null && signedAt >= answeredAt)
}

/** Of the signed report that is in force. */
function isAuthor(ctx: Context, row: WholeCase): boolean {
  return row.reports.find(({ signedAt }) => signedAt !== null)?.byId === ctx.actor.userId
}

function owesConfirmation(ctx: Context, row: WholeCase): boolean {
  return row.reportReaders.some(({ userId, confirmedAt }) => userId === ctx.actor.userId && confirmedAt === null)
}

function hasCancelRequest(row: WholeCase): boolean {
  return row.events.some((event) => event.type === 'request_cancel')
}

function isUndoable(ctx: Context, row: WholeCase): boolean {
  const verdict = row.verdicts.find((one) => one.withdrawnAt === null)
  return verdict?.byId === ctx.actor.userId && ctx.now().getTime() - verdict.at.getTime() <= UNDO_MS
}
