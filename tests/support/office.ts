/** A centre, a hospital that it answers, and people of every role, for the tests of administration. */
import { randomUUID } from 'node:crypto'
import type { Role } from '@/cases/values'
import type { Actor, Context } from '@/server/context'
import type { Db, Tx } from '@/server/db/client'
import { NOON } from './database'

export const REGION = '1722'
export const DISTRICT = '1722212'
export const OTHER_REGION = '1710'

export type Office = {
  readonly centreId: string
  readonly hospitalId: string
  /** A context for a new person of the role. The admin and the auditor are national unless regions are given. */
  readonly contextOf: (role: Role, change?: Partial<PersonSeed>) => Promise<Context>
}

type PersonSeed = {
  readonly email: string
  readonly name: string
  readonly facilityId: string | null
  readonly regionCodes: readonly string[]
  readonly passwordHash: string | null
  readonly isActive: boolean
}

/** Other admins that earlier files committed would blur who is the last one: they rest. */
export async function openOffice(tx: Tx): Promise<Office> {
  await tx.user.updateMany({ data: { isActive: false } })
  const centreId = await makeFacility(tx, { name: 'Centre', type: 'regional_centre', centreId: null })
  const hospitalId = await makeFacility(tx, { name: 'Hospital', type: 'district_hospital', centreId })
  return { centreId, hospitalId, contextOf: (role, change) => contextOf(tx, role, hospitalId, change) }
}

export async function makeFacility(
  tx: Tx,
  facility: {
    readonly name: string
    readonly type: 'regional_centre' | 'district_hospital'
    readonly centreId: string | null
    readonly regionCode?: string
  },
): Promise<string> {
  const { name, ...rest } = facility
  const made = await tx.facility.create({
    data: {
      regionCode: REGION,
      ...rest,
      name: `${name} ${randomUUID()}`,
      phone: '+998 76 000-00-00',
      createdAt: NOON,
    },
    select: { id: true },
  })
  return made.id
}

/** Rows of the trail about one thing, oldest first. */
export async function auditOf(database: Db, entityId: string): Promise<string[]> {
  const rows = await database.auditEvent.findMany({ where: { entityId }, orderBy: { id: 'asc' } })
  return rows.map((row) => row.action)
}

async function contextOf(tx: Tx, role: Role, hospitalId: string, change: Partial<PersonSeed> = {}): Promise<Context> {
  const seed: PersonSeed = {
    email: `${role}-${randomUUID()}@test.uz`,
    name: `The ${role}`,
    facilityId: role === 'nurse' ? hospitalId : null,
    regionCodes: role === 'cardiologist' || role === 'coordinator' ? [REGION] : [],
    passwordHash: 'a hash that nothing matches',
    isActive: true,
    ...change,
  }
  const { facilityId, regionCodes, ...user } = seed
  const regions = { create: regionCodes.map((regionCode) => ({ regionCode })) }
  const { id } = await tx.user.create({
    data: { ...user, createdAt: NOON, membership: { create: { role, facilityId, regions } } },
    select: { id: true },
  })
  return { actor: actorOf(id, role, seed), db: tx, now: () => NOON, sessionId: null }
}

function actorOf(userId: string, role: Role, seed: PersonSeed): Actor {
  return {
    userId,
    role,
    name: seed.name,
    title: null,
    email: seed.email,
    facilityId: seed.facilityId,
    facilityName: null,
    facilityPhone: null,
    centrePhone: null,
    regionCodes: seed.regionCodes,
    regionNames: [],
  }
}
