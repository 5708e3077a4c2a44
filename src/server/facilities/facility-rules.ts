import 'server-only'
import type { FacilityView } from '@/cases/api/admin-views'
import type { FieldError } from '@/cases/failure'
import type { FacilityType } from '@/cases/values'
import type { Tx } from '../db/client'
import { AppError } from '../errors'
import { findPlaces } from './facility-queries'

export type Placement = {
  readonly type: FacilityType
  readonly regionCode: string
  readonly districtCode: string | null
  readonly centreId: string | null
  readonly backupCentreId: string | null
}

/** The district lies in the region; the centres exist, are active centres and are two different ones. */
export async function requireSoundPlacement(tx: Tx, placement: Placement, facilityId: string | null): Promise<void> {
  const errors = [...(await regionErrors(tx, placement)), ...(await centreErrors(tx, placement, facilityId))]
  if (errors.length > 0)
    throw new AppError('invalid_input', 'The region, the district or a centre does not fit.', errors)
}

/** A facility rests only when nobody works in it, nothing of it is open and no other one counts on its answer. */
export async function requireNobodyNeeds(tx: Tx, facility: FacilityView): Promise<void> {
  const errors: FieldError[] = []
  if (facility.peopleCount > 0) errors.push({ path: 'isActive', code: 'has_people' })
  if (facility.openCaseCount > 0) errors.push({ path: 'isActive', code: 'has_open_cases' })
  if ((await countAnswered(tx, facility.facilityId)) > 0) errors.push({ path: 'isActive', code: 'is_centre' })
  if (errors.length > 0) throw new AppError('conflict', 'This facility is still needed.', errors)
}

/** A centre that others count on stays a centre. */
export async function requireNoAnswers(tx: Tx, facilityId: string): Promise<void> {
  if ((await countAnswered(tx, facilityId)) === 0) return
  throw new AppError('conflict', 'Other facilities name this one as their centre.', [
    { path: 'type', code: 'is_centre' },
  ])
}

function countAnswered(tx: Tx, facilityId: string): Promise<number> {
  const names = { OR: [{ centreId: facilityId }, { backupCentreId: facilityId }] }
  return tx.facility.count({ where: { ...names, isActive: true, NOT: { id: facilityId } } })
}

async function regionErrors(tx: Tx, placement: Placement): Promise<FieldError[]> {
  const region = await tx.region.findUnique({ where: { code: placement.regionCode }, select: { code: true } })
  if (!region) return [{ path: 'regionCode', code: 'region_unknown' }]
  if (placement.districtCode === null) return []
  const district = await tx.district.findFirst({
    where: { code: placement.districtCode, regionCode: placement.regionCode },
    select: { code: true },
  })
  return district ? [] : [{ path: 'districtCode', code: 'district_unknown' }]
}

async function centreErrors(tx: Tx, placement: Placement, facilityId: string | null): Promise<FieldError[]> {
  const named = [
    ['centreId', placement.centreId],
    ['backupCentreId', placement.backupCentreId],
  ] as const
  const places = await findPlaces(
    tx,
    named.flatMap(([, id]) => (id === null ? [] : [id])),
  )
  const isCentre = (id: string) =>
    id !== facilityId && places.some((place) => place.id === id && place.isActive && place.type === 'regional_centre')
  const errors: FieldError[] = named
    .filter(([, id]) => id !== null && !isCentre(id))
    .map(([path]) => ({ path, code: 'not_a_centre' }))
  const isTwice = placement.centreId !== null && placement.centreId === placement.backupCentreId
  return isTwice ? [...errors, { path: 'backupCentreId', code: 'same_centre' }] : errors
}
