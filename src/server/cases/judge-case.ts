import 'server-only'
import { z } from 'zod'
import { ageYearsAt } from '@/cases/age'
import { ClassReasonView } from '@/cases/api/views'
import { Clinical } from '@/cases/clinical'
import { dueAt, openDueAt as openDue } from '@/cases/deadlines'
import { queueKeyAt } from '@/cases/queue-order'
import { type ClassReason, type Triage, triage } from '@/cases/triage'
import { type CaseClass, moreUrgent } from '@/cases/values'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import type { Case, Prisma } from '../db/generated/client'
import { type CaseFileFacts, filesOfCase } from './case-files'

/**
 * Computes the class from everything that is known, stores the computation, and answers the columns that
 * follow from it. Software never lowers: the class is at least `floor` (what the case had before).
 */
export async function judgeCase(
  tx: Tx,
  ctx: Context,
  input: {
    readonly caseId: string
    readonly isEmergency: boolean
    readonly clinical: Clinical
    readonly patient: { readonly birthDate: Date | null; readonly ageYears: number | null }
    readonly files: readonly CaseFileFacts[]
    readonly floor: CaseClass
  },
): Promise<Triage> {
  const now = ctx.now()
  const judged = triage({
    isEmergency: input.isEmergency,
    clinical: input.clinical,
    ageYears: ageYearsAt(input.patient.birthDate, input.patient.ageYears, now),
    analysis: analysisOf(input.files),
    now,
  })
  const raised = { ...judged, class: moreUrgent(judged.class, input.floor) }
  await tx.classComputation.create({
    data: {
      caseId: input.caseId,
      at: now,
      version: judged.version,
      inputs: {
        isEmergency: input.isEmergency,
        clinical: input.clinical,
        fileIds: input.files.map((file) => file.id),
        floor: input.floor,
      },
      class: raised.class,
      acuity: raised.acuity,
      reasons: raised.reasons.map((reason) => ({ ...reason })),
    },
    select: { id: true },
  })
  return raised
}

/** The columns that order the queue and set the clocks. */
export function clocksOf(
  judged: { readonly class: CaseClass; readonly acuity: number },
  clinical: Clinical,
  submittedAt: Date,
) {
  return {
    class: judged.class,
    acuity: judged.acuity,
    queueKeyAt: queueKeyAt(judged.class, judged.acuity, submittedAt),
    openDueAt: openDue(judged.class, clinical, submittedAt),
    answerDueAt: dueAt('answer', judged.class, submittedAt),
  } satisfies Prisma.CaseUncheckedUpdateInput
}

/**
 * Judges a sent case again after something was added; answers the columns to change, and whether the class rose
 * for a reason that nobody had seen before: what a cardiologist lowered knowingly does not count as news.
 */
export async function judgeAgain(tx: Tx, ctx: Context, found: Case, clinical: Clinical) {
  const patient = await tx.patient.findUniqueOrThrow({
    where: { id: found.patientId ?? '' },
    select: { birthDate: true, ageYears: true },
  })
  const known = await tx.classComputation.findMany({ where: { caseId: found.id }, select: { reasons: true } })
  const judged = await judgeCase(tx, ctx, {
    caseId: found.id,
    isEmergency: found.isEmergency,
    clinical,
    patient,
    files: await filesOfCase(tx, found.id),
    floor: found.class,
  })
  const knownReasons = z.array(ClassReasonView).parse(known.flatMap((row) => row.reasons))
  const isNews = (reason: ClassReason) =>
    !knownReasons.some((one) => one.code === reason.code && one.class === reason.class && one.value === reason.value)
  return {
    judged,
    columns: clocksOf(judged, clinical, found.submittedAt ?? found.createdAt),
    hasRisen:
      judged.class !== found.class && judged.reasons.some((reason) => reason.class === judged.class && isNews(reason)),
  }
}

export function clinicalOf(found: Case): Clinical {
  return Clinical.parse(found.clinical)
}

/** The worst class that an assessment gave; `none` while any ECG, or all of them, has no assessment. */
function analysisOf(files: readonly CaseFileFacts[]): 'none' | { recordingClass: CaseClass } {
  const classes = files.map((file) => file.recording?.assessments[0]?.recordingClass)
  if (classes.length === 0 || classes.includes(undefined)) return 'none'
  return { recordingClass: classes.reduce<CaseClass>((worst, one) => moreUrgent(worst, one ?? 'URGENT'), 'ROUTINE') }
}
