/**
 * Who takes part in a test: two district hospitals and a centre of one region, a hospital and a reader of another.
 * Nobody of them exists. Each person is the context of a verb, at noon unless `at` moves the clock.
 */
import { randomUUID } from 'node:crypto'
import type { Role } from '@/cases/values'
import type { Context } from '@/server/context'
import type { Db } from '@/server/db/client'
import { NOON } from './database'

export const REGION = '1722'
export const OTHER_REGION = '1718'

/** What a test commits stays for the tests after it, so it happens in regions of its own. */
export const COMMITTED = { own: '1727', other: '1724' } as const
type Regions = { readonly own: string; readonly other: string }

const PLACES = {
  centre: { region: 'own', centre: null },
  hospital: { region: 'own', centre: 'centre' },
  otherHospital: { region: 'own', centre: 'centre' },
  farHospital: { region: 'other', centre: null },
} as const
type Place = keyof typeof PLACES

const PEOPLE = {
  nurse: { role: 'nurse', place: 'hospital', regions: [] },
  nurse2: { role: 'nurse', place: 'hospital', regions: [] },
  otherNurse: { role: 'nurse', place: 'otherHospital', regions: [] },
  farNurse: { role: 'nurse', place: 'farHospital', regions: [] },
  cardiologist: { role: 'cardiologist', place: 'centre', regions: ['own'] },
  cardiologist2: { role: 'cardiologist', place: 'centre', regions: ['own'] },
  coordinator: { role: 'coordinator', place: 'centre', regions: ['own'] },
  farCardiologist: { role: 'cardiologist', place: null, regions: ['other'] },
  admin: { role: 'admin', place: null, regions: [] },
  auditor: { role: 'auditor', place: null, regions: [] },
} as const satisfies Record<string, { role: Role; place: Place | null; regions: readonly (keyof Regions)[] }>

export type Person = keyof typeof PEOPLE
export type Cast = Readonly<Record<Person, Context>> & { readonly db: Db }

/** New places and people, with names of their own each time. */
export async function makeCast(db: Db, regions: Regions = { own: REGION, other: OTHER_REGION }): Promise<Cast> {
  const run = randomUUID().slice(0, 8)
  const places = new Map(Object.keys(PLACES).map((key) => [key, randomUUID()]))
  await db.facility.createMany({
    data: Object.entries(PLACES).map(([key, { region, centre }]) => ({
      id: places.get(key) ?? '',
      name: `${key} ${run}`,
      type: key === 'centre' ? 'regional_centre' : 'district_hospital',
      regionCode: regions[region],
      phone: '+998 76 000-00-00',
      centreId: centre === null ? null : (places.get(centre) ?? null),
      createdAt: NOON,
    })),
  })
  const people = Object.entries(PEOPLE).map(([key, person]) => ({
    key,
    userId: randomUUID(),
    ...person,
    regionCodes: person.regions.map((region) => regions[region]),
  }))
  const facilityOf = (place: Place | null) => (place === null ? null : (places.get(place) ?? null))
  await db.user.createMany({
    data: people.map(({ key, userId }) => ({
      id: userId,
      email: `${key.toLowerCase()}@${run}.test`,
      name: `${key} ${run}`,
      createdAt: NOON,
    })),
  })
  await db.membership.createMany({
    data: people.map(({ userId, role, place }) => ({ userId, role, facilityId: facilityOf(place) })),
  })
  await db.membershipRegion.createMany({
    data: people.flatMap(({ userId, regionCodes }) => regionCodes.map((regionCode) => ({ userId, regionCode }))),
  })
  const contexts = people.map(({ key, userId, role, place, regionCodes }): [string, Context] => [
    key,
    {
      db,
      now: () => NOON,
      sessionId: null,
      actor: {
        userId,
        role,
        name: `${key} ${run}`,
        title: null,
        email: `${key.toLowerCase()}@${run}.test`,
        facilityId: facilityOf(place),
        facilityName: place === null ? null : `${place} ${run}`,
        facilityPhone: null,
        centrePhone: null,
        regionCodes,
        regionNames: [],
      },
    },
  ])
  // The keys are those of PEOPLE, each with its context.
  return { ...(Object.fromEntries(contexts) as Record<Person, Context>), db }
}

/** The same person so many seconds after noon. */
export function at(ctx: Context, seconds: number): Context {
  const now = new Date(NOON.getTime() + seconds * 1000)
  return { ...ctx, now: () => now }
}
