import 'server-only'
import type { z } from 'zod'
import type { AuditItem } from '@/cases/api/admin-views'
import { AuditQuery } from '@/cases/api/inputs'
import { regionScope } from '../auth/region-scope'
import { type Context, requirePermission } from '../context'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { findFacilityNames, listFacilityIds } from '../facilities/facility-queries'
import { findPersonNames, listPersonNames } from '../users/user-queries'
import { recordAudit } from './record-audit'

export type AuditList = { items: AuditItem[]; nextCursor: string | null }

/** The trail, newest first. Reading it leaves a row of its own. */
export async function listAudit(ctx: Context, rawQuery: z.input<typeof AuditQuery>): Promise<AuditList> {
  requirePermission(ctx, 'audit.read')
  const query = AuditQuery.parse(rawQuery)
  await recordAudit(ctx.db, ctx, {
    action: 'audit.read',
    entityType: 'audit',
    entityId: 'list',
    detail: filtersOf(query),
  })

  const rows = await ctx.db.auditEvent.findMany({
    where: { AND: [await visibleTo(ctx), wanted(query), after(query.cursor)] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: query.limit + 1,
  })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const nextCursor = rows.length > query.limit && last ? `${last.at.toISOString()}_${last.id}` : null
  return { items: await withNames(ctx, shown), nextCursor }
}

/** Whom the list can be filtered by. */
export async function listAuditActors(ctx: Context): Promise<{ userId: string; name: string }[]> {
  requirePermission(ctx, 'audit.read')
  return listPersonNames(ctx)
}

/** A noun (`case`) means every action on it, a whole action (`case.claim`) that one. */
function wanted({ action, actorId, from, to }: z.infer<typeof AuditQuery>): Prisma.AuditEventWhereInput {
  return {
    ...(action ? { action: action.includes('.') ? action : { startsWith: `${action}.` } } : {}),
    ...(actorId ? { actorId } : {}),
    at: { ...(from ? { gte: new Date(from) } : {}), ...(to ? { lt: new Date(to) } : {}) },
  }
}

function after(cursor: string | undefined): Prisma.AuditEventWhereInput {
  if (!cursor) return {}
  const [, instant, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (!instant || !id)
    throw new AppError('invalid_input', 'The cursor is not one of ours.', [{ path: 'cursor', code: 'invalid' }])
  const at = new Date(instant)
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }
}

/** A regional reader sees what was done at the facilities of the own regions, and by the own self. */
async function visibleTo(ctx: Context): Promise<Prisma.AuditEventWhereInput> {
  const scope = regionScope(ctx)
  if (scope === null) return {}
  return { OR: [{ facilityId: { in: await listFacilityIds(ctx, scope) } }, { actorId: ctx.actor.userId }] }
}

function filtersOf({ action, actorId, from, to, cursor }: z.infer<typeof AuditQuery>): Prisma.InputJsonObject {
  return {
    ...(action ? { action } : {}),
    ...(actorId ? { actorId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

type AuditRow = Prisma.AuditEventGetPayload<object>

async function withNames(ctx: Context, rows: readonly AuditRow[]): Promise<AuditItem[]> {
  const [people, facilities] = await Promise.all([
    findPersonNames(ctx, idsOf(rows, 'actorId')),
    findFacilityNames(ctx, idsOf(rows, 'facilityId')),
  ])
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actorName: row.actorId === null ? null : (people.get(row.actorId) ?? null),
    actorRole: row.actorRole,
    action: row.action,
    entityType: row.entityType,
    entityId: row.entityId,
    facilityName: row.facilityId === null ? null : (facilities.get(row.facilityId) ?? null),
    // The cast is safe: recordAudit writes objects only.
    detail: row.detail as AuditItem['detail'],
  }))
}

function idsOf(rows: readonly AuditRow[], field: 'actorId' | 'facilityId'): string[] {
  return [...new Set(rows.flatMap((row) => row[field] ?? []))]
}
