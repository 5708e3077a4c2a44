import { describe, expect, it } from 'vitest'
import { CASE_STATES, isEnded } from '@/cases/case-state'
import { addRecordings } from '@/server/cases/add-recordings'
import { getCase } from '@/server/cases/case-queries'
import { auditOf, caseIn, expectConflictOutside, lastEvent, OTHER_PERSON, refusal, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { scpFile, upload } from '../../support/files'
import { at, makeCast } from '../../support/people'

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)
const SENT = CASE_STATES.filter((state) => state !== 'DRAFT' && !isEnded(state))

describe('another ECG', () => {
  it('joins the case and ends the waiting for it', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { fileIds: [], filesExpected: 1 })
      const fileId = await upload(cast.nurse)
      const answer = await addRecordings(at(cast.nurse2, 60), caseId, { fileIds: [fileId] })
      expect(answer).toMatchObject({ state: 'TRIAGED', class: 'URGENT' })
      expect(await getCase(cast.cardiologist, caseId)).toMatchObject({
        files: [{ fileId, recording: { kind: 'waveform' } }],
        filesExpected: 0,
        warnings: [],
        submittedAt: NOON.toISOString(),
      })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'add_recording', detail: { fileIds: [fileId] } })
      expect(await auditOf(tx, caseId)).toContain('case.add_recording')
    }))

  it.each(['CLAIMED', 'IN_REVIEW'] as const)('leaves a case that is %s with its reader', (state) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, state)
      const answer = await addRecordings(at(cast.nurse, 60), caseId, { fileIds: [await upload(cast.nurse)] })
      expect(answer.state).toBe(state)
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } })
      expect(found).toMatchObject({ readerId: cast.cardiologist.actor.userId, submittedAt: NOON })
    }),
  )

  it('after a request to repeat goes to the queue with the old clock', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RETURNED_FOR_REPEAT')
      await addRecordings(at(cast.nurse, 600), caseId, { fileIds: [await upload(cast.nurse)] })
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        state: 'TRIAGED',
        readerId: null,
        leaseUntil: null,
        submittedAt: NOON,
        answerDueAt: minutes(30),
      })
    }))

  it.each(['RECOMMENDED', 'REPORTED', 'ACKNOWLEDGED'] as const)(
    'after the answer (%s) is a new reading with a clock of its own, and the answer stays',
    (state) =>
      rolledBack(async (tx) => {
        const cast = await makeCast(tx)
        const caseId = await caseIn(cast, state)
        await addRecordings(at(cast.nurse, 3600), caseId, { fileIds: [await upload(cast.nurse)] })
        expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
          state: 'TRIAGED',
          readerId: null,
          answeredAt: null,
          submittedAt: minutes(60),
          openDueAt: minutes(75),
          answerDueAt: minutes(90),
          queueKeyAt: minutes(90),
        })
        const view = await getCase(cast.nurse, caseId)
        expect(view.verdict?.verdict ?? view.report?.conclusion).toMatch(/act_now|Sinus rhythm/)
        expect((await lastEvent(tx, caseId)).detail).toMatchObject({ isNewReading: true })
      }),
  )

  it('of somebody else warns like the first one', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      const fileId = await upload(cast.nurse, scpFile({ id: OTHER_PERSON.pinfl, sex: 'female' }))
      await addRecordings(cast.nurse, caseId, { fileIds: [fileId] })
      expect((await getCase(cast.nurse, caseId)).warnings).toEqual([
        { code: 'id_differs', entered: '•••012', inFile: '•••021', fileId, isConfirmed: false },
        { code: 'sex_differs', entered: 'male', inFile: 'female', fileId, isConfirmed: false },
      ])
    }))

  it('that is there already is not there twice', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse)
      const caseId = await sendCase(cast.nurse, { fileIds: [fileId] })
      await addRecordings(cast.nurse, caseId, { fileIds: [fileId, fileId] })
      expect((await getCase(cast.nurse, caseId)).files).toHaveLength(1)
    }))

  it('of another facility, to another facility’s case, or by a reader is refused', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      const theirs = await upload(cast.otherNurse)
      expect(await refusal(addRecordings(cast.nurse, caseId, { fileIds: [theirs] }))).toBe('invalid_input')
      expect(await refusal(addRecordings(cast.otherNurse, caseId, { fileIds: [theirs] }))).toBe('not_found')
      expect(await refusal(addRecordings(cast.cardiologist, caseId, { fileIds: [theirs] }))).toBe('forbidden')
      expect(await refusal(addRecordings(cast.nurse, caseId, { fileIds: [] }))).toBe('invalid_input')
      expect(await tx.caseFile.count({ where: { caseId } })).toBe(1)
    }))

  it('is a conflict before sending and after the end', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileId = await upload(cast.nurse)
      await expectConflictOutside(SENT, cast, (caseId) => addRecordings(cast.nurse, caseId, { fileIds: [fileId] }))
    }))
})
