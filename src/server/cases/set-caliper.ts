import 'server-only'
import { SetCaliperInput } from '@/cases/api/calipers'
import { isEnded } from '@/cases/case-state'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { lockSentCase, recordEvent } from './case-scope'
import { resultOf } from './hold'

/** More than anybody measures; a program that runs wild stops here. */
const MOST_ENTRIES = 2000

/**
 * Sets, moves or takes away a caliper on an ECG of the case. Each step is a row of its own, so that nothing is lost and
 * everything can be undone; only who set a caliper moves it.
 */
export async function setCaliper(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.measure')
  const { recordingId, caliperId, caliper } = SetCaliperInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockSentCase(tx, ctx, caseId)
    if (isEnded(found.state)) throw new AppError('conflict', 'The case is closed: nothing is measured on it any more.')
    await requireRecording(tx, caseId, recordingId)
    await requireOwn(tx, ctx, { caseId, caliperId, recordingId })
    await tx.caliperEntry.create({
      data: {
        caseId,
        recordingId,
        caliperId,
        content: caliper ?? Prisma.DbNull,
        byId: ctx.actor.userId,
        at: ctx.now(),
      },
    })
    await recordEvent(tx, ctx, found, { type: 'measure', detail: { recordingId, caliperId } })
    await recordAudit(tx, ctx, {
      action: caliper ? 'caliper.set' : 'caliper.remove',
      entityType: 'case',
      entityId: caseId,
      detail: { recordingId, caliperId },
    })
    return resultOf(found, ctx.now())
  })
}

async function requireRecording(tx: Tx, caseId: string, recordingId: string): Promise<void> {
  const file = await tx.caseFile.findFirst({ where: { caseId, file: { recording: { id: recordingId } } } })
  if (!file) throw new AppError('not_found', 'There is no such ECG in this case.')
}

type Place = { readonly caseId: string; readonly caliperId: string; readonly recordingId: string }

async function requireOwn(tx: Tx, ctx: Context, { caseId, caliperId, recordingId }: Place): Promise<void> {
  const first = await tx.caliperEntry.findFirst({ where: { caliperId }, orderBy: { seq: 'asc' } })
  if (first && (first.caseId !== caseId || first.recordingId !== recordingId))
    throw new AppError('conflict', 'This caliper lies on another ECG.')
  if (first && first.byId !== ctx.actor.userId)
    throw new AppError('forbidden', 'Somebody else set this caliper: set one of your own.')
  if ((await tx.caliperEntry.count({ where: { caseId } })) >= MOST_ENTRIES)
    throw new AppError('conflict', 'No more calipers fit on this case.')
}
