import 'server-only'
import { SubmitCaseInput } from '@/cases/api/inputs'
import type { SubmitCaseResult } from '@/cases/api/views'
import { QUEUE_STATES } from '@/cases/case-state'
import { isPlausibleOnset } from '@/cases/clinical'
import type { Triage } from '@/cases/triage'
import { CASE_CLASSES } from '@/cases/values'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case, Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { savePatient } from '../patients/patient-records'
import { attachFiles, type CaseFileFacts, ownFiles } from './case-files'
import { caseNumber } from './case-number'
import { lockCase, moveCase, recordEvent } from './case-scope'
import { enteredPerson, hasWrongCheckDigit, warningsOf } from './case-warnings'
import { clocksOf, judgeCase } from './judge-case'

/** A nurse sends a case: person, case, files, class, events and trail in one transaction. Nothing about an ECG refuses it. */
export async function submitCase(ctx: Context, rawInput: unknown): Promise<SubmitCaseResult> {
  requirePermission(ctx, 'case.submit')
  const input = SubmitCaseInput.parse(rawInput)
  refuseImplausibleOnset(input.clinical.painOnsetAt, ctx.now())
  return inTransaction(ctx, async (tx) => {
    const files = await ownFiles(tx, ctx, input.fileIds)
    const now = ctx.now()
    const { patient, before } = await savePatient(tx, ctx, input.patient)
    const draft = input.draftId === undefined ? await createDraft(tx, ctx, {}) : await lockCase(tx, ctx, input.draftId)
    // What the nurse took out of the form after its last saving is not sent.
    if (input.draftId !== undefined)
      await tx.caseFile.deleteMany({ where: { caseId: draft.id, fileId: { notIn: input.fileIds } } })
    await attachFiles(tx, ctx, draft.id, files)
    const judged = await judgeCase(tx, ctx, {
      caseId: draft.id,
      isEmergency: input.emergency,
      clinical: input.clinical,
      patient,
      files,
      floor: 'ROUTINE',
    })
    const warnings = warningsOf({
      entered: enteredPerson(input.patient),
      hasWrongCheckDigit: hasWrongCheckDigit(input.patient),
      files,
      filesExpected: input.filesExpected,
      isConfirmed: input.mismatchConfirmed,
      now,
    })
    const change = {
      patientId: patient.id,
      clinical: input.clinical,
      isEmergency: input.emergency,
      filesExpected: files.length > 0 ? 0 : input.filesExpected,
      warnings,
      draft: {},
      submittedAt: now,
      ...clocksOf(judged, input.clinical, now),
    }
    const sent = await moveCase(
      tx,
      ctx,
      draft,
      { event: 'submit', change, detail: { files: files.length, patientBefore: before } },
      { event: 'triage', detail: { class: judged.class, version: judged.version } },
    )
    return receipt(tx, sent, judged, warnings, await findDuplicates(tx, ctx, sent, files))
  })
}

export async function createDraft(tx: Tx, ctx: Context, form: Prisma.InputJsonObject): Promise<Case> {
  const { facilityId } = ctx.actor
  if (facilityId === null) throw new AppError('forbidden', 'Only a facility can send cases.')
  const [place] = await tx.$queryRaw<{ regionCode: string; isDemo: boolean }[]>`
    SELECT f.region_code AS "regionCode", coalesce(i.is_demo, false) AS "isDemo"
    FROM facility f LEFT JOIN installation i ON true WHERE f.id = ${facilityId}::uuid`
  if (!place) throw new AppError('forbidden', 'Only a facility can send cases.')
  const now = ctx.now()
  const draft = await tx.case.create({
    data: {
      state: 'DRAFT',
      class: 'ROUTINE',
      acuity: 0,
      queueKeyAt: now,
      isEmergency: false,
      ...place,
      facilityId,
      createdById: ctx.actor.userId,
      clinical: {},
      draft: form,
      warnings: [],
      createdAt: now,
    },
  })
  await recordEvent(tx, ctx, draft, { type: 'create' })
  await recordAudit(tx, ctx, { action: 'case.create', entityType: 'case', entityId: draft.id })
  return draft
}

export function refuseImplausibleOnset(onsetAt: string | undefined, now: Date): void {
  if (onsetAt === undefined || isPlausibleOnset(new Date(onsetAt), now)) return
  throw new AppError('invalid_input', 'The pain began in the future, or more than seven days ago.', [
    { path: 'clinical.painOnsetAt', code: 'out_of_range' },
  ])
}

async function receipt(
  tx: Tx,
  sent: Case,
  judged: Triage,
  warnings: SubmitCaseResult['warnings'],
  duplicates: string[],
): Promise<SubmitCaseResult> {
  const before = await tx.case.count({
    where: {
      regionCode: sent.regionCode,
      state: { in: [...QUEUE_STATES] },
      OR: [
        { class: { in: CASE_CLASSES.slice(0, CASE_CLASSES.indexOf(sent.class)) } },
        { class: sent.class, queueKeyAt: { lt: sent.queueKeyAt } },
      ],
    },
  })
  return {
    caseId: sent.id,
    number: caseNumber(sent),
    state: sent.state,
    class: sent.class,
    classReasons: [...judged.reasons],
    receivedAt: (sent.submittedAt ?? sent.createdAt).toISOString(),
    queuePlace: before + 1,
    openDueAt: (sent.openDueAt ?? sent.createdAt).toISOString(),
    warnings,
    duplicates,
  }
}

/** The same person or the same bytes within 24 h at this facility: a warning, never a refusal. */
async function findDuplicates(tx: Tx, ctx: Context, sent: Case, files: readonly CaseFileFacts[]): Promise<string[]> {
  const hashes = files.map((file) => file.sha256)
  const rows = await tx.case.findMany({
    where: {
      id: { not: sent.id },
      facilityId: sent.facilityId,
      submittedAt: { gte: new Date(ctx.now().getTime() - 24 * 3_600_000) },
      state: { not: 'CANCELLED' },
      OR: [
        { patientId: sent.patientId },
        ...(hashes.length > 0 ? [{ files: { some: { file: { sha256: { in: hashes } } } } }] : []),
      ],
    },
    select: { id: true },
    take: 20,
    orderBy: { submittedAt: 'desc' },
  })
  return rows.map((row) => row.id)
}
