import 'server-only'
import { z } from 'zod'
import { ageYearsAt } from '@/cases/age'
import { ClassReasonView } from '@/cases/api/views'
import { Clinical } from '@/cases/clinical'
import { dueAt, openDueAt as openDue } from '@/cases/deadlines'
import { queueKeyAt } from '@/cases/queue-order'
import type { RulePatient } from '@/cases/rule-context'
import { type ClassReason, type Triage, triage } from '@/cases/triage'
import { type CaseClass, moreUrgent } from '@/cases/values'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import type { Case, Prisma } from '../db/generated/client'
import { type CaseFileFacts, filesOfCase } from './case-files'
import { judgeRecordings } from './judge-recordings'

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
    readonly patient: RulePatient & { readonly id: string }
    readonly files: readonly CaseFileFacts[]
    readonly floor: CaseClass
    /** What a cardiologist knew when lowering the class: it raises the class no more. */
    readonly settled?: readonly ClassReason[]
  },
): Promise<Triage> {
  const now = ctx.now()
  const { recordings, findings } = await judgeRecordings(tx, { ...input, now })
  const judged = triage({
    isEmergency: input.isEmergency,
    clinical: input.clinical,
    ageYears: ageYearsAt(input.patient.birthDate, input.patient.ageYears, now),
    recordings,
    now,
  })
  const { settled = [] } = input
  const counting = judged.reasons.filter((reason) => !isKnown(reason, settled))
  const raised = { ...judged, class: counting.reduce((worst, reason) => moreUrgent(worst, reason.class), input.floor) }
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
      // Plain values by construction (`rule.ts`), which the type of a JSON column cannot see.
      findings: findings as unknown as Prisma.InputJsonArray,
    },
    select: { id: true },
  })
  return raised
}

/** Since when a person waits, and since when for the present answer: "cannot" starts the second anew, not the first. */
type Clocks = { readonly submittedAt: Date; readonly clockStartedAt: Date }

/** The columns that order the queue and set the clocks. */
export function clocksOf(
  judged: { readonly class: CaseClass; readonly acuity: number },
  clinical: Clinical,
  { submittedAt, clockStartedAt }: Clocks,
) {
  return {
    submittedAt,
    clockStartedAt,
    class: judged.class,
    acuity: judged.acuity,
    queueKeyAt: queueKeyAt(judged.class, judged.acuity, submittedAt),
    openDueAt: openDue(judged.class, clinical, clockStartedAt),
    answerDueAt: dueAt('answer', judged.class, clockStartedAt),
  } satisfies Prisma.CaseUncheckedUpdateInput
}

export function runningClocks(found: Pick<Case, 'submittedAt' | 'clockStartedAt' | 'createdAt'>): Clocks {
  const submittedAt = found.submittedAt ?? found.createdAt
  return { submittedAt, clockStartedAt: found.clockStartedAt ?? submittedAt }
}

/** Both clocks begin now. */
export function newClocks(now: Date): Clocks {
  return { submittedAt: now, clockStartedAt: now }
}

/**
 * Judges a sent case again after something was added; answers the columns to change, and whether the class rose
 * for a reason that nobody had seen before: what a cardiologist lowered knowingly does not count as news.
 */
export async function judgeAgain(tx: Tx, ctx: Context, found: Case, clinical: Clinical) {
  const patient = await tx.patient.findUniqueOrThrow({
    where: { id: found.patientId ?? '' },
    select: { id: true, sex: true, birthDate: true, ageYears: true },
  })
  const earlier = await tx.classComputation.findMany({
    where: { caseId: found.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { reasons: true },
  })
  const known = earlier.map((row) => z.array(ClassReasonView).parse(row.reasons))
  const loweredAt = known.findLastIndex((reasons) => reasons.some((reason) => reason.code === 'lowered'))
  const judged = await judgeCase(tx, ctx, {
    caseId: found.id,
    isEmergency: found.isEmergency,
    clinical,
    patient,
    files: await filesOfCase(tx, found.id),
    floor: found.class,
    settled: known.slice(0, loweredAt + 1).flat() as ClassReason[], // parsed, but for `exactOptionalPropertyTypes`
  })
  const isNews = (reason: ClassReason) => !isKnown(reason, known.flat() as ClassReason[])
  return {
    judged,
    columns: clocksOf(judged, clinical, runningClocks(found)),
    hasRisen:
      judged.class !== found.class && judged.reasons.some((reason) => reason.class === judged.class && isNews(reason)),
  }
}

function isKnown(reason: ClassReason, known: readonly ClassReason[]): boolean {
  return known.some((one) => one.code === reason.code && one.class === reason.class && one.value === reason.value)
}

export function clinicalOf(found: Case): Clinical {
  return Clinical.parse(found.clinical)
}
