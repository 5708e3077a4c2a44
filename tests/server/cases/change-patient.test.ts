import { describe, expect, it } from 'vitest'
import { CASE_STATES, isEnded } from '@/cases/case-state'
import { getCase } from '@/server/cases/case-queries'
import { changePatient } from '@/server/cases/change-patient'
import { auditOf, expectConflictOutside, lastEvent, OTHER_PERSON, PERSON, refusal, sendCase } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { scpFile, upload } from '../../support/files'
import { makeCast } from '../../support/people'

const SENT = CASE_STATES.filter((state) => state !== 'DRAFT' && !isEnded(state))
const UNKNOWN = { unknown: true, sex: 'male', ageYears: 60 } as const
const CHANGE = { patient: PERSON, reason: 'the card was found' }

describe('changing the person', () => {
  it.each(['nurse', 'cardiologist'] as const)('gives an unknown one a name; the %s may', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { patient: UNKNOWN })
      const before = (await getCase(cast.nurse, caseId)).patient
      expect(before).toMatchObject({ isUnknown: true, ageYears: 60, familyName: null })
      await changePatient(cast[role], caseId, CHANGE)
      const { patient } = await getCase(cast.nurse, caseId)
      expect(patient).toMatchObject({
        isUnknown: false,
        familyName: 'Sinov',
        ageYears: 55,
        pinflMasked: '3••••••••••012',
      })
      expect(await lastEvent(tx, caseId)).toMatchObject({
        type: 'change_patient',
        detail: { patientBefore: before?.patientId, patientId: patient?.patientId, reason: CHANGE.reason },
      })
      expect(await auditOf(tx, caseId)).toContain('case.change_patient')
    }),
  )

  it('compares the files with the new person', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse, scpFile({ familyName: 'Boshqa', givenName: 'Odam', sex: 'female' }))
      const caseId = await sendCase(cast.nurse, { fileIds: [fileId] })
      expect((await getCase(cast.nurse, caseId)).warnings.map((warning) => warning.code)).toEqual([
        'name_differs',
        'sex_differs',
      ])
      await changePatient(cast.nurse, caseId, { patient: OTHER_PERSON, reason: 'wrong bed' })
      expect((await getCase(cast.nurse, caseId)).warnings).toEqual([])
    }))

  it('keeps the word that an ECG is on its way', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { patient: UNKNOWN, fileIds: [], filesExpected: 1 })
      await changePatient(cast.nurse, caseId, CHANGE)
      expect((await getCase(cast.nurse, caseId)).warnings).toEqual([{ code: 'ecg_on_its_way' }])
    }))

  it('computes the class anew with the age, never lower', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const child = { ...PERSON, pinfl: undefined, passport: 'AA1234567', birthDate: '2023-01-01' }
      const { pinfl: _, ...patient } = child
      const clinical = { reasons: ['dyspnoea' as const], heartRateBpm: 160 }
      const caseId = await sendCase(cast.nurse, { patient, clinical })
      expect((await getCase(cast.nurse, caseId)).class).toBe('URGENT')
      await changePatient(cast.nurse, caseId, CHANGE)
      expect((await getCase(cast.nurse, caseId)).class).toBe('EMERGENT')
      await changePatient(cast.nurse, caseId, { patient, reason: 'the child after all' })
      expect((await getCase(cast.nurse, caseId)).class).toBe('EMERGENT')
    }))

  it('says why, and who', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(changePatient(cast.nurse, caseId, { patient: OTHER_PERSON }))).toBe('invalid_input')
      const nobody = { patient: { ...PERSON, pinfl: '123' }, reason: 'typing' }
      expect(await refusal(changePatient(cast.nurse, caseId, nobody))).toBe('invalid_input')
    }))

  it('is not for strangers', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(changePatient(cast.otherNurse, caseId, CHANGE))).toBe('not_found')
      expect(await refusal(changePatient(cast.farCardiologist, caseId, CHANGE))).toBe('not_found')
      expect(await refusal(changePatient(cast.coordinator, caseId, CHANGE))).toBe('forbidden')
    }))

  it('is a conflict before sending and after the end', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(SENT, cast, (caseId) => changePatient(cast.nurse, caseId, CHANGE))
    }))
})
