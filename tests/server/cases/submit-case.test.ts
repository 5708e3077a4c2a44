import { describe, expect, it } from 'vitest'
import { claimCase } from '@/server/cases/claim-case'
import { saveDraft } from '@/server/cases/save-draft'
import { submitCase } from '@/server/cases/submit-case'
import {
  auditOf,
  type CaseInput,
  caseInput,
  eventsOf,
  OTHER_PERSON,
  PERSON,
  refusal,
  sendCase,
} from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { scpFile, upload, uploadUnreadable } from '../../support/files'
import { at, makeCast, REGION } from '../../support/people'

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

describe('sending a case', () => {
  it('makes a case in the queue and answers a receipt', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const receipt = await submitCase(nurse, caseInput([await upload(nurse)]))
      expect(receipt).toMatchObject({
        state: 'TRIAGED',
        class: 'URGENT',
        classReasons: [{ source: 'recording', code: 'not_analysed', class: 'URGENT' }],
        receivedAt: NOON.toISOString(),
        openDueAt: minutes(15).toISOString(),
        queuePlace: 1,
        duplicates: [],
        warnings: [],
      })
      expect(receipt.number).toMatch(/^YK-26-\d{5}$/)
      expect(await tx.case.findUniqueOrThrow({ where: { id: receipt.caseId } })).toMatchObject({
        state: 'TRIAGED',
        facilityId: nurse.actor.facilityId,
        regionCode: REGION,
        createdById: nurse.actor.userId,
        submittedAt: NOON,
        answerDueAt: minutes(30),
        queueKeyAt: minutes(30),
        isDemo: false,
        clinical: { reasons: ['dyspnoea'] },
      })
    }))

  it('leaves one event a step, in order, and an audit row for each', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const caseId = await sendCase(nurse)
      expect(await eventsOf(tx, caseId)).toEqual(['create', 'submit', 'triage'])
      const states = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } })
      expect(states.map((event) => event.stateAfter)).toEqual(['DRAFT', 'SUBMITTED', 'TRIAGED'])
      expect((await auditOf(tx, caseId)).toSorted()).toEqual(['case.create', 'case.submit', 'case.triage'])
    }))

  it('keeps how the class was computed', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const caseId = await sendCase(nurse, { emergency: true })
      const [computed, ...more] = await tx.classComputation.findMany({ where: { caseId } })
      expect(more).toEqual([])
      expect(computed).toMatchObject({ class: 'EMERGENT', at: NOON, inputs: { isEmergency: true } })
      expect(computed?.version).toMatch(/^\d+\.\d+\.\d+$/)
    }))

  it('seals the PINFL and keeps it out of trail and events', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const caseId = await sendCase(nurse)
      const { patient } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { patient: true } })
      expect(patient).toMatchObject({ familyName: 'Sinov', pinflMasked: '3••••••••••012', isUnknown: false })
      expect(Buffer.from(patient?.pinflSealed ?? []).toString('latin1')).not.toContain(PERSON.pinfl)
      const trail = JSON.stringify([
        await tx.auditEvent.findMany({ where: { actorId: nurse.actor.userId } }),
        (await tx.caseEvent.findMany({ where: { caseId } })).map(({ detail }) => detail),
      ])
      expect(trail).not.toMatch(/31503705120012|Sinov|dyspnoea/)
    }))

  it('finds the person of this PINFL again', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse } = await makeCast(tx)
      const ids = [await sendCase(nurse), await sendCase(otherNurse)]
      const cases = await tx.case.findMany({ where: { id: { in: ids } } })
      expect(new Set(cases.map((one) => one.patientId)).size).toBe(1)
    }))

  it('takes an unknown person', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const patient = { unknown: true, sex: 'male', ageYears: 60, description: 'found at the market' } as const
      const caseId = await sendCase(nurse, { patient })
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { patient: true } })
      expect(found.patient).toMatchObject({ isUnknown: true, ageYears: 60, pinflHash: null, familyName: null })
    }))

  it('with an ECG on its way waits in the queue under a warning', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const receipt = await submitCase(nurse, caseInput([], { filesExpected: 1 }))
      expect(receipt).toMatchObject({ state: 'TRIAGED', class: 'URGENT', warnings: [{ code: 'ecg_on_its_way' }] })
      expect((await tx.case.findUniqueOrThrow({ where: { id: receipt.caseId } })).filesExpected).toBe(1)
    }))

  it('is never refused because of its file', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await uploadUnreadable(nurse)
      const receipt = await submitCase(nurse, caseInput([fileId]))
      expect(receipt).toMatchObject({ state: 'TRIAGED', warnings: [{ code: 'file_not_readable', fileId }] })
    }))

  it('names its place behind more urgent cases and before what came later', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      await sendCase(nurse, { emergency: true })
      await sendCase(nurse)
      const file = await upload(nurse)
      const third = await submitCase(at(nurse, 60), caseInput([file]))
      const emergency = await submitCase(at(nurse, 120), caseInput([file], { emergency: true }))
      expect([third.queuePlace, emergency.queuePlace]).toEqual([3, 2])
    }))

  it.each(['cardiologist', 'coordinator', 'admin', 'auditor'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse)
      expect(await refusal(submitCase(cast[role], caseInput([fileId])))).toBe('forbidden')
    }),
  )

  it('with the file of another facility is refused like one with no file', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse } = await makeCast(tx)
      const fileId = await upload(otherNurse)
      expect(await refusal(submitCase(nurse, caseInput([fileId])))).toBe('invalid_input')
      expect(await tx.case.count({ where: { facilityId: nurse.actor.facilityId ?? '' } })).toBe(0)
    }))

  it.each([
    ['no reason', { clinical: { reasons: [] } }],
    ['no file', { fileIds: [] }],
    ['a pressure out of range', { clinical: { reasons: ['dyspnoea'], systolicMmHg: 301 } }],
    ['pain in the future', { clinical: { reasons: ['chest_pain'], painOnsetAt: minutes(6).toISOString() } }],
    ['pain of eight days ago', { clinical: { reasons: ['chest_pain'], painOnsetAt: '2026-01-07T12:00:00Z' } }],
  ] satisfies [string, Partial<CaseInput>][])('with %s is refused and leaves nothing', (_, more) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse)
      expect(await refusal(submitCase(nurse, caseInput([fileId], more)))).toBe('invalid_input')
      expect(await tx.case.count({ where: { createdById: nurse.actor.userId } })).toBe(0)
    }),
  )
})

describe('a case and the person in its file', () => {
  const inFile = { id: OTHER_PERSON.pinfl, familyName: 'Boshqa', givenName: 'Odam', sex: 'female' } as const

  it.each([true, false])('are shown side by side where they differ; confirmed: %s', (mismatchConfirmed) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse, scpFile({ ...inFile, birthDate: '2001-12-05' }))
      const { warnings } = await submitCase(nurse, caseInput([fileId], { mismatchConfirmed }))
      expect(warnings).toEqual([
        { code: 'id_differs', entered: '•••012', inFile: '•••021', fileId, isConfirmed: mismatchConfirmed },
        { code: 'name_differs', entered: 'Sinov Bemor', inFile: 'Boshqa Odam', fileId, isConfirmed: mismatchConfirmed },
        { code: 'sex_differs', entered: 'male', inFile: 'female', fileId, isConfirmed: mismatchConfirmed },
        {
          code: 'birth_date_differs',
          entered: '1970-03-15',
          inFile: '2001-12-05',
          fileId,
          isConfirmed: mismatchConfirmed,
        },
      ])
    }),
  )

  it.each([
    ['2026-01-14T17:00:00', []],
    ['2026-01-14T16:59:59', ['ecg_older_than_24h']],
  ])('recorded in Tashkent at %s give %o', (local, codes) =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse, scpFile({}, local))
      const { warnings } = await submitCase(nurse, caseInput([fileId]))
      expect(warnings.map((warning) => warning.code)).toEqual(codes)
    }),
  )

  it('keep a wrong check digit as a warning', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const patient = { ...PERSON, pinfl: '31503705120013', pinflOverrideReason: 'an old paper' }
      const { warnings } = await submitCase(nurse, caseInput([await upload(nurse)], { patient }))
      expect(warnings).toEqual([{ code: 'pinfl_check_digit' }])
    }))
})

describe('a duplicate', () => {
  it('is a case of its own that names the earlier one', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse } = await makeCast(tx)
      const first = await sendCase(nurse)
      const sameEcg = await submitCase(at(nurse, 60), caseInput([await upload(nurse)], { patient: OTHER_PERSON }))
      const samePerson = await submitCase(at(nurse, 120), caseInput([await upload(nurse, scpFile({ ageYears: 3 }))]))
      const elsewhere = await submitCase(at(otherNurse, 180), caseInput([await upload(otherNurse)]))
      expect(sameEcg.duplicates).toEqual([first])
      expect(samePerson.duplicates).toEqual([first])
      expect(elsewhere.duplicates).toEqual([])
    }))

  it('is none after 24 hours', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      await sendCase(nurse)
      const fileId = await upload(nurse)
      const late = await submitCase(at(nurse, 24 * 3600 + 1), caseInput([fileId]))
      expect(late.duplicates).toEqual([])
    }))
})

describe('a draft', () => {
  it('becomes the case, with the files that the form has now', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const [taken, wrong] = [await upload(nurse), await upload(nurse, scpFile({ familyName: 'Begona' }))]
      const { draftId } = await saveDraft(nurse, { form: { familyName: 'Si' }, fileIds: [wrong] })
      const { caseId } = await submitCase(nurse, caseInput([taken], { draftId }))
      expect(caseId).toBe(draftId)
      const files = await tx.caseFile.findMany({ where: { caseId } })
      expect(files.map((file) => file.fileId)).toEqual([taken])
      expect((await tx.case.findUniqueOrThrow({ where: { id: caseId } })).draft).toEqual({})
    }))

  it('is sent once', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { draftId } = await saveDraft(nurse, { form: {}, fileIds: [] })
      const fileId = await upload(nurse)
      await submitCase(nurse, caseInput([fileId], { draftId }))
      expect(await refusal(submitCase(nurse, caseInput([fileId], { draftId })))).toBe('conflict')
      expect(await eventsOf(tx, draftId)).toEqual(['create', 'submit', 'triage'])
    }))

  it('of another facility is not there', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse } = await makeCast(tx)
      const { draftId } = await saveDraft(otherNurse, { form: {}, fileIds: [] })
      const fileId = await upload(nurse)
      expect(await refusal(submitCase(nurse, caseInput([fileId], { draftId })))).toBe('not_found')
    }))
})

describe('many cases at the same moment', () => {
  it('of one new person make one person, and numbers that nobody has twice', () =>
    ownDatabase(async (db) => {
      const { nurse, otherNurse, cardiologist } = await makeCast(db)
      const files = [await upload(nurse), await upload(otherNurse)]
      const sent = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          index % 2 === 0
            ? submitCase(nurse, caseInput([files[0] ?? '']))
            : submitCase(otherNurse, caseInput([files[1] ?? ''])),
        ),
      )
      expect(await db.patient.count()).toBe(1)
      expect(new Set(sent.map((receipt) => receipt.number)).size).toBe(12)
      expect((await claimCase(cardiologist, sent[0]?.caseId ?? '', {})).state).toBe('CLAIMED')
    }))

  it('from one draft make one case', () =>
    ownDatabase(async (db) => {
      const { nurse } = await makeCast(db)
      const fileId = await upload(nurse)
      const { draftId } = await saveDraft(nurse, { form: {}, fileIds: [fileId] })
      const send = () => refusal(submitCase(nurse, caseInput([fileId], { draftId })))
      expect((await Promise.all([send(), send(), send()])).toSorted()).toEqual(['conflict', 'conflict', 'done'])
      expect(await eventsOf(db, draftId)).toEqual(['create', 'submit', 'triage'])
    }))
})
