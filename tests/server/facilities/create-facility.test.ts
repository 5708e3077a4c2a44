import { describe, expect, it } from 'vitest'
import { createFacility } from '@/server/facilities/create-facility'
import { rolledBack } from '../../support/database'
import { auditOf, DISTRICT, type Office, OTHER_REGION, openOffice, REGION } from '../../support/office'

const wish = (office: Office) => ({
  name: 'Jarqoʻrgʻon TTB, a new building',
  type: 'district_hospital',
  regionCode: REGION,
  districtCode: DISTRICT,
  address: null,
  phone: '+998 76 000-09-01',
  centreId: office.centreId,
  backupCentreId: null,
})

describe('createFacility', () => {
  it('adds the facility and leaves a trail', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      const made = await createFacility(ctx, wish(office))
      expect(made).toMatchObject({ centreId: office.centreId, isActive: true, peopleCount: 0, openCaseCount: 0 })
      expect(await auditOf(tx, made.facilityId)).toEqual(['facility.create'])
    }))

  it('refuses a name that the region has already', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      await createFacility(ctx, wish(office))
      await expect(createFacility(ctx, wish(office))).rejects.toMatchObject({
        code: 'conflict',
        fields: [{ path: 'name', code: 'name_taken' }],
      })
    }))

  it.each([
    ['a region that is not there', { regionCode: '9999', districtCode: null }, 'regionCode', 'region_unknown'],
    ['a district of another region', { districtCode: '1710207' }, 'districtCode', 'district_unknown'],
  ] as const)('refuses %s', (_name, change, path, code) =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      const attempt = createFacility(ctx, { ...wish(office), ...change })
      await expect(attempt).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path, code }] })
    }),
  )

  it('refuses a centre that is no centre, and the same one twice', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      await expect(createFacility(ctx, { ...wish(office), centreId: office.hospitalId })).rejects.toMatchObject({
        fields: [{ path: 'centreId', code: 'not_a_centre' }],
      })
      await expect(createFacility(ctx, { ...wish(office), backupCentreId: office.centreId })).rejects.toMatchObject({
        fields: [{ path: 'backupCentreId', code: 'same_centre' }],
      })
    }))

  it('refuses a telephone that nobody can call', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      await expect(createFacility(ctx, { ...wish(office), phone: 'none' })).rejects.toThrow()
    }))

  it('refuses a regional admin outside the own regions', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin', { regionCodes: [OTHER_REGION] })
      await expect(createFacility(ctx, wish(office))).rejects.toMatchObject({ code: 'forbidden' })
    }))

  it.each(['nurse', 'cardiologist', 'coordinator', 'auditor'] as const)('refuses a %s', (role) =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf(role)
      await expect(createFacility(ctx, wish(office))).rejects.toMatchObject({ code: 'forbidden' })
    }),
  )
})
