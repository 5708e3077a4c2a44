import 'server-only'
import type { z } from 'zod'
import type { LadderResult } from '@/cases/api/duty-views'
import { SetLadderInput } from '@/cases/api/inputs'
import { DEFAULT_LADDER, RegionLadder } from '@/cases/ladder'
import { recordAudit } from '../audit/record-audit'
import { regionScope } from '../auth/region-scope'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Db } from '../db/client'
import { AppError } from '../errors'

/** The ladder of a region: its own, else that of clinical.md C4. */
export async function ladderOf(tx: Db, regionCode: string): Promise<RegionLadder> {
  const own = await newestEntry(tx, regionCode)
  return own === null ? DEFAULT_LADDER : RegionLadder.parse(own.ladder)
}

function newestEntry(tx: Db, regionCode: string) {
  return tx.regionLadderEntry.findFirst({ where: { regionCode }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
}

export async function getLadder(ctx: Context, regionCode: string): Promise<z.infer<typeof LadderResult>> {
  requirePermission(ctx, 'ladder.read')
  await requireRegion(ctx, ctx.db, regionCode)
  const own = await newestEntry(ctx.db, regionCode)
  return {
    regionCode,
    ladder: own === null ? DEFAULT_LADDER : RegionLadder.parse(own.ladder),
    isOwn: own !== null,
    changedAt: own?.at.toISOString() ?? null,
  }
}

/** A region's own minutes, from now on. Cases that wait already are looked at again at once; no rung runs twice. */
export async function setLadder(ctx: Context, regionCode: string, rawInput: unknown) {
  requirePermission(ctx, 'ladder.manage')
  const { ladder, reason } = SetLadderInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    await requireRegion(ctx, tx, regionCode)
    const entry = await tx.regionLadderEntry.create({
      data: { regionCode, ladder, reason, byId: ctx.actor.userId, at: ctx.now() },
    })
    await tx.case.updateMany({
      where: { regionCode, state: { notIn: ['CLOSED', 'CANCELLED'] } },
      data: { nextRungAt: ctx.now() },
    })
    await recordAudit(tx, ctx, {
      action: 'ladder.set',
      entityType: 'region',
      entityId: entry.id,
      detail: { regionCode },
    })
    return getLadder({ ...ctx, db: tx }, regionCode)
  })
}

/** A coordinator's own regions; an admin's whole country, or the regions that limit him. */
async function requireRegion(ctx: Context, tx: Db, regionCode: string): Promise<void> {
  const scope = ctx.actor.role === 'admin' ? regionScope(ctx) : ctx.actor.regionCodes
  const isOwn = scope === null || scope.includes(regionCode)
  const found = isOwn ? await tx.region.findUnique({ where: { code: regionCode } }) : null
  if (!found) throw new AppError('not_found', 'There is no such region, or it is not yours.')
}
