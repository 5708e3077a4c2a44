import 'server-only'
import { AddRecordingsInput } from '@/cases/api/inputs'
import { UNCONFIRMED_STATES } from '@/cases/case-state'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Case, Prisma } from '../db/generated/client'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { storedWarnings, warningsOf } from './case-warnings'
import { resultOf } from './hold'
import { clinicalOf, clocksOf, judgeAgain } from './judge-case'
import { requireOwnFiles } from './submit-case'

/**
 * Another ECG of the case. While nobody has answered, the clock goes on; after an answer the new ECG is a
 * new reading with a clock of its own, in the queue again: the earlier answer stays visible and in force.
 */
export async function addRecordings(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.submit')
  const { fileIds } = AddRecordingsInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    const next = stateAfter(found.state, 'add_recording')
    await requireOwnFiles(tx, ctx, fileIds)
    const now = ctx.now()
    await tx.caseFile.createMany({
      data: fileIds.map((fileId) => ({ caseId, fileId, addedAt: now, addedById: ctx.actor.userId })),
      skipDuplicates: true,
    })
    const isRequeued = next === 'TRIAGED' && found.state !== 'TRIAGED'
    const isNewReading = isRequeued && found.state !== 'RETURNED_FOR_REPEAT'
    const clinical = clinicalOf(found)
    const { judged, columns } = await judgeAgain(tx, ctx, found, clinical)
    const fresh = await freshWarnings(tx, found, fileIds, now)
    const moved = await moveCase(tx, ctx, found, {
      event: 'add_recording',
      change: {
        ...(isNewReading ? { ...clocksOf(judged, clinical, now), submittedAt: now } : columns),
        ...(isRequeued ? NOBODY_READS : {}),
        filesExpected: 0,
        warnings: [...storedWarnings(found.warnings).filter((warning) => warning.code !== 'ecg_on_its_way'), ...fresh],
      },
      detail: {
        fileIds,
        isNewReading,
        wasUnconfirmed: (UNCONFIRMED_STATES as readonly string[]).includes(found.state),
      },
    })
    return resultOf(moved, now)
  })
}

const NOBODY_READS = {
  readerId: null,
  claimedAt: null,
  leaseUntil: null,
  answeredAt: null,
  acknowledgeDueAt: null,
  acknowledgedAt: null,
} satisfies Prisma.CaseUncheckedUpdateInput

async function freshWarnings(tx: Parameters<typeof warningsOf>[0], found: Case, fileIds: readonly string[], now: Date) {
  const patient = await tx.patient.findUniqueOrThrow({ where: { id: found.patientId ?? '' } })
  return warningsOf(tx, {
    entered: {
      pinfl: null,
      passport: patient.passport,
      familyName: patient.familyName,
      givenName: patient.givenName,
      sex: patient.sex,
      birthDate: patient.birthDate?.toISOString().slice(0, 10) ?? null,
    },
    hasWrongCheckDigit: false,
    fileIds,
    filesExpected: 0,
    isConfirmed: false,
    now,
  })
}
