import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { z } from 'zod'
import type { Actor, Context } from '../context'
import { db } from '../db/client'
import { Prisma } from '../db/generated/client'
import { env, isSecureBase } from '../env'
import { AppError } from '../errors'
import { secretHash, TOKEN_PREFIX } from './secrets'

/** `__Host-` binds the cookie to this host, whole path, https only; a browser refuses it on plain http, where only localhost is served. */
export function sessionCookieName(): string {
  return isSecureBase() ? '__Host-yurak-session' : 'yurak-session'
}

/** The context of an API request: a personal token or a browser's session, checked in the database every time. */
export async function readContext(request: Request): Promise<Context | null> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer !== undefined) return contextOfToken(bearer)
  const ctx = await contextOfCookie()
  if (ctx && request.method !== 'GET') refuseForeignOrigin(request)
  return ctx
}

/** The context of a page, or the sign-in page, which leads back. */
export async function requireContext(): Promise<Context> {
  const ctx = await contextOfCookie()
  if (ctx) return ctx
  const wanted = (await headers()).get('x-yurak-path')
  redirect(wanted && wanted !== '/' ? `/sign-in?next=${encodeURIComponent(wanted)}` : '/sign-in')
}

/** Once for a page and everything on it; a route of the API asks once anyway. */
export const contextOfCookie = cache(async (): Promise<Context | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value
  if (!cookie) return null
  const token = await decode({ token: cookie, secret: env().YURAK_SESSION_SECRET }).catch(() => null)
  const sid = z.string().min(40).safeParse(token?.sid)
  if (!sid.success) return null
  const row = await findActor(Prisma.sql`
    session s ON s.user_id = u.id AND s.token_hash = ${secretHash(sid.data)} AND s.revoked_at IS NULL AND s.expires_at > now()`)
  return row ? { actor: row.actor, db: db(), now: () => new Date(), sessionId: row.credentialId } : null
})

async function contextOfToken(token: string): Promise<Context | null> {
  if (!token.startsWith(TOKEN_PREFIX)) return null
  const row = await findActor(
    Prisma.sql`
    personal_token s ON s.user_id = u.id AND s.token_hash = ${secretHash(token)} AND s.revoked_at IS NULL AND s.expires_at > now()`,
    LAST_USED_IS_STALE,
  )
  if (!row) return null
  if (row.isStale)
    await db().personalToken.update({ where: { id: row.credentialId }, data: { lastUsedAt: new Date() } })
  return { actor: row.actor, db: db(), now: () => new Date(), sessionId: null, tokenId: row.credentialId }
}

/** Whether what the context was made from still holds: for streams, which outlive the request that opened them. */
export async function isStillSignedIn(ctx: Context): Promise<boolean> {
  const credential = ctx.sessionId
    ? Prisma.sql`session s ON s.user_id = u.id AND s.id = ${ctx.sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > now()`
    : Prisma.sql`personal_token s ON s.user_id = u.id AND s.id = ${ctx.tokenId ?? null}::uuid AND s.revoked_at IS NULL AND s.expires_at > now()`
  return (await findActor(credential)) !== null
}

/** "Last used" is for people to recognise a token: once a minute is enough. */
const LAST_USED_IS_STALE = Prisma.sql`(s.last_used_at IS NULL OR s.last_used_at < now() - interval '1 minute')`

type ActorRow = Actor & { readonly credentialId: string; readonly isStale: boolean }

/** One statement: on every request this is the guard, so it must be quick. */
async function findActor(
  credential: Prisma.Sql,
  isStale = Prisma.sql`false`,
): Promise<{ actor: Actor; credentialId: string; isStale: boolean } | null> {
  const rows = await db().$queryRaw<ActorRow[]>(Prisma.sql`
    SELECT s.id AS "credentialId", ${isStale} AS "isStale", u.id AS "userId", u.name, u.title, u.email, m.role::text AS role,
           m.facility_id AS "facilityId", f.name AS "facilityName", f.phone AS "facilityPhone", c.phone AS "centrePhone",
           ARRAY(SELECT region_code FROM membership_region r WHERE r.user_id = u.id ORDER BY 1) AS "regionCodes",
           ARRAY(SELECT g.name_uz FROM membership_region r JOIN region g ON g.code = r.region_code WHERE r.user_id = u.id ORDER BY r.region_code) AS "regionNames"
    FROM app_user u JOIN membership m ON m.user_id = u.id JOIN ${credential}
    LEFT JOIN facility f ON f.id = m.facility_id LEFT JOIN facility c ON c.id = f.centre_id
    WHERE u.is_active`)
  const [row] = rows
  if (!row) return null
  const { credentialId, isStale: isStaleNow, ...actor } = row
  return { actor, credentialId, isStale: isStaleNow }
}

/** A cookie comes along by itself, so a write that another site started is refused. */
function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const isForeign =
    origin !== null ? !isOwnOrigin(origin, request.headers.get('host')) : site === 'cross-site' || site === 'same-site'
  if (isForeign) throw new AppError('forbidden', 'This request came from another site.')
}

function isOwnOrigin(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(env().YURAK_BASE_URL).origin)
}
