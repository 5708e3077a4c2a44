import 'server-only'
import type { PersonView } from '@/cases/api/admin-views'
import { regionScope } from '../auth/region-scope'
import { type Context, requirePermission } from '../context'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/** Active ones first, by name. */
export async function listPeople(ctx: Context): Promise<PersonView[]> {
  requirePermission(ctx, 'people.manage')
  const rows = await ctx.db.user.findMany({
    where: visibleTo(ctx),
    include: shownAt(ctx.now()),
    orderBy: [{ isActive: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(viewOf)
}

export async function getPerson(ctx: Context, userId: string): Promise<PersonView> {
  requirePermission(ctx, 'people.manage')
  const row = await ctx.db.user.findFirst({ where: { id: userId, ...visibleTo(ctx) }, include: shownAt(ctx.now()) })
  if (!row) throw new AppError('not_found', 'There is no such person, or this person is not yours to see.')
  return viewOf(row)
}

export async function findPersonNames(ctx: Context, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.user.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function listPersonNames(ctx: Context): Promise<{ userId: string; name: string }[]> {
  const rows = await ctx.db.user.findMany({
    where: visibleTo(ctx),
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ userId: row.id, name: row.name }))
}

/** A regional admin sees those whose facility and regions all lie in the own regions. */
function visibleTo(ctx: Context): Prisma.UserWhereInput {
  const scope = regionScope(ctx)
  if (scope === null) return {}
  return {
    membership: {
      is: {
        OR: [{ facilityId: { not: null } }, { regions: { some: {} } }],
        AND: [{ OR: [{ facilityId: null }, { facility: { is: { regionCode: { in: scope } } } }] }],
        regions: { every: { regionCode: { in: scope } } },
      },
    },
  }
}

function shownAt(now: Date) {
  return {
    membership: {
      include: {
        facility: { select: { name: true } },
        regions: { select: { regionCode: true }, orderBy: { regionCode: 'asc' } },
      },
    },
    sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    links: {
      select: { expiresAt: true },
      where: { usedAt: null, expiresAt: { gt: now } },
      orderBy: { expiresAt: 'desc' },
      take: 1,
    },
  } satisfies Prisma.UserInclude
}

function viewOf(row: Prisma.UserGetPayload<{ include: ReturnType<typeof shownAt> }>): PersonView {
  if (!row.membership) throw new Error(`user ${row.id} has no membership`)
  return {
    userId: row.id,
    email: row.email,
    name: row.name,
    title: row.title,
    phone: row.phone,
    role: row.membership.role,
    facilityId: row.membership.facilityId,
    facilityName: row.membership.facility?.name ?? null,
    regionCodes: row.membership.regions.map((region) => region.regionCode),
    isActive: row.isActive,
    hasPassword: row.passwordHash !== null,
    lastSignInAt: row.sessions[0]?.createdAt.toISOString() ?? null,
    openLinkExpiresAt: row.links[0]?.expiresAt.toISOString() ?? null,
  }
}
