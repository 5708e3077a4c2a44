import { describe, expect, it } from 'vitest'
import { CASE_STATES, isEnded } from '@/cases/case-state'
import { addClinical } from '@/server/cases/add-clinical'
import { getCase } from '@/server/cases/case-queries'
import { changeClass } from '@/server/cases/change-class'
import { giveVerdict } from '@/server/cases/give-verdict'
import { auditOf, caseIn, expectConflictOutside, lastEvent, refusal, sendCase } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const SENT = CASE_STATES.filter((state) => state !== 'DRAFT' && !isEnded(state))
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

describe('values that come later', () => {
  it('join the card and leave the class where it is', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { clinical: { reasons: ['dyspnoea'], ticks: ['presyncope'] } })
      const answer = await addClinical(at(cast.nurse, 60), caseId, { systolicMmHg: 120, ticks: ['sweating'] })
      expect(answer).toMatchObject({ state: 'TRIAGED', class: 'URGENT' })
      expect((await getCase(cast.cardiologist, caseId)).clinical).toEqual({
        reasons: ['dyspnoea'],
        systolicMmHg: 120,
        ticks: ['presyncope', 'sweating'],
      })
      expect(await lastEvent(tx, caseId)).toMatchObject({
        type: 'add_clinical',
        detail: { fields: ['systolicMmHg', 'ticks'], class: 'URGENT' },
      })
      expect(await auditOf(tx, caseId)).toContain('case.add_clinical')
      expect(await tx.classComputation.count({ where: { caseId } })).toBe(2)
    }))

  it('raise the class, with the time since receipt going on', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      const answer = await addClinical(at(cast.nurse, 60), caseId, { systolicMmHg: 80 })
      expect(answer).toMatchObject({ state: 'CLAIMED', class: 'EMERGENT' })
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        submittedAt: NOON,
        openDueAt: minutes(3),
        answerDueAt: minutes(10),
      })
    }))

  it('never lower it: a pressure that is better now leaves an emergency one', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { clinical: { reasons: ['dyspnoea'], systolicMmHg: 80 } })
      expect((await addClinical(cast.nurse, caseId, { systolicMmHg: 130 })).class).toBe('EMERGENT')
    }))

  it.each(['RECOMMENDED', 'REPORTED', 'ACKNOWLEDGED'] as const)(
    'that raise the class after the answer (%s) put the case in the queue as a new reading',
    (state) =>
      rolledBack(async (tx) => {
        const cast = await makeCast(tx)
        const caseId = await caseIn(cast, state)
        expect(await addClinical(at(cast.nurse, 3600), caseId, { systolicMmHg: 80 })).toMatchObject({
          state: 'TRIAGED',
          class: 'EMERGENT',
        })
        expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
          readerId: null,
          submittedAt: minutes(60),
          answerDueAt: minutes(70),
        })
        const types = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'desc' }, take: 2 })
        expect(types.map(({ type, stateAfter }) => [type, stateAfter])).toEqual([
          ['triage', 'TRIAGED'],
          ['add_clinical', state],
        ])
      }),
  )

  it('that do not raise it leave an answered case answered', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect((await addClinical(cast.nurse, caseId, { weightKg: 80 })).state).toBe('RECOMMENDED')
    }))

  it('that bring no news leave an answered case answered, although its class was lowered', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await changeClass(cast.cardiologist, caseId, { class: 'ROUTINE', reason: 'a known old block' })
      await giveVerdict(cast.cardiologist, caseId, { verdict: 'no_emergency' })
      expect((await addClinical(cast.nurse, caseId, { weightKg: 80 })).state).toBe('RECOMMENDED')
      expect((await addClinical(cast.nurse, caseId, { systolicMmHg: 80 })).state).toBe('TRIAGED')
    }))

  it('may come from the reader, who heard them on the phone', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      expect((await addClinical(cast.cardiologist, caseId, { painNow: 7 })).state).toBe('IN_REVIEW')
    }))

  it('keep to their ranges', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(addClinical(cast.nurse, caseId, { spo2Percent: 101 }))).toBe('invalid_input')
      const tomorrow = new Date(NOON.getTime() + 86_400_000).toISOString()
      expect(await refusal(addClinical(cast.nurse, caseId, { painOnsetAt: tomorrow }))).toBe('invalid_input')
    }))

  it('are not for strangers', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(addClinical(cast.otherNurse, caseId, { painNow: 1 }))).toBe('not_found')
      expect(await refusal(addClinical(cast.farCardiologist, caseId, { painNow: 1 }))).toBe('not_found')
      expect(await refusal(addClinical(cast.coordinator, caseId, { painNow: 1 }))).toBe('forbidden')
    }))

  it('are a conflict before sending and after the end', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(SENT, cast, (caseId) => addClinical(cast.nurse, caseId, { weightKg: 80 }))
    }))

  it('from two people at the same moment are both kept', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await sendCase(cast.nurse)
      await Promise.all([
        addClinical(cast.nurse, caseId, { systolicMmHg: 85 }),
        addClinical(cast.nurse2, caseId, { heartRateBpm: 70 }),
        addClinical(cast.cardiologist, caseId, { weightKg: 80 }),
      ])
      const { clinical, class: itsClass } = await getCase(cast.nurse, caseId)
      expect(clinical).toMatchObject({ systolicMmHg: 85, heartRateBpm: 70, weightKg: 80 })
      expect(itsClass).toBe('EMERGENT')
    }))
})
