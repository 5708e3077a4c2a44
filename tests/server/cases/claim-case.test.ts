import { describe, expect, it } from 'vitest'
import { cancelCase } from '@/server/cases/cancel-case'
import { claimCase } from '@/server/cases/claim-case'
import { releaseCase } from '@/server/cases/release-case'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, refusal, sendCase } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const minutesAfterNoon = (iso: string | null | undefined) => (Date.parse(iso ?? '') - NOON.getTime()) / 60_000

describe('claiming a case', () => {
  it('makes one reader its holder, with an event and an audit row', () =>
    rolledBack(async (tx) => {
      const { nurse, cardiologist } = await makeCast(tx)
      const caseId = await sendCase(nurse)
      const answer = await claimCase(at(cardiologist, 60), caseId, {})
      expect(answer).toMatchObject({ caseId, state: 'CLAIMED', class: 'URGENT' })
      expect(minutesAfterNoon(answer.leaseUntil)).toBe(11)
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } })
      expect(found).toMatchObject({ state: 'CLAIMED', readerId: cardiologist.actor.userId })
      expect(await lastEvent(tx, caseId)).toMatchObject({
        type: 'claim',
        stateAfter: 'CLAIMED',
        actorId: cardiologist.actor.userId,
        facilityId: nurse.actor.facilityId,
      })
      expect(await auditOf(tx, caseId)).toContain('case.claim')
    }))

  it.each([
    [true, 3],
    [false, 10],
  ])('as an emergency (%s) is a lease of %d minutes', (emergency, minutes) =>
    rolledBack(async (tx) => {
      const { nurse, cardiologist } = await makeCast(tx)
      const caseId = await sendCase(nurse, { emergency })
      expect(minutesAfterNoon((await claimCase(cardiologist, caseId, {})).leaseUntil)).toBe(minutes)
    }),
  )

  it('again by its holder only renews the lease', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const before = await eventsOf(tx, caseId)
      const answer = await claimCase(at(cast.cardiologist, 300), caseId, {})
      expect(answer.state).toBe('IN_REVIEW')
      expect(minutesAfterNoon(answer.leaseUntil)).toBe(15)
      expect(await eventsOf(tx, caseId)).toEqual(before)
    }))

  it('that another reader holds is refused', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      expect(await refusal(claimCase(cast.cardiologist2, caseId, {}))).toBe('already_claimed')
      await releaseCase(cast.cardiologist, caseId, {})
      expect((await claimCase(cast.cardiologist2, caseId, {})).state).toBe('CLAIMED')
    }))

  it('is a conflict in every state but those of the queue', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['TRIAGED', 'CLAIMED', 'IN_REVIEW'], cast, (caseId) =>
        claimCase(cast.cardiologist, caseId, {}),
      )
    }))

  it.each(['nurse', 'coordinator', 'admin', 'auditor'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(claimCase(cast[role], caseId, {}))).toBe('forbidden')
    }),
  )

  it('of another region is as if it were not there', () =>
    rolledBack(async (tx) => {
      const { nurse, farCardiologist } = await makeCast(tx)
      const caseId = await sendCase(nurse)
      expect(await refusal(claimCase(farCardiologist, caseId, {}))).toBe('not_found')
    }))

  it('takes no fields', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(claimCase(cast.cardiologist, caseId, { force: true }))).toBe('invalid_input')
    }))
})

describe('a race for a case', () => {
  it('of 64 claims by two readers has one winner, and the other reader hears who was late', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist, cardiologist2 } = await makeCast(db)
      const caseId = await sendCase(nurse)
      const readers = Array.from({ length: 64 }, (_, index) => (index % 2 === 0 ? cardiologist : cardiologist2))
      const answers = await Promise.all(readers.map((reader) => refusal(claimCase(reader, caseId, {}))))
      const winner = (await db.case.findUniqueOrThrow({ where: { id: caseId } })).readerId
      const expected = readers.map((reader) => (reader.actor.userId === winner ? 'done' : 'already_claimed'))
      expect(answers).toEqual(expected)
      expect((await eventsOf(db, caseId)).filter((type) => type === 'claim')).toHaveLength(1)
    }))

  it('with its cancellation ends one way or the other, never both', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      for (let round = 0; round < 5; round++) {
        const caseId = await sendCase(nurse)
        const [claimed, cancelled] = await Promise.all([
          refusal(claimCase(cardiologist, caseId, {})),
          cancelCase(nurse, caseId, { reason: 'duplicate' }),
        ])
        const { state } = await db.case.findUniqueOrThrow({ where: { id: caseId } })
        // Who was claimed first cannot be cancelled without the reader: the nurse has asked for it.
        const expected =
          claimed === 'done'
            ? { state: 'CLAIMED', isCancelRequested: true }
            : { state: 'CANCELLED', isCancelRequested: undefined }
        expect({ state, isCancelRequested: cancelled.isCancelRequested }).toEqual(expected)
      }
    }))
})
