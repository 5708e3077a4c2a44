import 'server-only'
import type { Assessed } from '@/ecg/assess'
import { EcgFormatError } from '@/ecg/errors'
import { recordAudit } from '../audit/record-audit'
import { judgeOpenCasesOf } from '../cases/judge-open-cases'
import { type Context, inTransaction, systemContext } from '../context'
import type { Db, Tx } from '../db/client'
import { postgresStore } from '../files/postgres-store'
import type { Enqueue } from '../jobs/boss'
import { assessmentRow } from './assessment-row'
import { newRun, type Run, sealOverview, tileKeeper } from './overview-store'
import { readLong } from './read-long'
import { descriptionOf } from './recording-row'

/** A run that has said nothing for so long died with its worker. */
const STALE_MS = 20_000
const SAYS_EVERY_MS = 1000
/** A recording that ended as many workers is not tried again. */
const MOST_ATTEMPTS = 3

/** Overviews that nobody works on are asked for; asking twice changes nothing. Answers how many. */
export async function enqueueOverviews(database: Db, now: () => Date, enqueue: Enqueue): Promise<number> {
  const rows = await database.recordingOverview.findMany({
    where: { state: 'preparing', OR: [{ aliveAt: null }, { aliveAt: { lt: staleBefore(now()) } }] },
    orderBy: { requestedAt: 'asc' },
    take: 50,
    select: { recordingId: true },
  })
  if (rows.length > 0) await database.$transaction((tx) => enqueue(tx, 'prepare-overview', rows))
  return rows.length
}

/**
 * Overview, tiles and, where there is none yet, the assessment of one long recording. Nothing of it is seen before all
 * of it is there. A run that was overtaken by another one stops and leaves nothing.
 */
export async function prepareOverview(
  database: Db,
  now: () => Date,
  { recordingId }: { readonly recordingId: string },
): Promise<void> {
  const ctx = systemContext(database, now)
  const run = await takeUp(ctx, recordingId)
  if (!run) return
  try {
    await workThrough(ctx, run)
  } catch (error) {
    if (!(error instanceof EcgFormatError)) throw error
    await giveUp(ctx, run, error.code)
  }
}

/** Null where it is ready, has failed, or another run is at it. */
async function takeUp(ctx: Context, recordingId: string): Promise<Run | null> {
  return inTransaction(ctx, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM recording_overview WHERE recording_id = ${recordingId}::uuid FOR UPDATE`
    const row = await tx.recordingOverview.findUnique({ where: { recordingId } })
    if (row?.state !== 'preparing' || (row.aliveAt && row.aliveAt >= staleBefore(ctx.now()))) return null
    await tx.recordingTile.deleteMany({ where: { recordingId } })
    if (row.attempts >= MOST_ATTEMPTS) {
      await tx.recordingOverview.update({
        where: { recordingId },
        data: { state: 'failed', problem: 'reader_failed' },
      })
      return null
    }
    const run = newRun(recordingId)
    const { runId, wrappedKey } = run
    await tx.recordingOverview.update({
      where: { recordingId },
      data: { runId, wrappedKey, percent: 0, attempts: row.attempts + 1, aliveAt: ctx.now() },
    })
    return run
  })
}

async function workThrough(ctx: Context, run: Run): Promise<void> {
  const { db } = ctx
  const { file, fileId, isSynthetic } = await db.recording.findUniqueOrThrow({
    where: { id: run.recordingId },
    select: { fileId: true, isSynthetic: true, file: { select: { sha256: true, description: true } } },
  })
  const content = await postgresStore(db).open(file.sha256)
  if (!content) throw new EcgFormatError('unknown', 'truncated', 'the content of this file is missing')
  const keeper = tileKeeper(db, run)
  let saidAt = ctx.now().getTime()
  const onProgress = async (share: number) => {
    if (ctx.now().getTime() - saidAt < SAYS_EVERY_MS) return
    saidAt = ctx.now().getTime()
    await say(ctx, run, share)
  }
  const task = { want: 'prepared', description: descriptionOf(file) } as const
  const { prepared } = await readLong(content, task, { onTile: keeper.add, onProgress })
  await keeper.done()
  if (!prepared) throw new EcgFormatError('unknown', 'no_waveform', 'the recording holds no samples')
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.recordingOverview.updateMany({
      where: ofRun(run),
      data: { state: 'ready', percent: 100, sealed: sealOverview(run, prepared.overview), aliveAt: ctx.now() },
    })
    if (count === 0) return forgetTiles(tx, run)
    await assessOnce(tx, ctx, { ...run, fileId, isSynthetic }, prepared.assessed)
    await recordAudit(tx, ctx, {
      action: 'recording.prepare',
      entityType: 'recording',
      entityId: run.recordingId,
      detail: { state: 'ready' },
    })
  })
}

/** A recording that was too long to be measured at its upload is measured now, and the cases that hold it judged. */
async function assessOnce(
  tx: Tx,
  ctx: Context,
  { recordingId, fileId, isSynthetic }: { recordingId: string; fileId: string; isSynthetic: boolean },
  assessed: Assessed,
): Promise<void> {
  if ((await tx.assessment.count({ where: { recordingId } })) > 0) return
  await tx.assessment.create({ data: { recordingId, ...assessmentRow(assessed, isSynthetic, ctx.now()) } })
  await judgeOpenCasesOf({ ...ctx, db: tx }, fileId)
}

/** Throws when another run has taken over. */
async function say(ctx: Context, run: Run, share: number): Promise<void> {
  const { count } = await ctx.db.recordingOverview.updateMany({
    where: ofRun(run),
    data: { percent: Math.min(99, Math.floor(share * 100)), aliveAt: ctx.now() },
  })
  if (count > 0) return
  await forgetTiles(ctx.db, run)
  throw new Error('another run has taken over this recording')
}

async function giveUp(ctx: Context, run: Run, problem: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.recordingOverview.updateMany({ where: ofRun(run), data: { state: 'failed', problem } })
    await forgetTiles(tx, run)
    if (count === 0) return
    await recordAudit(tx, ctx, {
      action: 'recording.prepare',
      entityType: 'recording',
      entityId: run.recordingId,
      detail: { state: 'failed', problem },
    })
  })
}

async function forgetTiles(db: Db, { recordingId, runId }: Run): Promise<void> {
  await db.recordingTile.deleteMany({ where: { recordingId, runId } })
}

function ofRun({ recordingId, runId }: Run) {
  return { recordingId, runId, state: 'preparing' } as const
}

function staleBefore(now: Date): Date {
  return new Date(now.getTime() - STALE_MS)
}
