import 'server-only'
import { FavouriteInput, type FavouritesResult } from '@/cases/api/report-views'
import { isPrimary, statementOf } from '@/cases/report/statements'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'

/** The statements that a reader marked for himself, the newest first. */
export async function listFavourites(ctx: Context): Promise<FavouritesResult> {
  requirePermission(ctx, 'case.read-ecg')
  const rows = await ctx.db.statementFavourite.findMany({
    where: { userId: ctx.actor.userId },
    orderBy: [{ at: 'desc' }, { code: 'asc' }],
    select: { code: true },
  })
  return { codes: rows.map(({ code }) => code) }
}

export async function markFavourite(ctx: Context, rawInput: unknown): Promise<FavouritesResult> {
  requirePermission(ctx, 'case.read-ecg')
  const { code, isFavourite } = FavouriteInput.parse(rawInput)
  const statement = statementOf(code)
  if (!statement || !isPrimary(statement)) throw new AppError('not_found', 'There is no such statement.')
  const { userId } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const where = { userId_code: { userId, code } }
    const at = ctx.now()
    if (isFavourite) await tx.statementFavourite.upsert({ where, create: { userId, code, at }, update: { at } })
    else await tx.statementFavourite.deleteMany({ where: { userId, code } })
    await recordAudit(tx, ctx, {
      action: 'account.favourite',
      entityType: 'user',
      entityId: userId,
      detail: { code, isFavourite },
    })
  })
  return listFavourites(ctx)
}
