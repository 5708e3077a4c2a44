import { describe, expect, it } from 'vitest'
import { findPatient } from '@/server/patients/find-patient'
import { auditOf, OTHER_PERSON, PERSON, refusal, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const NEVER_SEEN = '42902646040131'

describe('finding a person', () => {
  it('by PINFL works across facilities and says where ECGs lie, not what is in them', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse, farNurse } = await makeCast(tx)
      await sendCase(nurse)
      await sendCase(at(nurse, 60))
      await sendCase(at(farNurse, 120))
      const found = await findPatient(otherNurse, { id: ' 3150370 5120012 ' })
      expect(found.patient).toMatchObject({ familyName: 'Sinov', pinflMasked: '3••••••••••012' })
      expect(found.earlierEcgs.toSorted((a, b) => b.count - a.count)).toEqual([
        { facilityName: nurse.actor.facilityName, count: 2, lastAt: new Date(NOON.getTime() + 60_000).toISOString() },
        {
          facilityName: farNurse.actor.facilityName,
          count: 1,
          lastAt: new Date(NOON.getTime() + 120_000).toISOString(),
        },
      ])
      expect(JSON.stringify(found)).not.toContain(PERSON.pinfl)
    }))

  it('by passport works in every spelling', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { pinfl: _, ...person } = OTHER_PERSON
      await sendCase(nurse, { patient: { ...person, passport: 'AA 7654321' } })
      for (const id of ['AA7654321', 'aa 7654321', 'АА 7654321'])
        expect((await findPatient(nurse, { id })).patient?.familyName).toBe('Boshqa')
    }))

  it.each([NEVER_SEEN, 'Sinov', 'AB0000000', '3150370512001'])('%s finds nobody', (id) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      await sendCase(nurse)
      expect(await findPatient(nurse, { id })).toEqual({ patient: null, earlierEcgs: [] })
    }),
  )

  it('leaves a trace without the number, found or not', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      await sendCase(nurse)
      const { patient } = await findPatient(nurse, { id: PERSON.pinfl })
      await findPatient(nurse, { id: NEVER_SEEN })
      expect(await auditOf(tx, patient?.patientId ?? '')).toContain('patient.find')
      const looks = await tx.auditEvent.findMany({ where: { actorId: nurse.actor.userId, action: 'patient.find' } })
      expect(looks).toHaveLength(2)
      expect(JSON.stringify(looks)).not.toMatch(/\d{14}/)
    }))

  it.each(['coordinator', 'admin', 'auditor'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      expect(await refusal(findPatient(cast[role], { id: PERSON.pinfl }))).toBe('forbidden')
    }),
  )
})
