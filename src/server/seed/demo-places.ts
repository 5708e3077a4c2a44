import 'server-only'
import type { Role } from '@/cases/values'
import { hashPassword } from '../auth/password'
import type { Actor } from '../context'
import type { Tx } from '../db/client'

const REGION = '1722'
/** Whose readers help when nobody in Surxondaryo answers. */
const NEIGHBOUR = '1710'
export const DEMO_PASSWORD = 'yurak-demo-2026'

/** Senders of Surxondaryo: one hospital a district, and the city. The telephone numbers are invented. */
const SENDERS: readonly (readonly [key: string, district: string, name: string])[] = [
  ['jarqorgon', '1722212', 'Jarqoʻrgʻon TTB'],
  ['denov', '1722210', 'Denov TTB'],
  ['termiz', '1722401', 'Termiz shahar TTB'],
  ['oltinsoy', '1722201', 'Oltinsoy TTB'],
  ['angor', '1722202', 'Angor TTB'],
  ['bandixon', '1722203', 'Bandixon TTB'],
  ['boysun', '1722204', 'Boysun TTB'],
  ['muzrabot', '1722207', 'Muzrabot TTB'],
  ['qumqorgon', '1722214', 'Qumqoʻrgʻon TTB'],
  ['qiziriq', '1722215', 'Qiziriq TTB'],
  ['sariosiyo', '1722217', 'Sariosiyo TTB'],
  ['termiz-tuman', '1722220', 'Termiz tuman TTB'],
  ['uzun', '1722221', 'Uzun TTB'],
  ['sherobod', '1722223', 'Sherobod TTB'],
  ['shorchi', '1722226', 'Shoʻrchi TTB'],
]

const STAFF: readonly (readonly [email: string, role: Role, name: string, title: string | null])[] = [
  ['cardiologist@surxon.demo', 'cardiologist', 'N. Xolmatova', 'cardiologist'],
  ['cardiologist2@surxon.demo', 'cardiologist', 'S. Ergashev', 'cardiologist'],
  ['coordinator@surxon.demo', 'coordinator', 'A. Joʻrayev', 'head of the duty desk'],
  ['admin@yurak.demo', 'admin', 'M. Rahimova', null],
  ['auditor@yurak.demo', 'auditor', 'B. Tursunov', null],
]

const NEIGHBOUR_READER = ['cardiologist@qashqa.demo', 'Sh. Karimov'] as const

const NURSES: Readonly<Record<string, string>> = { jarqorgon: 'D. Normurodova', denov: 'R. Tosheva' }

export type DemoPeople = {
  readonly nurses: Readonly<Record<string, Actor>>
  readonly staff: Readonly<Record<string, Actor>>
}

/** Facilities and people of the demo region. Nurses of other districts exist without a password: they cannot sign in. */
export async function seedDemoPlaces(tx: Tx, now: Date): Promise<DemoPeople> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const centre = await tx.facility.create({
    data: {
      name: 'Surxondaryo viloyat kardiologiya markazi',
      type: 'regional_centre',
      regionCode: REGION,
      districtCode: '1722401',
      address: 'Termiz shahri',
      phone: '+998 76 000-01-03',
      createdAt: now,
    },
  })
  const nurses: Record<string, Actor> = {}
  for (const [index, [key, districtCode, name]] of SENDERS.entries()) {
    const facility = await tx.facility.create({
      data: {
        name,
        type: 'district_hospital',
        regionCode: REGION,
        districtCode,
        phone: `+998 76 000-02-${String(index + 1).padStart(2, '0')}`,
        // Invented: between half an hour and two hours.
        travelMinutes: 35 + 17 * (index % 6),
        centreId: centre.id,
        createdAt: now,
      },
    })
    const canSignIn = key in NURSES
    nurses[key] = await person(tx, now, {
      email: `nurse@${key}.demo`,
      role: 'nurse',
      name: NURSES[key] ?? `Hamshira, ${name}`,
      title: 'nurse',
      facility,
      passwordHash: canSignIn ? passwordHash : null,
    })
  }
  const staff: Record<string, Actor> = {}
  for (const [email, role, name, title] of STAFF) {
    const facility = role === 'cardiologist' || role === 'coordinator' ? centre : null
    staff[email] = await person(tx, now, { email, role, name, title, facility, passwordHash })
  }
  await seedNeighbour(tx, now, passwordHash)
  return { nurses, staff }
}

async function seedNeighbour(tx: Tx, now: Date, passwordHash: string): Promise<void> {
  const facility = await tx.facility.create({
    data: {
      name: 'Qashqadaryo viloyat kardiologiya markazi',
      type: 'regional_centre',
      regionCode: NEIGHBOUR,
      districtCode: '1710401',
      address: 'Qarshi shahri',
      phone: '+998 75 000-01-03',
      createdAt: now,
    },
  })
  const [email, name] = NEIGHBOUR_READER
  const who = { email, role: 'cardiologist', name, title: 'cardiologist', facility, passwordHash } as const
  await person(tx, now, who, NEIGHBOUR)
}

type NewPerson = {
  readonly email: string
  readonly role: Role
  readonly name: string
  readonly title: string | null
  readonly facility: { readonly id: string; readonly name: string; readonly phone: string } | null
  readonly passwordHash: string | null
}

async function person(
  tx: Tx,
  now: Date,
  { facility, passwordHash, role, ...who }: NewPerson,
  region = REGION,
): Promise<Actor> {
  const isNational = role === 'admin' || role === 'auditor'
  const regionCodes = role === 'nurse' || isNational ? [] : [region]
  const user = await tx.user.create({
    data: {
      ...who,
      passwordHash,
      createdAt: now,
      membership: {
        create: {
          role,
          facilityId: facility?.id ?? null,
          regions: { create: regionCodes.map((regionCode) => ({ regionCode })) },
        },
      },
    },
  })
  return {
    userId: user.id,
    role,
    ...who,
    facilityId: facility?.id ?? null,
    facilityName: facility?.name ?? null,
    facilityPhone: facility?.phone ?? null,
    centrePhone: null,
    regionCodes,
    regionNames: [],
  }
}
