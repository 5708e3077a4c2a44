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
import { caseNumber } from './case-number'
import { moveCase, recordEvent, visibleCases } from './case-scope'
import { enteredPerson, hasWrongCheckDigit, warningsOf } from './case-warnings'
import { clocksOf, judgeCase } from './judge-case'

/** A nurse sends a case: person, case, files, class, events and trail in one transaction. Nothing about an ECG refuses it. */
export async function submitCase(ctx: Context, rawInput: unknown): Promise<SubmitCaseResult> {
  requirePermission(ctx, 'case.submit')
  const input = SubmitCaseInput.parse(rawInput)
  refuseImplausibleOnset(input.clinical.painOnsetAt, ctx.now())
  return inTransaction(ctx, async (tx) => {
    await requireOwnFiles(tx, ctx, input.fileIds)
    const now = ctx.now()
    const patient = await savePatient(tx, ctx, input.patient)
    const draft = await startDraft(tx, ctx, input.draftId)
    await tx.caseFile.createMany({
      data: input.fileIds.map((fileId) => ({ caseId: draft.id, fileId, addedAt: now, addedById: ctx.actor.userId })),
      skipDuplicates: true,
    })
    const judged = await judgeCase(tx, ctx, {
      caseId: draft.id,
      isEmergency: input.emergency,
      clinical: input.clinical,
      patient,
      fileIds: input.fileIds,
      submittedAt: now,
      floor: 'ROUTINE',
    })
    const warnings = await warningsOf(tx, {
      entered: enteredPerson(input.patient),
      hasWrongCheckDigit: hasWrongCheckDigit(input.patient),
      fileIds: input.fileIds,
      filesExpected: input.filesExpected,
      isConfirmed: input.mismatchConfirmed,
      now,
    })
    const sent = await moveCase(tx, ctx, draft, {
      event: 'submit',
      change: {
        patientId: patient.id,
        clinical: input.clinical,
        isEmergency: input.emergency,
        filesExpected: input.fileIds.length > 0 ? 0 : input.filesExpected,
        warnings,
        draft: {},
        submittedAt: now,
        ...clocksOf(judged, input.clinical, now),
      },
      detail: { files: input.fileIds.length },
    })
    const triaged = await moveCase(tx, ctx, sent, {
      event: 'triage',
      detail: { class: judged.class, version: judged.version },
    })
    return receipt(tx, triaged, judged, warnings, await findDuplicates(tx, ctx, triaged, input.fileIds))
  })
}

/** The draft that is being sent, or a case that begins now. */
async function startDraft(tx: Tx, ctx: Context, draftId: string | undefined): Promise<Case> {
  if (draftId !== undefined) {
    await tx.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${draftId}::uuid FOR UPDATE`
    const found = await tx.case.findFirst({ where: { AND: [{ id: draftId }, visibleCases(ctx)] } })
    if (!found) throw new AppError('not_found', 'There is no such draft.')
    return found
  }
  return createDraft(tx, ctx, {})
}

export async function createDraft(tx: Tx, ctx: Context, form: Prisma.InputJsonObject): Promise<Case> {
  const { facilityId } = ctx.actor
  if (facilityId === null) throw new AppError('forbidden', 'Only a facility can send cases.')
  const facility = await tx.facility.findUniqueOrThrow({ where: { id: facilityId }, select: { regionCode: true } })
  const installation = await tx.installation.findUnique({ where: { id: 1 }, select: { isDemo: true } })
  const now = ctx.now()
  const draft = await tx.case.create({
    data: {
      state: 'DRAFT',
      class: 'ROUTINE',
      acuity: 0,
      queueKeyAt: now,
      isEmergency: false,
      isDemo: installation?.isDemo ?? false,
      facilityId,
      regionCode: facility.regionCode,
      createdById: ctx.actor.userId,
      clinical: {},
      draft: form,
      warnings: [],
      createdAt: now,
    },
  })
  await recordEvent(tx, ctx, draft, 'create')
  await recordAudit(tx, ctx, { action: 'case.create', entityType: 'case', entityId: draft.id })
  return draft
}

/** Another facility's file is as good as none. */
export async function requireOwnFiles(tx: Tx, ctx: Context, fileIds: readonly string[]): Promise<void> {
  const unique = [...new Set(fileIds)]
  const count = await tx.storedFile.count({ where: { id: { in: unique }, facilityId: ctx.actor.facilityId ?? '' } })
  if (count !== unique.length) {
    throw new AppError('invalid_input', 'A file is not there. Upload it again.', [
      { path: 'fileIds', code: 'file_unknown' },
    ])
  }
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
async function findDuplicates(tx: Tx, ctx: Context, sent: Case, fileIds: readonly string[]): Promise<string[]> {
  const hashes = await tx.storedFile.findMany({ where: { id: { in: [...fileIds] } }, select: { sha256: true } })
  const rows = await tx.case.findMany({
    where: {
      id: { not: sent.id },
      facilityId: sent.facilityId,
      submittedAt: { gte: new Date(ctx.now().getTime() - 24 * 3_600_000) },
      state: { not: 'CANCELLED' },
      OR: [
        { patientId: sent.patientId },
        { files: { some: { file: { sha256: { in: hashes.map((row) => row.sha256) } } } } },
      ],
    },
    select: { id: true },
    take: 20,
    orderBy: { submittedAt: 'desc' },
  })
  return rows.map((row) => row.id)
}
