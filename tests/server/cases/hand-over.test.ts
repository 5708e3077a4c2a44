import { describe, expect, it } from 'vitest'
import { getCase } from '@/server/cases/case-queries'
import { handOver } from '@/server/cases/hand-over'
import { releaseExpired } from '@/server/cases/release-case'
import { writeReport } from '@/server/cases/write-report'
import { auditOf, caseIn, expectConflictOutside, lastEvent, REPORT, refusal, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

describe('handing a case over', () => {
  it('makes the colleague its holder, under a lease and a fence of his own', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const before = (await getCase(cast.cardiologist, caseId)).claim
      const toUserId = cast.cardiologist2.actor.userId
      const result = await handOver(cast.cardiologist, caseId, { toUserId, note: 'my shift ends' })
      expect(result.state).toBe('CLAIMED')
      const { claim } = await getCase(cast.cardiologist2, caseId)
      expect(claim).toMatchObject({ isMine: true, fence: (before?.fence ?? 0) + 1 })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'hand_over', detail: { readerId: toUserId } })
      expect((await auditOf(tx, caseId)).at(-2)).toBe('case.hand_over')
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...REPORT, sign: false }))).toBe('not_holder')
    }))

  it('gives it back to the queue when the colleague gives no sign', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW', { emergency: true })
      await handOver(cast.cardiologist, caseId, { toUserId: cast.cardiologist2.actor.userId })
      expect(await releaseExpired(tx, () => new Date(NOON.getTime() + 179_000))).toBe(0)
      expect(await releaseExpired(tx, () => new Date(NOON.getTime() + 181_000))).toBe(1)
      expect((await getCase(cast.cardiologist2, caseId)).state).toBe('TRIAGED')
    }))

  it('is the holder’s or the coordinator’s to do, and a reader’s of the region to take', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const waiting = await sendCase(cast.nurse)
      const held = await caseIn(cast, 'CLAIMED')
      const to = (person: 'cardiologist' | 'cardiologist2' | 'nurse' | 'farCardiologist') => ({
        toUserId: cast[person].actor.userId,
      })
      expect(await refusal(handOver(cast.cardiologist2, held, to('cardiologist2')))).toBe('not_holder')
      expect(await refusal(handOver(cast.nurse, held, to('cardiologist2')))).toBe('forbidden')
      expect(await refusal(handOver(cast.farCardiologist, held, to('cardiologist2')))).toBe('not_found')
      for (const person of ['nurse', 'farCardiologist', 'cardiologist'] as const)
        expect(await refusal(handOver(cast.coordinator, held, to(person)))).toBe('invalid_input')
      expect((await handOver(cast.coordinator, waiting, to('cardiologist'))).state).toBe('CLAIMED')
      expect((await handOver(at(cast.coordinator, 5), held, to('cardiologist2'))).state).toBe('CLAIMED')
    }))

  it('is a conflict where nobody reads or waits', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const toUserId = cast.cardiologist2.actor.userId
      await expectConflictOutside(['TRIAGED', 'CLAIMED', 'IN_REVIEW'], cast, (caseId) =>
        handOver(cast.cardiologist, caseId, { toUserId }),
      )
    }))
})
