import 'server-only'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import { regionScope } from '../auth/region-scope'
import { countOpenCases } from '../cases/count-open-cases'
import { type Context, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { Prisma } from '../db/generated/client'
import { AppError } from '../errors'

const SHOWN = {
  region: { select: { nameUz: true } },
  district: { select: { nameUz: true } },
  centre: { select: { name: true } },
  backupCentre: { select: { name: true } },
  _count: { select: { memberships: { where: { user: { isActive: true } } } } },
} satisfies Prisma.FacilityInclude
type ShownFacility = Prisma.FacilityGetPayload<{ include: typeof SHOWN }>

/** Active ones first, by region and name. */
export async function listFacilities(ctx: Context): Promise<FacilityView[]> {
  requirePermission(ctx, 'facility.manage')
  const [rows, openCases] = await Promise.all([
    ctx.db.facility.findMany({
      where: visibleTo(ctx),
      include: SHOWN,
      orderBy: [{ isActive: 'desc' }, { regionCode: 'asc' }, { name: 'asc' }],
    }),
    countOpenCases(ctx.db),
  ])
  return rows.map((row) => viewOf(row, openCases.get(row.id) ?? 0))
}

export async function getFacility(ctx: Context, facilityId: string): Promise<FacilityView> {
  requirePermission(ctx, 'facility.manage')
  const row = await ctx.db.facility.findFirst({ where: { id: facilityId, ...visibleTo(ctx) }, include: SHOWN })
  if (!row) throw new AppError('not_found', 'There is no such facility, or it is not yours to see.')
  const openCases = await countOpenCases(ctx.db, facilityId)
  return viewOf(row, openCases.get(row.id) ?? 0)
}

/** The regions that the actor may place facilities and people in, with their districts. */
export async function listRegions(ctx: Context): Promise<RegionView[]> {
  requirePermission(ctx, 'facility.manage')
  const scope = regionScope(ctx)
  const rows = await ctx.db.region.findMany({
    where: scope === null ? {} : { code: { in: scope } },
    include: { districts: { orderBy: { nameUz: 'asc' } } },
    orderBy: { nameUz: 'asc' },
  })
  return rows.map((row) => ({
    code: row.code,
    name: row.nameUz,
    districts: row.districts.map((district) => ({ code: district.code, name: district.nameUz })),
  }))
}

/** Held until the transaction ends: nobody joins a facility while it is being deactivated, and the reverse. */
export async function lockFacility(tx: Tx, facilityId: string, strength: 'change' | 'keep'): Promise<boolean> {
  const lock = strength === 'change' ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR SHARE`
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM facility WHERE id = ${facilityId}::uuid ${lock}`
  return rows.length > 0
}

/** Where facilities are, for the check of a person's membership and of a centre. */
export async function findPlaces(
  tx: Tx,
  facilityIds: readonly string[],
): Promise<{ id: string; regionCode: string; type: FacilityView['type']; isActive: boolean }[]> {
  return tx.facility.findMany({
    where: { id: { in: [...facilityIds] } },
    select: { id: true, regionCode: true, type: true, isActive: true },
  })
}

/** Ids and names for the audit list, which shows every facility that acted. */
export async function listFacilityIds(ctx: Context, regionCodes: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.facility.findMany({ where: { regionCode: { in: [...regionCodes] } }, select: { id: true } })
  return rows.map((row) => row.id)
}

export async function findFacilityNames(
  ctx: Context,
  facilityIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.facility.findMany({
    where: { id: { in: [...facilityIds] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map((row) => [row.id, row.name]))
}

function visibleTo(ctx: Context): Prisma.FacilityWhereInput {
  const scope = regionScope(ctx)
  return scope === null ? {} : { regionCode: { in: scope } }
}

function viewOf(row: ShownFacility, openCaseCount: number): FacilityView {
  return {
    facilityId: row.id,
    name: row.name,
    type: row.type,
    regionCode: row.regionCode,
    regionName: row.region.nameUz,
    districtCode: row.districtCode,
    districtName: row.district?.nameUz ?? null,
    address: row.address,
    phone: row.phone,
    travelMinutes: row.travelMinutes,
    centreId: row.centreId,
    centreName: row.centre?.name ?? null,
    backupCentreId: row.backupCentreId,
    backupCentreName: row.backupCentre?.name ?? null,
    isActive: row.isActive,
    peopleCount: row._count.memberships,
    openCaseCount,
  }
}
