import 'server-only'
import type { SessionView, TokenView } from '@/cases/api/admin-views'
import { type Context, requirePermission } from '../context'

/** The actor's own tokens that still work, newest first. */
export async function listTokens(ctx: Context): Promise<TokenView[]> {
  requirePermission(ctx, 'account.own')
  const rows = await ctx.db.personalToken.findMany({
    where: { userId: ctx.actor.userId, revokedAt: null, expiresAt: { gt: ctx.now() } },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map((row) => ({
    tokenId: row.id,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}

/** The browsers in which the actor is signed in, the asking one first. */
export async function listSessions(ctx: Context): Promise<SessionView[]> {
  requirePermission(ctx, 'account.own')
  const rows = await ctx.db.session.findMany({
    where: { userId: ctx.actor.userId, revokedAt: null, expiresAt: { gt: ctx.now() } },
    orderBy: { createdAt: 'desc' },
  })
  const views = rows.map((row) => ({
    sessionId: row.id,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    userAgent: row.userAgent,
    isCurrent: row.id === ctx.sessionId,
  }))
  return views.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
}
