import { describe, expect, it } from 'vitest'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { closeCase } from '@/server/cases/close-case'
import { listQueue } from '@/server/cases/queue-queries'
import { withdrawVerdict } from '@/server/cases/withdraw-verdict'
import { auditOf, caseIn, expectConflictOutside, lastEvent, refusal } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const UNDERSTOOD = { response: 'understood' }
const CANNOT = { response: 'cannot', reason: 'the road is closed' }
const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

describe('reading the answer back', () => {
  it.each(['RECOMMENDED', 'REPORTED'] as const)('as understood confirms a case that is %s', (state) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, state)
      expect((await acknowledgeCase(at(cast.nurse2, 60), caseId, UNDERSTOOD)).state).toBe('ACKNOWLEDGED')
      expect((await tx.case.findUniqueOrThrow({ where: { id: caseId } })).acknowledgedAt).toEqual(minutes(1))
      expect(await lastEvent(tx, caseId)).toMatchObject({
        type: 'acknowledge',
        actorId: cast.nurse2.actor.userId,
        detail: UNDERSTOOD,
      })
      expect(await auditOf(tx, caseId)).toContain('case.acknowledge')
    }),
  )

  it('as impossible puts it in the queue again with its class and a new target', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED', { emergency: true })
      expect(await acknowledgeCase(at(cast.nurse, 60), caseId, CANNOT)).toMatchObject({
        state: 'TRIAGED',
        class: 'EMERGENT',
      })
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        readerId: null,
        answeredAt: null,
        openDueAt: minutes(4),
        answerDueAt: minutes(11),
      })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'cannot_do', detail: CANNOT })
      expect((await listQueue(cast.cardiologist2, {})).items.map((item) => item.caseId)).toEqual([caseId])
    }))

  it('as impossible says why', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect(await refusal(acknowledgeCase(cast.nurse, caseId, { response: 'cannot' }))).toBe('invalid_input')
    }))

  it.each(['cardiologist', 'coordinator', 'admin'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect(await refusal(acknowledgeCase(cast[role], caseId, UNDERSTOOD))).toBe('forbidden')
    }),
  )

  it('of another facility is as if the case were not there', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect(await refusal(acknowledgeCase(cast.otherNurse, caseId, UNDERSTOOD))).toBe('not_found')
    }))

  it.each([UNDERSTOOD, CANNOT])('is a conflict where there is no answer: %o', (response) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['RECOMMENDED', 'REPORTED', 'AMENDED'], cast, (caseId) =>
        acknowledgeCase(cast.nurse, caseId, response),
      )
    }),
  )

  it('and taking the verdict back at the same moment do not both happen', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      const [read, taken] = await Promise.all([
        refusal(acknowledgeCase(cast.nurse, caseId, UNDERSTOOD)),
        refusal(withdrawVerdict(cast.cardiologist, caseId, {})),
      ])
      expect([read, taken].toSorted()).toEqual(['conflict', 'done'])
      const { state } = await db.case.findUniqueOrThrow({ where: { id: caseId } })
      expect(state).toBe(read === 'done' ? 'ACKNOWLEDGED' : 'IN_REVIEW')
    }))
})

describe('an outcome', () => {
  it.each(['nurse', 'cardiologist'] as const)('of the %s closes the case', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'ACKNOWLEDGED')
      const outcome = { outcome: 'pci_done', note: 'stent in the LAD' }
      expect((await closeCase(at(cast[role], 60), caseId, outcome)).state).toBe('CLOSED')
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        outcome: 'pci_done',
        endedAt: minutes(1),
      })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'close', detail: outcome })
      expect(await auditOf(tx, caseId)).toContain('case.close')
    }),
  )

  it('is one of the list', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'ACKNOWLEDGED')
      expect(await refusal(closeCase(cast.nurse, caseId, { outcome: 'fine' }))).toBe('invalid_input')
      expect(await refusal(closeCase(cast.nurse, caseId, {}))).toBe('invalid_input')
    }))

  it('is not for strangers', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'ACKNOWLEDGED')
      const outcome = { outcome: 'discharged' }
      expect(await refusal(closeCase(cast.otherNurse, caseId, outcome))).toBe('not_found')
      expect(await refusal(closeCase(cast.farCardiologist, caseId, outcome))).toBe('not_found')
      expect(await refusal(closeCase(cast.coordinator, caseId, outcome))).toBe('forbidden')
    }))

  it('is a conflict before the answer is confirmed and after the end', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['ACKNOWLEDGED', 'IN_TRANSFER'], cast, (caseId) =>
        closeCase(cast.nurse, caseId, { outcome: 'discharged' }),
      )
    }))
})
