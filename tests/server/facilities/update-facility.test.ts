import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listFacilities, listRegions } from '@/server/facilities/facility-queries'
import { updateFacility } from '@/server/facilities/update-facility'
import { NOON, rolledBack } from '../../support/database'
import { auditOf, makeFacility, OTHER_REGION, openOffice, REGION } from '../../support/office'

describe('updateFacility', () => {
  it('changes only what was sent and leaves a trail', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      const changed = await updateFacility(ctx, office.hospitalId, { phone: '+998 76 111-11-11' })
      expect(changed).toMatchObject({ phone: '+998 76 111-11-11', centreId: office.centreId, isActive: true })
      expect(await auditOf(tx, office.hospitalId)).toEqual(['facility.change'])
    }))

  it('takes the centre away when null was sent', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      expect(await updateFacility(ctx, office.hospitalId, { centreId: null })).toMatchObject({ centreId: null })
    }))

  it('deactivates a facility that nobody needs, and activates it again', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      expect(await updateFacility(ctx, office.hospitalId, { isActive: false })).toMatchObject({ isActive: false })
      expect(await updateFacility(ctx, office.hospitalId, { isActive: true })).toMatchObject({ isActive: true })
      expect(await auditOf(tx, office.hospitalId)).toEqual(['facility.deactivate', 'facility.activate'])
    }))

  it('keeps a facility active while people work there or a case of it is open', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      const nurse = await office.contextOf('nurse')
      const patient = await tx.patient.create({
        data: { isUnknown: true, ageYears: 60, sex: 'male', createdAt: NOON },
      })
      await tx.case.create({
        data: {
          state: 'TRIAGED',
          class: 'URGENT',
          acuity: 0,
          queueKeyAt: NOON,
          isEmergency: false,
          facilityId: office.hospitalId,
          regionCode: REGION,
          patientId: patient.id,
          createdById: nurse.actor.userId,
          clinical: {},
          warnings: [],
          createdAt: NOON,
          submittedAt: NOON,
          clockStartedAt: NOON,
          openDueAt: NOON,
          answerDueAt: NOON,
        },
      })
      await expect(updateFacility(ctx, office.hospitalId, { isActive: false })).rejects.toMatchObject({
        code: 'conflict',
        fields: [
          { path: 'isActive', code: 'has_people' },
          { path: 'isActive', code: 'has_open_cases' },
        ],
      })
    }))

  it('keeps a centre a centre while others count on it', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      const isCentre = { code: 'conflict', fields: [{ code: 'is_centre' }] }
      await expect(updateFacility(ctx, office.centreId, { isActive: false })).rejects.toMatchObject(isCentre)
      await expect(updateFacility(ctx, office.centreId, { type: 'polyclinic' })).rejects.toMatchObject(isCentre)
    }))

  it('refuses a facility as its own centre', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      await expect(updateFacility(ctx, office.centreId, { centreId: office.centreId })).rejects.toMatchObject({
        fields: [{ path: 'centreId', code: 'not_a_centre' }],
      })
    }))

  it('hides other regions from a regional admin and keeps them as they are', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin', { regionCodes: [OTHER_REGION] })
      const own = await makeFacility(tx, {
        name: 'Own',
        type: 'district_hospital',
        centreId: null,
        regionCode: OTHER_REGION,
      })
      expect((await listFacilities(ctx)).map((facility) => facility.facilityId)).toEqual([own])
      expect((await listRegions(ctx)).map((region) => region.code)).toEqual([OTHER_REGION])
      await expect(updateFacility(ctx, office.hospitalId, { phone: '12345' })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(updateFacility(ctx, own, { regionCode: REGION })).rejects.toMatchObject({ code: 'forbidden' })
    }))

  it('does not know a facility that is not there', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      await expect(updateFacility(ctx, randomUUID(), { phone: '12345' })).rejects.toMatchObject({ code: 'not_found' })
    }))

  it('refuses a coordinator before it looks at the facility', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('coordinator')
      await expect(updateFacility(ctx, randomUUID(), {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listFacilities(ctx)).rejects.toMatchObject({ code: 'forbidden' })
    }))
})
