import { describe, expect, it } from 'vitest'
import { giveVerdict } from '@/server/cases/give-verdict'
import { releaseCase } from '@/server/cases/release-case'
import { withdrawVerdict } from '@/server/cases/withdraw-verdict'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, refusal } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

describe('a verdict', () => {
  it.each([
    ['act_now', 'RECOMMENDED', 'recommend'],
    ['no_emergency', 'RECOMMENDED', 'recommend'],
    ['repeat', 'RETURNED_FOR_REPEAT', 'request_repeat'],
  ] as const)('%s leads to %s', (verdict, state, event) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const answer = await giveVerdict(at(cast.cardiologist, 60), caseId, { verdict, note: 'as seen' })
      expect(answer).toMatchObject({ state, leaseUntil: null })
      const [entry] = await tx.verdictEntry.findMany({ where: { caseId } })
      expect(entry).toMatchObject({ id: answer.verdictId, verdict, note: 'as seen', withdrawnAt: null, at: minutes(1) })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: event, stateAfter: state })
      expect(await auditOf(tx, caseId)).toContain(`case.${event}`)
    }),
  )

  it.each([
    ['act_now', minutes(1), minutes(16)],
    ['repeat', null, null],
  ] as const)('%s sets the clock of the answer: %s', (verdict, answeredAt, acknowledgeDueAt) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await giveVerdict(at(cast.cardiologist, 60), caseId, { verdict })
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ answeredAt, acknowledgeDueAt })
    }),
  )

  it('on a case that was only claimed opens it in the same transaction', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      await giveVerdict(cast.cardiologist, caseId, { verdict: 'act_now' })
      expect((await eventsOf(tx, caseId)).slice(-2)).toEqual(['open', 'recommend'])
    }))

  it('is for the holder only, and leaves nothing otherwise', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      const verdict = { verdict: 'act_now' }
      expect(await refusal(giveVerdict(cast.cardiologist2, caseId, verdict))).toBe('not_holder')
      expect(await refusal(giveVerdict(cast.farCardiologist, caseId, verdict))).toBe('not_found')
      expect(await refusal(giveVerdict(cast.coordinator, caseId, verdict))).toBe('forbidden')
      expect(await refusal(giveVerdict(cast.nurse, caseId, verdict))).toBe('forbidden')
      expect(await tx.verdictEntry.count({ where: { caseId } })).toBe(0)
      expect((await tx.case.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('CLAIMED')
    }))

  it('is a conflict where nobody reads the case', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['CLAIMED', 'IN_REVIEW', 'SECOND_OPINION'], cast, (caseId) =>
        giveVerdict(cast.cardiologist, caseId, { verdict: 'act_now' }),
      )
    }))

  it('is one of three words', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      expect(await refusal(giveVerdict(cast.cardiologist, caseId, { verdict: 'normal' }))).toBe('invalid_input')
    }))

  it('is given once, when the key is hit twice at the same moment', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const answers = await Promise.all([
        refusal(giveVerdict(cast.cardiologist, caseId, { verdict: 'act_now' })),
        refusal(giveVerdict(cast.cardiologist, caseId, { verdict: 'no_emergency' })),
      ])
      expect(answers.toSorted()).toEqual(['conflict', 'done'])
      expect(await db.verdictEntry.count({ where: { caseId } })).toBe(1)
    }))

  it('and a release at the same moment do not both happen', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const [given, released] = await Promise.all([
        refusal(giveVerdict(cast.cardiologist, caseId, { verdict: 'act_now' })),
        refusal(releaseCase(cast.cardiologist, caseId, {})),
      ])
      expect([given, released].toSorted()).toEqual(['conflict', 'done'])
      const { state } = await db.case.findUniqueOrThrow({ where: { id: caseId } })
      expect(state).toBe(given === 'done' ? 'RECOMMENDED' : 'TRIAGED')
    }))
})

describe('taking a verdict back', () => {
  it.each(['act_now', 'repeat'] as const)('within ten seconds (%s) makes the author hold the case again', (verdict) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await giveVerdict(cast.cardiologist, caseId, { verdict })
      const answer = await withdrawVerdict(at(cast.cardiologist, 10), caseId, {})
      const leaseUntil = new Date(NOON.getTime() + 610_000)
      expect(answer).toMatchObject({ state: 'IN_REVIEW', leaseUntil: leaseUntil.toISOString() })
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        readerId: cast.cardiologist.actor.userId,
        answeredAt: null,
        acknowledgeDueAt: null,
      })
      const [entry] = await tx.verdictEntry.findMany({ where: { caseId } })
      expect(entry?.withdrawnAt).toEqual(new Date(NOON.getTime() + 10_000))
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'withdraw_verdict', detail: { verdict } })
      expect(await auditOf(tx, caseId)).toContain('case.withdraw_verdict')
    }),
  )

  it('is too late after ten seconds', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect(await refusal(withdrawVerdict(at(cast.cardiologist, 10.001), caseId, {}))).toBe('conflict')
      expect((await tx.case.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('RECOMMENDED')
    }))

  it('is for its author only', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect(await refusal(withdrawVerdict(cast.cardiologist2, caseId, {}))).toBe('not_holder')
      expect(await refusal(withdrawVerdict(cast.farCardiologist, caseId, {}))).toBe('not_found')
      expect(await refusal(withdrawVerdict(cast.nurse, caseId, {}))).toBe('forbidden')
    }))

  it('is a conflict once the facility has confirmed it, and wherever no verdict stands', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(['RECOMMENDED', 'RETURNED_FOR_REPEAT'], cast, (caseId) =>
        withdrawVerdict(cast.cardiologist, caseId, {}),
      )
    }))

  it('leaves room for another one', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      await withdrawVerdict(at(cast.cardiologist, 5), caseId, {})
      await giveVerdict(at(cast.cardiologist, 8), caseId, { verdict: 'no_emergency' })
      const entries = await tx.verdictEntry.findMany({ where: { caseId }, orderBy: { at: 'asc' } })
      expect(entries.map(({ verdict, withdrawnAt }) => [verdict, withdrawnAt === null])).toEqual([
        ['act_now', false],
        ['no_emergency', true],
      ])
    }))
})
