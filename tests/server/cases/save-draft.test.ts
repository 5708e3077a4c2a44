import { describe, expect, it } from 'vitest'
import { addClinical } from '@/server/cases/add-clinical'
import { addRecordings } from '@/server/cases/add-recordings'
import { getCase } from '@/server/cases/case-queries'
import { changeClass } from '@/server/cases/change-class'
import { changePatient } from '@/server/cases/change-patient'
import { saveDraft } from '@/server/cases/save-draft'
import { auditOf, caseIn, eventsOf, PERSON, refusal } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { upload } from '../../support/files'
import { makeCast } from '../../support/people'

const FORM = { familyName: 'Si', vitals: { systolicMmHg: '12' } }

describe('saving a draft', () => {
  it('keeps the form as it stands, with its files', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse)
      const { draftId } = await saveDraft(nurse, { form: FORM, fileIds: [fileId] })
      const view = await getCase(nurse, draftId)
      expect(view).toMatchObject({ state: 'DRAFT', draft: FORM, files: [{ fileId }], patient: null, clinical: null })
      expect(await auditOf(tx, draftId)).toEqual(expect.arrayContaining(['case.create', 'case.save-draft']))
    }))

  it('again changes the same draft and lets go of files that were taken out', () =>
    rolledBack(async (tx) => {
      const { nurse, nurse2 } = await makeCast(tx)
      const fileId = await upload(nurse)
      const { draftId } = await saveDraft(nurse, { form: FORM, fileIds: [fileId] })
      expect((await saveDraft(nurse2, { draftId, form: { familyName: 'Sinov' }, fileIds: [] })).draftId).toBe(draftId)
      expect(await getCase(nurse, draftId)).toMatchObject({ draft: { familyName: 'Sinov' }, files: [] })
      expect(await eventsOf(tx, draftId)).toEqual(['create'])
      expect(await tx.storedFile.count({ where: { id: fileId } })).toBe(1)
    }))

  it('of a case that was sent is a conflict', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const draftId = await caseIn(cast, 'TRIAGED')
      expect(await refusal(saveDraft(cast.nurse, { draftId, form: {}, fileIds: [] }))).toBe('conflict')
    }))

  it('of another facility, or with its file, is refused', () =>
    rolledBack(async (tx) => {
      const { nurse, otherNurse } = await makeCast(tx)
      const { draftId } = await saveDraft(nurse, { form: {}, fileIds: [] })
      const fileId = await upload(nurse)
      expect(await refusal(saveDraft(otherNurse, { draftId, form: {}, fileIds: [] }))).toBe('not_found')
      expect(await refusal(saveDraft(otherNurse, { form: {}, fileIds: [fileId] }))).toBe('invalid_input')
    }))

  it.each(['cardiologist', 'coordinator', 'admin'] as const)('is not for a %s, who does not see one either', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { draftId } = await saveDraft(cast.nurse, { form: FORM, fileIds: [] })
      expect(await refusal(saveDraft(cast[role], { form: FORM, fileIds: [] }))).toBe('forbidden')
      expect(['not_found', 'forbidden']).toContain(await refusal(getCase(cast[role], draftId)))
    }),
  )

  it('is the only way to change it before it is sent', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const { draftId } = await saveDraft(nurse, { form: FORM, fileIds: [] })
      const fileId = await upload(nurse)
      const verbs = [
        () => addRecordings(nurse, draftId, { fileIds: [fileId] }),
        () => addClinical(nurse, draftId, { systolicMmHg: 80 }),
        () => changeClass(nurse, draftId, { class: 'EMERGENT', reason: 'pale' }),
        () => changePatient(nurse, draftId, { patient: PERSON, reason: 'card found' }),
      ]
      for (const verb of verbs) expect(await refusal(verb())).toBe('conflict')
      expect(await eventsOf(tx, draftId)).toEqual(['create'])
    }))
})
