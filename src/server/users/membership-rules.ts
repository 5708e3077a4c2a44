import 'server-only'
import type { FieldError } from '@/cases/failure'
import type { Role } from '@/cases/values'
import { requireRegions } from '../auth/region-scope'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import { AppError } from '../errors'
import { findPlaces, lockFacility } from '../facilities/facility-queries'

export type MembershipWish = {
  readonly role: Role
  readonly facilityId: string | null
  readonly regionCodes: readonly string[]
}

/**
 * What a role may belong to: a nurse to one facility, a reader to regions and perhaps a centre, an admin or
 * auditor to regions, or to none and so to the whole country. What the role has no use for is left out.
 */
export async function soundMembership(tx: Tx, ctx: Context, wish: MembershipWish): Promise<MembershipWish> {
  const membership = usedByRole(wish)
  const place = membership.facilityId === null ? null : await findActivePlace(tx, membership.facilityId)
  const errors = [...missing(membership), ...(await unknown(tx, membership, place))]
  if (errors.length > 0)
    throw new AppError('invalid_input', 'The role needs another facility or other regions.', errors)
  requireRegions(ctx, [...membership.regionCodes, ...(place ? [place.regionCode] : [])])
  return membership
}

function usedByRole({ role, facilityId, regionCodes }: MembershipWish): MembershipWish {
  const isOffice = role === 'admin' || role === 'auditor'
  return {
    role,
    facilityId: isOffice ? null : facilityId,
    regionCodes: role === 'nurse' ? [] : [...new Set(regionCodes)].sort(),
  }
}

function missing({ role, facilityId, regionCodes }: MembershipWish): FieldError[] {
  const isReader = role === 'cardiologist' || role === 'coordinator'
  if (role === 'nurse' && facilityId === null) return [{ path: 'facilityId', code: 'facility_missing' }]
  return isReader && regionCodes.length === 0 ? [{ path: 'regionCodes', code: 'region_missing' }] : []
}

type Place = Awaited<ReturnType<typeof findPlaces>>[number]

async function unknown(tx: Tx, membership: MembershipWish, place: Place | null): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (membership.facilityId !== null && place === null) errors.push({ path: 'facilityId', code: 'facility_unknown' })
  const known = await tx.region.count({ where: { code: { in: [...membership.regionCodes] } } })
  if (known !== membership.regionCodes.length) errors.push({ path: 'regionCodes', code: 'region_unknown' })
  return errors
}

async function findActivePlace(tx: Tx, facilityId: string): Promise<Place | null> {
  await lockFacility(tx, facilityId, 'keep')
  const [place] = await findPlaces(tx, [facilityId])
  return place?.isActive ? place : null
}
