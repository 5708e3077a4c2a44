import 'server-only'
import { ageYearsAt } from '@/cases/age'
import type { PatientInput } from '@/cases/api/inputs'
import type { PatientView } from '@/cases/api/views'
import type { EnteredPerson } from '@/cases/identity-check'
import { maskPinfl, normalisePassport, parsePinfl } from '@/cases/patient-id'
import type { Context } from '../context'
import type { Db, Tx } from '../db/client'
import type { Patient, Prisma } from '../db/generated/client'
import { env } from '../env'
import { keyedHash, openText, sealText } from '../files/sealing'

export type SavedPatient = { readonly patient: Patient; readonly before: Prisma.InputJsonObject | null }

/**
 * The person of a case. A PINFL finds the person who is already there; what the nurse wrote now wins where it
 * differs (names change, typing errors are corrected). `before` holds the values that were replaced, for the
 * event of the case: nothing that was known is lost.
 */
export async function savePatient(tx: Tx, ctx: Context, input: PatientInput): Promise<SavedPatient> {
  if (input.unknown === true) {
    const { sex, ageYears, description } = input
    const patient = await tx.patient.create({
      data: { isUnknown: true, sex, ageYears, description: description ?? null, createdAt: ctx.now() },
    })
    return { patient, before: null }
  }
  const pinfl = input.pinfl ? parsePinfl(input.pinfl) : null
  const fields = {
    isUnknown: false,
    familyName: input.familyName,
    givenName: input.givenName,
    ...(input.patronymic ? { patronymic: input.patronymic } : {}),
    sex: input.sex,
    birthDate: new Date(`${input.birthDate}T00:00:00Z`),
    ...(input.passport ? { passport: normalisePassport(input.passport) } : {}),
  } satisfies Prisma.PatientUncheckedUpdateInput & Fields
  const known = await findKnown(tx, input)
  if (!known) {
    const created = { ...fields, ...(pinfl ? pinflColumns(pinfl.digits) : {}), createdAt: ctx.now() }
    return { patient: await tx.patient.create({ data: created }), before: null }
  }
  const before = replacedBy(known, fields)
  return { patient: before ? await tx.patient.update({ where: { id: known.id }, data: fields }) : known, before }
}

type Fields = Partial<Pick<Patient, 'familyName' | 'givenName' | 'patronymic' | 'sex' | 'birthDate' | 'passport'>>

/** The known values that the new ones differ from, or null. */
function replacedBy(known: Patient, fields: Fields): Prisma.InputJsonObject | null {
  const names = ['familyName', 'givenName', 'patronymic', 'sex', 'birthDate', 'passport'] as const
  const plain = (value: string | Date | null) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)
  const replaced = names.flatMap((name) => {
    const [old, fresh] = [known[name], fields[name]]
    return fresh === undefined || plain(old) === plain(fresh) ? [] : [[name, plain(old)] as const]
  })
  return replaced.length > 0 ? Object.fromEntries(replaced) : null
}

/** The person with this PINFL, else with this passport and birth date (a passport number may be used again). */
async function findKnown(tx: Tx, input: Exclude<PatientInput, { unknown: true }>): Promise<Patient | null> {
  const pinfl = input.pinfl ? parsePinfl(input.pinfl) : null
  if (pinfl) {
    await lockIdentity(tx, pinfl.digits)
    return tx.patient.findUnique({ where: { pinflHash: pinflHash(pinfl.digits) } })
  }
  const passport = input.passport ? normalisePassport(input.passport) : null
  if (!passport) return null
  await lockIdentity(tx, passport)
  return tx.patient.findFirst({ where: { passport, birthDate: new Date(`${input.birthDate}T00:00:00Z`) } })
}

/** Two cases of one new person at the same moment make one person: the second waits for the first. */
async function lockIdentity(tx: Tx, id: string): Promise<void> {
  const hash = Buffer.from(pinflHash(id)).readBigInt64BE(0)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${hash})`
}

export async function findByExactId(db: Db, text: string): Promise<Patient | null> {
  const pinfl = parsePinfl(text)
  if (pinfl) return db.patient.findUnique({ where: { pinflHash: pinflHash(pinfl.digits) } })
  const passport = normalisePassport(text)
  return passport ? db.patient.findFirst({ where: { passport }, orderBy: { createdAt: 'desc' } }) : null
}

export function patientView(row: Patient, at: Date): PatientView {
  return {
    patientId: row.id,
    isUnknown: row.isUnknown,
    familyName: row.familyName,
    givenName: row.givenName,
    patronymic: row.patronymic,
    pinflMasked: row.pinflMasked,
    passport: row.passport,
    sex: row.sex,
    birthDate: row.birthDate?.toISOString().slice(0, 10) ?? null,
    ageYears: ageYearsAt(row.birthDate, row.ageYears, at),
    description: row.description,
  }
}

/** "Bozorov Shavkat"; null for an unknown person, whom the interface names by sex and age. */
export function patientName(row: { familyName: string | null; givenName: string | null } | null): string | null {
  const names = [row?.familyName, row?.givenName].filter((name) => name)
  return names.length > 0 ? names.join(' ') : null
}

/** The person as entered, for the comparison with a file that comes later. */
export function knownPerson(row: Patient): EnteredPerson {
  return {
    pinfl: row.pinflSealed ? openText(pinflKey(), row.pinflSealed) : null,
    passport: row.passport,
    familyName: row.familyName,
    givenName: row.givenName,
    sex: row.sex,
    birthDate: row.birthDate?.toISOString().slice(0, 10) ?? null,
  }
}

export function pinflHash(digits: string): Uint8Array<ArrayBuffer> {
  return keyedHash(pinflKey(), digits)
}

function pinflColumns(digits: string) {
  return { pinflSealed: sealText(pinflKey(), digits), pinflHash: pinflHash(digits), pinflMasked: maskPinfl(digits) }
}

function pinflKey(): Uint8Array {
  return Buffer.from(env().YURAK_PINFL_KEY, 'base64')
}
