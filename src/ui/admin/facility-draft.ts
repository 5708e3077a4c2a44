import type { z } from 'zod'
import type { FacilityView, RegionView } from '@/cases/api/admin-views'
import type { CreateFacilityInput } from '@/cases/api/inputs'

/** The form as it stands: every field a text, an empty one is "none". */
export type FacilityDraft = {
  readonly name: string
  readonly type: FacilityView['type']
  readonly regionCode: string
  readonly districtCode: string
  readonly address: string
  readonly phone: string
  readonly travelMinutes: string
  readonly centreId: string
  readonly backupCentreId: string
}

export function draftOf(facility: FacilityView): FacilityDraft {
  const { name, type, regionCode, phone } = facility
  return {
    name,
    type,
    regionCode,
    phone,
    districtCode: facility.districtCode ?? '',
    address: facility.address ?? '',
    travelMinutes: facility.travelMinutes === null ? '' : String(facility.travelMinutes),
    centreId: facility.centreId ?? '',
    backupCentreId: facility.backupCentreId ?? '',
  }
}

/** A new one starts as what is added most: a district hospital that the region's own centre answers. */
export function newDraft(regions: readonly RegionView[], centres: readonly FacilityView[]): FacilityDraft {
  const regionCode = centres[0]?.regionCode ?? regions[0]?.code ?? ''
  const centreId = centres.find((centre) => centre.regionCode === regionCode)?.facilityId ?? ''
  return {
    name: '',
    type: 'district_hospital',
    regionCode,
    districtCode: '',
    address: '',
    phone: '',
    travelMinutes: '',
    centreId,
    backupCentreId: '',
  }
}

export function inputOf(draft: FacilityDraft): z.input<typeof CreateFacilityInput> {
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  return {
    name: draft.name,
    type: draft.type,
    regionCode: draft.regionCode,
    phone: draft.phone,
    districtCode: orNull(draft.districtCode),
    address: orNull(draft.address),
    travelMinutes: draft.travelMinutes.trim() === '' ? null : Number(draft.travelMinutes),
    centreId: orNull(draft.centreId),
    backupCentreId: orNull(draft.backupCentreId),
  }
}
