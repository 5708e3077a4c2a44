import { describe, expect, it } from 'vitest'
import { CASE_STATES, isEnded } from '@/cases/case-state'
import { addClinical } from '@/server/cases/add-clinical'
import { getCase } from '@/server/cases/case-queries'
import { changeClass } from '@/server/cases/change-class'
import { auditOf, expectConflictOutside, lastEvent, refusal, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const SENT = CASE_STATES.filter((state) => state !== 'DRAFT' && !isEnded(state))
const RAISE = { class: 'EMERGENT', reason: 'grey and cold' }
const LOWER = { class: 'ROUTINE', reason: 'a known old block' }
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

describe('changing the class', () => {
  it.each(['nurse', 'cardiologist', 'coordinator'] as const)(
    'upwards is for the %s, with the old time of receipt',
    (role) =>
      rolledBack(async (tx) => {
        const cast = await makeCast(tx)
        const caseId = await sendCase(cast.nurse)
        expect(await changeClass(at(cast[role], 60), caseId, RAISE)).toMatchObject({
          state: 'TRIAGED',
          class: 'EMERGENT',
        })
        expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
          submittedAt: NOON,
          openDueAt: minutes(3),
          answerDueAt: minutes(10),
          queueKeyAt: minutes(10),
        })
        expect(await lastEvent(tx, caseId)).toMatchObject({
          type: 'change_class',
          actorId: cast[role].actor.userId,
          detail: { classBefore: 'URGENT', ...RAISE },
        })
        expect(await auditOf(tx, caseId)).toContain('case.change_class')
      }),
  )

  it('downwards is for the cardiologist', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse, { emergency: true })
      expect(await refusal(changeClass(cast.nurse, caseId, LOWER))).toBe('forbidden')
      expect(await refusal(changeClass(cast.coordinator, caseId, LOWER))).toBe('forbidden')
      expect((await getCase(cast.nurse, caseId)).class).toBe('EMERGENT')
      expect((await changeClass(cast.cardiologist, caseId, LOWER)).class).toBe('ROUTINE')
      expect((await getCase(cast.nurse, caseId)).classReasons).toEqual([
        { source: 'person', code: 'lowered', class: 'ROUTINE', value: LOWER.reason },
      ])
    }))

  it('says why', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(changeClass(cast.nurse, caseId, { class: 'EMERGENT' }))).toBe('invalid_input')
      expect(await refusal(changeClass(cast.nurse, caseId, { ...RAISE, reason: ' ' }))).toBe('invalid_input')
    }))

  it('is not for strangers', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(changeClass(cast.otherNurse, caseId, RAISE))).toBe('not_found')
      expect(await refusal(changeClass(cast.farCardiologist, caseId, RAISE))).toBe('not_found')
      expect(await refusal(changeClass(cast.admin, caseId, RAISE))).toBe('forbidden')
    }))

  it('is a conflict before sending and after the end', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(SENT, cast, (caseId) => changeClass(cast.cardiologist, caseId, RAISE))
      await expectConflictOutside(SENT, cast, (caseId) => changeClass(cast.nurse, caseId, RAISE))
    }))

  it('of a nurse survives values that come later', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      await changeClass(cast.nurse, caseId, RAISE)
      expect((await addClinical(cast.nurse, caseId, { systolicMmHg: 130 })).class).toBe('EMERGENT')
    }))
})
