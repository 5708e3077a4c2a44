import 'server-only'
import { SubmitCaseInput } from '@/cases/api/inputs'
import type { SubmitCaseResult } from '@/cases/api/sending-views'
import { QUEUE_STATES } from '@/cases/case-state'
import { isPlausibleOnset } from '@/cases/clinical'
import type { Triage } from '@/cases/triage'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { type Case, Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { savePatient } from '../patients/patient-records'
import { attachFiles, type CaseFileFacts, ownFiles } from './case-files'
import { caseNumber } from './case-number'
import { lockCase, type Move, moveCase } from './case-scope'
import { enteredPerson, hasWrongCheckDigit, warningsOf } from './case-warnings'
import { clocksOf, judgeCase, newClocks } from './judge-case'

/** A nurse sends a case: person, case, files, class, events and trail in one transaction. Nothing about an ECG refuses it. */
export async function submitCase(ctx: Context, rawInput: unknown): Promise<SubmitCaseResult> {
  requirePermission(ctx, 'case.submit')
  const input = SubmitCaseInput.parse(rawInput)
  refuseImplausibleOnset(input.clinical.painOnsetAt, ctx.now())
  return inTransaction(ctx, async (tx) => {
    const files = await ownFiles(tx, ctx, input.fileIds)
    const now = ctx.now()
    const { patient, before } = await savePatient(tx, ctx, input.patient)
    const { draftId } = input
    const draft = draftId === undefined ? await insertDraft(tx, ctx) : await lockCase(tx, ctx, draftId)
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
      ...clocksOf(judged, input.clinical, newClocks(now)),
    }
    const sent = await moveCase(
      tx,
      ctx,
      draft,
      ...(draftId === undefined ? [CREATE] : []),
      { event: 'submit', change, detail: { files: files.length, patientBefore: before } },
      { event: 'triage', detail: { class: judged.class, version: judged.version } },
    )
    return receipt(sent, judged, warnings, await surroundings(tx, ctx, sent, files))
  })
}

const CREATE: Move = { event: 'create' }

/** An empty draft with its first event. */
export async function createDraft(tx: Tx, ctx: Context): Promise<Case> {
  return moveCase(tx, ctx, await insertDraft(tx, ctx), CREATE)
}

async function insertDraft(tx: Tx, ctx: Context): Promise<Case> {
  const { facilityId } = ctx.actor
  if (facilityId === null) throw new AppError('forbidden', 'Only a facility can send cases.')
  const [place] = await tx.$queryRaw<{ regionCode: string; isDemo: boolean }[]>`
    SELECT f.region_code AS "regionCode", coalesce(i.is_demo, false) AS "isDemo"
    FROM facility f LEFT JOIN installation i ON true WHERE f.id = ${facilityId}::uuid`
  if (!place) throw new AppError('forbidden', 'Only a facility can send cases.')
  const now = ctx.now()
  return tx.case.create({
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
      draft: {},
      warnings: [],
      createdAt: now,
    },
  })
}

export function refuseImplausibleOnset(onsetAt: string | undefined, now: Date): void {
  if (onsetAt === undefined || isPlausibleOnset(new Date(onsetAt), now)) return
  throw new AppError('invalid_input', 'The pain began in the future, or more than seven days ago.', [
    { path: 'clinical.painOnsetAt', code: 'out_of_range' },
  ])
}

function receipt(
  sent: Case,
  judged: Triage,
  warnings: SubmitCaseResult['warnings'],
  { queuePlace, duplicates }: Surroundings,
): SubmitCaseResult {
  return {
    caseId: sent.id,
    number: caseNumber(sent),
    state: sent.state,
    class: sent.class,
    classReasons: [...judged.reasons],
    receivedAt: (sent.submittedAt ?? sent.createdAt).toISOString(),
    queuePlace,
    openDueAt: (sent.openDueAt ?? sent.createdAt).toISOString(),
    warnings,
    duplicates,
  }
}

type Surroundings = { readonly queuePlace: number; readonly duplicates: string[] }

/**
 * The place in the region's queue, and cases of the same person or the same bytes within 24 h at this facility:
 * a warning, never a refusal. PostgreSQL orders the class as it is declared, most urgent first.
 */
async function surroundings(tx: Tx, ctx: Context, sent: Case, files: readonly CaseFileFacts[]): Promise<Surroundings> {
  const hashes = files.map((file) => Prisma.sql`${file.sha256}`)
  const sameBytes =
    hashes.length === 0
      ? Prisma.sql`false`
      : Prisma.sql`EXISTS (SELECT 1 FROM case_file x JOIN stored_file s ON s.id = x.file_id WHERE x.case_id = c.id AND s.sha256 IN (${Prisma.join(hashes)}))`
  const since = new Date(ctx.now().getTime() - 24 * 3_600_000)
  const [row] = await tx.$queryRaw<Surroundings[]>`
    SELECT
      (SELECT count(*)::int + 1 FROM referral_case c
        WHERE c.region_code = ${sent.regionCode} AND c.state IN (${Prisma.join(QUEUE_STATES.map((state) => Prisma.sql`${state}::"CaseState"`))})
          AND (c.class, c.queue_key_at) < (${sent.class}::"CaseClass", ${sent.queueKeyAt}::timestamptz)) AS "queuePlace",
      ARRAY(SELECT c.id FROM referral_case c
        WHERE c.facility_id = ${sent.facilityId}::uuid AND c.created_at >= ${since} AND c.submitted_at IS NOT NULL AND c.state <> 'CANCELLED'
          AND c.id <> ${sent.id}::uuid AND (c.patient_id = ${sent.patientId}::uuid OR ${sameBytes})
        ORDER BY c.submitted_at DESC LIMIT 20) AS duplicates`
  return row ?? { queuePlace: 1, duplicates: [] }
}
