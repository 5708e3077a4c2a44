import 'server-only'
import type { DutyReader, DutyRegion, DutyResult } from '@/cases/api/duty-views'
import { LEASED_STATES } from '@/cases/case-state'
import { PRESENT_MS } from '@/cases/deadlines'
import { caseNumber } from '../cases/case-number'
import { type Context, requirePermission } from '../context'
import type { Db } from '../db/client'
import { type Case, Prisma } from '../db/generated/client'

const presentSince = (now: Date) => new Date(now.getTime() - PRESENT_MS)

/** Regions where a reader who counts is there: those that the coordinator has named, or everybody where nobody is named. */
export const ATTENDED_REGIONS = (now: Date) => Prisma.sql`
  SELECT r.region_code FROM membership_region r
    JOIN membership m ON m.user_id = r.user_id AND m.role = 'cardiologist'
    JOIN app_user u ON u.id = r.user_id AND u.is_active
    JOIN presence p ON p.user_id = r.user_id AND p.away_since IS NULL AND p.seen_at >= ${presentSince(now)}::timestamptz
  WHERE NOT EXISTS (SELECT 1 FROM duty d WHERE d.region_code = r.region_code)
     OR EXISTS (SELECT 1 FROM duty d WHERE d.region_code = r.region_code AND d.user_id = r.user_id)`

/** Who reads in the regions of the person who asks, who is there, and what they read. */
export async function getDuty(ctx: Context): Promise<DutyResult> {
  requirePermission(ctx, 'duty.read')
  const codes = [...ctx.actor.regionCodes]
  const [regions, people, duties, held] = await Promise.all([
    ctx.db.region.findMany({
      where: { code: { in: codes } },
      include: { neighbour: { select: { code: true, nameUz: true } } },
      orderBy: { code: 'asc' },
    }),
    readersOf(ctx.db, codes),
    ctx.db.duty.findMany({ where: { regionCode: { in: codes } } }),
    ctx.db.case.findMany({
      where: { regionCode: { in: codes }, state: { in: [...LEASED_STATES] } },
      select: { id: true, number: true, createdAt: true, readerId: true, claimedAt: true },
    }),
  ])
  const now = ctx.now()
  return {
    serverAt: now.toISOString(),
    regions: regions.map((region): DutyRegion => {
      const named = new Set(duties.filter((one) => one.regionCode === region.code).map((one) => one.userId))
      const readers = people
        .filter((person) => person.regionCodes.includes(region.code))
        .map((person): DutyReader => readerView(person, named.has(person.id), held, now))
      const counting = readers.filter((reader) => named.size === 0 || reader.isOnDuty)
      const lastSeenAt =
        counting
          .flatMap((reader) => reader.seenAt ?? [])
          .toSorted()
          .at(-1) ?? null
      return {
        regionCode: region.code,
        name: region.nameUz,
        neighbour: region.neighbour ? { regionCode: region.neighbour.code, name: region.neighbour.nameUz } : null,
        emptySince: counting.some(isThere) ? null : (lastSeenAt ?? now.toISOString()),
        isSet: named.size > 0,
        readers,
      }
    }),
  }
}

/** Another reader to call by name: on duty and there, not the holder, one who reads nothing first. Null when nobody is. */
export async function secondReader(tx: Db, ctx: Context, found: Case): Promise<string | null> {
  const duties = await tx.duty.findMany({ where: { regionCode: found.regionCode } })
  const held = await tx.case.findMany({
    where: { regionCode: found.regionCode, state: { in: [...LEASED_STATES] } },
    select: { id: true, number: true, createdAt: true, readerId: true, claimedAt: true },
  })
  const readers = (await readersOf(tx, [found.regionCode]))
    .map((person) =>
      readerView(
        person,
        duties.some((one) => one.userId === person.id),
        held,
        ctx.now(),
      ),
    )
    .filter((reader) => reader.userId !== found.readerId && !reader.isAway)
  const rank = (reader: DutyReader) =>
    (reader.isPresent ? 0 : 4) + (reader.isOnDuty ? 0 : 2) + (reader.reading.length === 0 ? 0 : 1)
  return readers.toSorted((a, b) => rank(a) - rank(b) || (a.userId < b.userId ? -1 : 1))[0]?.userId ?? null
}

const isThere = (reader: DutyReader) => reader.isPresent && !reader.isAway

type Person = Awaited<ReturnType<typeof readersOf>>[number]
type Held = Pick<Case, 'id' | 'number' | 'createdAt' | 'readerId' | 'claimedAt'>

async function readersOf(tx: Db, regionCodes: readonly string[]) {
  const rows = await tx.membership.findMany({
    where: {
      role: 'cardiologist',
      user: { isActive: true },
      regions: { some: { regionCode: { in: [...regionCodes] } } },
    },
    select: {
      user: { select: { id: true, name: true, title: true, phone: true } },
      regions: { select: { regionCode: true } },
    },
    orderBy: { user: { name: 'asc' } },
  })
  const presences = await tx.presence.findMany({ where: { userId: { in: rows.map((row) => row.user.id) } } })
  return rows.map(({ user, regions }) => ({
    ...user,
    regionCodes: regions.map((one) => one.regionCode),
    presence: presences.find((one) => one.userId === user.id) ?? null,
  }))
}

function readerView(person: Person, isOnDuty: boolean, held: readonly Held[], now: Date): DutyReader {
  const { presence } = person
  return {
    userId: person.id,
    name: person.name,
    title: person.title,
    phone: person.phone,
    isOnDuty,
    isAway: (presence?.awaySince ?? null) !== null,
    isPresent: presence !== null && presence.seenAt >= presentSince(now),
    seenAt: presence?.seenAt.toISOString() ?? null,
    reading: held
      .filter((one) => one.readerId === person.id && one.claimedAt !== null)
      .map((one) => ({ caseId: one.id, number: caseNumber(one), claimedAt: (one.claimedAt ?? now).toISOString() })),
  }
}
