import { describe, expect, it } from 'vitest'
import { cancelCase } from '@/server/cases/cancel-case'
import { getCase, listCases } from '@/server/cases/case-queries'
import { listQueue } from '@/server/cases/queue-queries'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, refusal, sendCase } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const DUPLICATE = { reason: 'duplicate', note: 'sent twice' }

describe('cancelling a case', () => {
  it.each(['TRIAGED', 'RETURNED_FOR_REPEAT'] as const)(
    'that is %s and not urgent is the facility’s own matter',
    (state) =>
      rolledBack(async (tx) => {
        const cast = await makeCast(tx)
        const caseId = await caseIn(cast, state)
        expect((await cancelCase(at(cast.nurse, 60), caseId, DUPLICATE)).state).toBe('CANCELLED')
        const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } })
        expect(found).toMatchObject({ endedAt: new Date(NOON.getTime() + 60_000), leaseUntil: null })
        expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'cancel', detail: DUPLICATE })
        expect(await auditOf(tx, caseId)).toContain('case.cancel')
        expect((await listQueue(cast.cardiologist, {})).items).toEqual([])
      }),
  )

  it.each([
    ['an emergency', 'TRIAGED', true],
    ['one that is claimed', 'CLAIMED', false],
    ['one that is read', 'IN_REVIEW', false],
  ] as const)('of %s only asks the reader', (_, state, emergency) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, state, { emergency })
      expect(await cancelCase(cast.nurse, caseId, DUPLICATE)).toMatchObject({ state, isCancelRequested: true })
      await cancelCase(cast.nurse, caseId, DUPLICATE)
      expect((await eventsOf(tx, caseId)).filter((type) => type === 'request_cancel')).toHaveLength(1)
      expect(await auditOf(tx, caseId)).toContain('case.request-cancel')
      const [item] = (await listQueue(cast.coordinator, {})).items
      expect(item).toMatchObject({ caseId, isCancelRequested: true })
      expect((await getCase(cast.cardiologist, caseId)).cancelRequest).toMatchObject(DUPLICATE)
    }),
  )

  it.each(['cardiologist', 'coordinator'] as const)('that was asked for is confirmed by the %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      expect(await refusal(cancelCase(cast[role], caseId, DUPLICATE))).toBe('conflict')
      await cancelCase(cast.nurse, caseId, DUPLICATE)
      expect((await cancelCase(cast[role], caseId, DUPLICATE)).state).toBe('CANCELLED')
    }),
  )

  it('that another reader holds is not confirmed by a colleague', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await cancelCase(cast.nurse, caseId, DUPLICATE)
      expect(await refusal(cancelCase(cast.cardiologist2, caseId, DUPLICATE))).toBe('not_holder')
    }))

  it('that was never sent makes a draft vanish from every list', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'DRAFT')
      expect((await cancelCase(cast.nurse, caseId, { reason: 'other' })).state).toBe('CANCELLED')
      expect((await listCases(cast.nurse, {})).items).toEqual([])
      expect(await tx.case.count({ where: { id: caseId } })).toBe(1)
    }))

  it('is not for strangers', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      expect(await refusal(cancelCase(cast.otherNurse, caseId, DUPLICATE))).toBe('not_found')
      expect(await refusal(cancelCase(cast.farCardiologist, caseId, DUPLICATE))).toBe('not_found')
      expect(await refusal(cancelCase(cast.admin, caseId, DUPLICATE))).toBe('forbidden')
      expect(await refusal(cancelCase(cast.nurse, caseId, { reason: 'bored' }))).toBe('invalid_input')
    }))

  it('is a conflict once it is answered or ended', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(
        ['DRAFT', 'TRIAGED', 'CLAIMED', 'IN_REVIEW', 'RETURNED_FOR_REPEAT', 'SECOND_OPINION'],
        cast,
        (caseId) => cancelCase(cast.nurse, caseId, DUPLICATE),
      )
    }))

  it('happens once, when the button is hit twice at the same moment', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await sendCase(cast.nurse)
      const cancel = () => refusal(cancelCase(cast.nurse, caseId, DUPLICATE))
      expect((await Promise.all([cancel(), cancel()])).toSorted()).toEqual(['conflict', 'done'])
    }))
})
