import 'server-only'
import { TileQuery } from '@/cases/api/inputs'
import type { OverviewView } from '@/cases/api/long-views'
import type { Waveform } from '@/ecg/layout/layout-trace'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { LONGEST_WHOLE_MS } from '@/ecg/long/long-limits'
import { joinTiles, tilesOf } from '@/ecg/long/window'
import { decodeSamples } from '@/ecg/samples-codec'
import { recordAudit } from '../audit/record-audit'
import { type Context, requirePermission } from '../context'
import { AppError } from '../errors'
import { visibleFiles } from '../files/file-queries'
import { openOverview, openRun, readTile } from './overview-store'
import { getWaveform, openHeldCase } from './recording-queries'

/** Looks at one recording within this time are one look in the trail: a reader who jumps about makes hundreds. */
const ONE_LOOK_MS = 600_000

/** Where a long recording stands, and once it is ready what there is to see in it; not found for one of less than a minute. */
export async function getOverview(ctx: Context, recordingId: string): Promise<OverviewView> {
  const row = await findOverview(ctx, recordingId)
  if (row.state === 'failed') return { state: 'failed', problem: row.problem ?? 'reader_failed' }
  const ready = readyOf(row)
  if (!ready) return { state: 'preparing', percent: row.percent }
  await recordLook(ctx, recordingId)
  const overview = openOverview(ready.run, ready.sealed)
  return {
    state: 'ready',
    runId: ready.run.runId,
    overview: {
      ...overview,
      leads: [...overview.leads],
      levels: [...overview.levels],
      trend: { ...overview.trend, bpm: [...overview.trend.bpm] },
      events: [...overview.events],
      unusable: [...overview.unusable],
    },
  }
}

/** One tile as compressed integers (`src/ecg/samples-codec.ts`). The holder of a CLAIMED case who asks for samples opens it. */
export async function getTile(ctx: Context, recordingId: string, rawQuery: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const { level, index } = TileQuery.parse(rawQuery)
  const row = await findOverview(ctx, recordingId)
  const ready = readyOf(row)
  if (!ready) throw new AppError('conflict', 'This recording is still being prepared.')
  const tile = await readTile(ctx.db, ready.run, level, index)
  if (!tile) throw new AppError('not_found', 'There is no such tile.')
  await recordLook(ctx, recordingId)
  if (level === 0) await openHeldCase(ctx, row.recording.fileId)
  return tile
}

/** What a page that the server draws shows from an instant on: all samples, or of a long recording those around it. */
export async function getPageWaveform(ctx: Context, recordingId: string, fromMs: number): Promise<Waveform> {
  requirePermission(ctx, 'file.read')
  const row = await visibleOverview(ctx, recordingId)
  if (!row || (row.recording.durationMs ?? 0) <= LONGEST_WHOLE_MS) return getWaveform(ctx, recordingId)
  const ready = readyOf(row)
  if (!ready) throw new AppError('conflict', 'This recording is still being prepared.')
  const { levels, sampleRateHz, sampleCount } = openOverview(ready.run, ready.sealed)
  const grid = { tileSamples: levels[0]?.tileSamples ?? 1, sampleRateHz, sampleCount }
  const { first, last } = tilesOf(grid, fromMs, fromMs + SHOWN_MS)
  const tiles = await Promise.all(
    Array.from({ length: last - first + 1 }, (_, step) => readTile(ctx.db, ready.run, 0, first + step)),
  )
  await recordLook(ctx, recordingId)
  const decoded = tiles.flatMap((tile) => (tile ? [decodeSamples(tile)] : []))
  return joinTiles(decoded, first, grid)
}

async function findOverview(ctx: Context, recordingId: string) {
  requirePermission(ctx, 'file.read')
  const row = await visibleOverview(ctx, recordingId)
  if (!row) throw new AppError('not_found', 'There is no such long recording, or it is not yours to see.')
  return row
}

function visibleOverview(ctx: Context, recordingId: string) {
  return ctx.db.recordingOverview.findFirst({
    where: { recordingId, recording: { file: visibleFiles(ctx) } },
    include: { recording: { select: { fileId: true, durationMs: true } } },
  })
}

function readyOf(row: Awaited<ReturnType<typeof findOverview>>) {
  const { state, runId, wrappedKey, sealed, recordingId } = row
  if (state !== 'ready' || !runId || !wrappedKey || !sealed) return null
  return { run: openRun(recordingId, runId, wrappedKey), sealed }
}

async function recordLook(ctx: Context, recordingId: string): Promise<void> {
  const look = { action: 'recording.read', entityType: 'recording', entityId: recordingId }
  const since = new Date(ctx.now().getTime() - ONE_LOOK_MS)
  const known = await ctx.db.auditEvent.findFirst({
    where: { ...look, actorId: ctx.actor.userId, at: { gt: since } },
    select: { id: true },
  })
  if (!known) await recordAudit(ctx.db, ctx, look)
}
