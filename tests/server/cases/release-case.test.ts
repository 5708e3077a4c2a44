import { describe, expect, it } from 'vitest'
import { addRecordings } from '@/server/cases/add-recordings'
import { claimCase } from '@/server/cases/claim-case'
import { giveVerdict } from '@/server/cases/give-verdict'
import { heartbeatCase } from '@/server/cases/heartbeat-case'
import { releaseCase, releaseExpired } from '@/server/cases/release-case'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, refusal, sendCase } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { upload } from '../../support/files'
import { at, makeCast } from '../../support/people'

const clockAt = (seconds: number) => () => new Date(NOON.getTime() + seconds * 1000)

describe('giving a case back', () => {
  it('puts it at its old place, with an event and an audit row', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const before = await tx.case.findUniqueOrThrow({ where: { id: caseId } })
      const answer = await releaseCase(at(cast.cardiologist, 60), caseId, { reason: 'called away' })
      expect(answer).toMatchObject({ state: 'TRIAGED', leaseUntil: null })
      const { submittedAt, queueKeyAt, openDueAt, answerDueAt } = before
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        ...{ submittedAt, queueKeyAt, openDueAt, answerDueAt },
        readerId: null,
        claimedAt: null,
      })
      expect(await lastEvent(tx, caseId)).toMatchObject({
        type: 'release',
        detail: { reason: 'called away', readerId: cast.cardiologist.actor.userId },
      })
      expect(await auditOf(tx, caseId)).toContain('case.release')
    }))

  it('is for its holder only', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      expect(await refusal(releaseCase(cast.cardiologist2, caseId, {}))).toBe('not_holder')
      expect(await refusal(releaseCase(cast.farCardiologist, caseId, {}))).toBe('not_found')
      expect(await refusal(releaseCase(cast.coordinator, caseId, {}))).toBe('forbidden')
      expect(await refusal(releaseCase(cast.nurse, caseId, {}))).toBe('forbidden')
    }))

  it('is a conflict where nobody holds it', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['CLAIMED', 'IN_REVIEW', 'SECOND_OPINION'], cast, (caseId) =>
        releaseCase(cast.cardiologist, caseId, {}),
      )
    }))
})

describe('a sign of life', () => {
  it('begins the lease anew and leaves no trace', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const [events, audit] = [await eventsOf(tx, caseId), await auditOf(tx, caseId)]
      const answer = await heartbeatCase(at(cast.cardiologist, 300), caseId, {})
      expect(answer.leaseUntil).toBe(new Date(NOON.getTime() + 15 * 60_000).toISOString())
      expect(await eventsOf(tx, caseId)).toEqual(events)
      expect(await auditOf(tx, caseId)).toEqual(audit)
    }))

  it('is for its holder only', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      expect(await refusal(heartbeatCase(cast.cardiologist2, caseId, {}))).toBe('not_holder')
      expect(await refusal(heartbeatCase(cast.farCardiologist, caseId, {}))).toBe('not_found')
      expect(await refusal(heartbeatCase(cast.nurse, caseId, {}))).toBe('forbidden')
    }))

  it('is a conflict where nobody holds it', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['CLAIMED', 'IN_REVIEW'], cast, (caseId) =>
        heartbeatCase(cast.cardiologist, caseId, {}),
      )
    }))
})

describe('a reader who fell silent', () => {
  it('loses the case after its lease, to nobody in particular', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist, cardiologist2 } = await makeCast(db)
      const urgent = await sendCase(nurse)
      const emergency = await sendCase(nurse, { emergency: true })
      for (const caseId of [urgent, emergency]) await claimCase(cardiologist, caseId, {})
      expect(await releaseExpired(db, clockAt(180))).toBe(0)
      expect(await releaseExpired(db, clockAt(181))).toBe(1)
      expect(await lastEvent(db, emergency)).toMatchObject({
        type: 'release',
        actorId: null,
        detail: { reason: 'lease_expired', readerId: cardiologist.actor.userId },
      })
      expect((await db.case.findUniqueOrThrow({ where: { id: urgent } })).state).toBe('CLAIMED')
      expect((await claimCase(at(cardiologist2, 182), emergency, {})).state).toBe('CLAIMED')
      expect(await refusal(giveVerdict(at(cardiologist, 183), emergency, { verdict: 'act_now' }))).toBe('not_holder')
    }))

  it('keeps it by a sign of life, and an answer ends the lease', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      const [held, answered] = [await sendCase(nurse, { emergency: true }), await sendCase(nurse, { emergency: true })]
      for (const caseId of [held, answered]) await claimCase(cardiologist, caseId, {})
      await heartbeatCase(at(cardiologist, 170), held, {})
      await giveVerdict(at(cardiologist, 170), answered, { verdict: 'act_now' })
      expect(await releaseExpired(db, clockAt(340))).toBe(0)
      expect(await releaseExpired(db, clockAt(351))).toBe(1)
      expect((await db.case.findUniqueOrThrow({ where: { id: answered } })).state).toBe('RECOMMENDED')
    }))

  it('goes back half a minute after its page was closed, and three quarters after a page fell silent', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      const [closed, silent, program] = [await sendCase(nurse), await sendCase(nurse), await sendCase(nurse)]
      for (const caseId of [closed, silent, program]) await claimCase(cardiologist, caseId, {})
      for (const caseId of [closed, silent]) await heartbeatCase(cardiologist, caseId, { isPage: true })
      await heartbeatCase(at(cardiologist, 5), closed, { isPage: true, isClosing: true })
      expect(await releaseExpired(db, clockAt(35))).toBe(0)
      expect(await releaseExpired(db, clockAt(36))).toBe(1)
      expect(await lastEvent(db, closed)).toMatchObject({ type: 'release', detail: { reason: 'page_closed' } })
      expect(await releaseExpired(db, clockAt(45))).toBe(0)
      expect(await releaseExpired(db, clockAt(46))).toBe(1)
      expect((await db.case.findUniqueOrThrow({ where: { id: silent } })).state).toBe('TRIAGED')
      // A program has no page: its lease is all that counts.
      expect((await db.case.findUniqueOrThrow({ where: { id: program } })).state).toBe('CLAIMED')
    }))

  it('is kept by a page that lives for as long as its reader does something, and no longer', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      const caseId = await sendCase(nurse, { emergency: true })
      await claimCase(cardiologist, caseId, {})
      const beat = (second: number, idleMs: number) =>
        heartbeatCase(at(cardiologist, second), caseId, { isPage: true, idleMs })
      expect((await beat(100, 0)).leaseUntil).toBe(clockAt(280)().toISOString())
      expect((await beat(200, 100_000)).leaseUntil).toBe(clockAt(280)().toISOString())
      await beat(270, 170_000)
      expect(await releaseExpired(db, clockAt(281))).toBe(1)
      expect(await lastEvent(db, caseId)).toMatchObject({ detail: { reason: 'lease_expired' } })
    }))

  it('whose sign of life is being written while the worker looks keeps it', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      const caseId = await sendCase(nurse)
      await claimCase(cardiologist, caseId, {})
      const sweep = await db.$transaction(async (tx) => {
        await heartbeatCase({ ...at(cardiologist, 599), db: tx }, caseId, {})
        const count = releaseExpired(db, clockAt(601))
        // The worker has seen the old lease and waits for the row.
        while ((await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`).length === 0);
        return { count }
      })
      expect(await sweep.count).toBe(0)
      expect((await db.case.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('CLAIMED')
    }))

  it('loses it once, when two workers look at the same moment', () =>
    ownDatabase(async (db) => {
      const { nurse, cardiologist } = await makeCast(db)
      const caseId = await sendCase(nurse)
      await claimCase(cardiologist, caseId, {})
      const counts = await Promise.all([releaseExpired(db, clockAt(601)), releaseExpired(db, clockAt(601))])
      expect(counts.toSorted()).toEqual([0, 1])
      expect((await eventsOf(db, caseId)).filter((type) => type === 'release')).toHaveLength(1)
    }))
})

describe('a repeat that does not come', () => {
  it('puts the case in the queue again, with the old clock', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'RETURNED_FOR_REPEAT')
      expect(await releaseExpired(db, clockAt(20 * 60))).toBe(0)
      expect(await releaseExpired(db, clockAt(20 * 60 + 1))).toBe(1)
      const found = await db.case.findUniqueOrThrow({ where: { id: caseId } })
      expect(found).toMatchObject({ state: 'TRIAGED', readerId: null, submittedAt: NOON })
      expect(await lastEvent(db, caseId)).toMatchObject({ type: 'cannot_repeat', actorId: null })
    }))

  it('is not waited for once it has come', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'RETURNED_FOR_REPEAT')
      await addRecordings(cast.nurse, caseId, { fileIds: [await upload(cast.nurse)] })
      expect(await releaseExpired(db, clockAt(24 * 3600))).toBe(0)
    }))
})
