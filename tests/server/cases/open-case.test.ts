import { describe, expect, it } from 'vitest'
import { openCase } from '@/server/cases/open-case'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, refusal } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

describe('opening a case', () => {
  it('says when the trace was painted first, and renews the lease', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      const answer = await openCase(at(cast.cardiologist, 120), caseId, {})
      const leaseUntil = new Date(NOON.getTime() + 12 * 60_000).toISOString()
      expect(answer).toMatchObject({ state: 'IN_REVIEW', leaseUntil })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'open', stateAfter: 'IN_REVIEW' })
      expect(await auditOf(tx, caseId)).toContain('case.open')
    }))

  it('again changes nothing', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const before = await eventsOf(tx, caseId)
      expect((await openCase(cast.cardiologist, caseId, {})).state).toBe('IN_REVIEW')
      expect(await eventsOf(tx, caseId)).toEqual(before)
    }))

  it('is for its holder only', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      expect(await refusal(openCase(cast.cardiologist2, caseId, {}))).toBe('not_holder')
      expect(await refusal(openCase(cast.farCardiologist, caseId, {}))).toBe('not_found')
      expect(await refusal(openCase(cast.coordinator, caseId, {}))).toBe('forbidden')
      expect((await tx.case.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('CLAIMED')
    }))

  it('is a conflict where nobody holds it: state is checked before holder', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['CLAIMED', 'IN_REVIEW'], cast, (caseId) => openCase(cast.cardiologist, caseId, {}))
      const ended = await caseIn(cast, 'CLOSED')
      expect(await refusal(openCase(cast.cardiologist2, ended, {}))).toBe('conflict')
    }))
})
