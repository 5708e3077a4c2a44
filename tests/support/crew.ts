/** A region at work, for the benches and the torture: facilities with a nurse each, and readers, each with a token. */
import { randomUUID } from 'node:crypto'
import { issueToken } from '@/server/account/issue-token'
import { systemContext } from '@/server/context'
import { db } from '@/server/db/client'

export type Member = { readonly userId: string; readonly facilityId: string; readonly token: string }
export type Crew = {
  readonly regionCode: string
  readonly nurses: readonly Member[]
  readonly readers: readonly Member[]
}

export async function makeCrew(regionCode: string, size: { nurses: number; readers: number }): Promise<Crew> {
  const centreId = await makeFacility(regionCode, 'regional_centre', null)
  const nurse = async () =>
    makeMember(regionCode, 'nurse', await makeFacility(regionCode, 'district_hospital', centreId))
  const reader = () => makeMember(regionCode, 'cardiologist', centreId)
  return { regionCode, nurses: await many(size.nurses, nurse), readers: await many(size.readers, reader) }
}

/** The head of the region's duty desk. */
export async function makeCoordinator(regionCode: string): Promise<Member> {
  return makeMember(regionCode, 'coordinator', await makeFacility(regionCode, 'regional_centre', null))
}

async function makeFacility(
  regionCode: string,
  type: 'regional_centre' | 'district_hospital',
  centreId: string | null,
): Promise<string> {
  const name = `${type} ${randomUUID()}`
  const facility = { name, type, regionCode, centreId, phone: '+998 76 000-00-00', createdAt: new Date() }
  return (await db().facility.create({ data: facility, select: { id: true } })).id
}

async function makeMember(
  regionCode: string,
  role: 'nurse' | 'cardiologist' | 'coordinator',
  facilityId: string,
): Promise<Member> {
  const email = `${role}-${randomUUID()}@crew.test`
  const regions = role === 'nurse' ? [] : [{ regionCode }]
  const { id } = await db().user.create({
    data: {
      email,
      name: `A ${role}`,
      createdAt: new Date(),
      membership: { create: { role, facilityId, regions: { create: regions } } },
    },
    select: { id: true },
  })
  const { token } = await issueToken(systemContext(), { email, name: 'bench', days: 1 })
  return { userId: id, facilityId, token }
}

async function many<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  while (made.length < count) made.push(await make())
  return made
}
