import 'server-only'
import { AddRecordingsInput } from '@/cases/api/inputs'
import { UNCONFIRMED_STATES } from '@/cases/case-state'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case, Prisma } from '../db/generated/client'
import { knownPerson } from '../patients/patient-records'
import { attachFiles, type CaseFileFacts, ownFiles } from './case-files'
import { lockSentCase, moveCase, stateAfter } from './case-scope'
import { storedWarnings, warningsOf } from './case-warnings'
import { resultOf } from './hold'
import { clinicalOf, clocksOf, judgeAgain, newClocks } from './judge-case'

/**
 * Another ECG of the case. While nobody has answered, the clock goes on; after an answer the new ECG is a
 * new reading with a clock of its own, in the queue again: the earlier answer stays visible and in force.
 */
export async function addRecordings(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.submit')
  const { fileIds } = AddRecordingsInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockSentCase(tx, ctx, caseId)
    const next = stateAfter(found.state, 'add_recording')
    const files = await ownFiles(tx, ctx, fileIds)
    const now = ctx.now()
    await attachFiles(tx, ctx, caseId, files)
    const isRequeued = next === 'TRIAGED' && found.state !== 'TRIAGED'
    const isNewReading = isRequeued && found.state !== 'RETURNED_FOR_REPEAT'
    const clinical = clinicalOf(found)
    const { judged, columns } = await judgeAgain(tx, ctx, found, clinical)
    const fresh = await freshWarnings(tx, found, files, now)
    const moved = await moveCase(tx, ctx, found, {
      event: 'add_recording',
      change: {
        ...(isNewReading ? clocksOf(judged, clinical, newClocks(now)) : columns),
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

/** A case that waits for a reader again: whose answer it had is written in its events. */
export const NOBODY_READS = {
  readerId: null,
  claimedAt: null,
  leaseUntil: null,
  pageSeenAt: null,
  answeredAt: null,
  acknowledgeDueAt: null,
  acknowledgedAt: null,
} satisfies Prisma.CaseUncheckedUpdateInput

async function freshWarnings(tx: Tx, found: Case, files: readonly CaseFileFacts[], now: Date) {
  const patient = await tx.patient.findUniqueOrThrow({ where: { id: found.patientId ?? '' } })
  return warningsOf({
    entered: knownPerson(patient),
    hasWrongCheckDigit: false,
    files,
    filesExpected: 0,
    isConfirmed: false,
    now,
  })
}
