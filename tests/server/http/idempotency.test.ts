import { describe, expect, it } from 'vitest'
import { claimCase } from '@/server/cases/claim-case'
import { giveVerdict } from '@/server/cases/give-verdict'
import { releaseCase } from '@/server/cases/release-case'
import { submitCase } from '@/server/cases/submit-case'
import type { Context } from '@/server/context'
import { sha256Of } from '@/server/files/upload-file'
import { type Answer, once } from '@/server/http/idempotency'
import { type CaseInput, caseIn, caseInput, eventsOf, OTHER_PERSON, PERSON, refusal } from '../../support/cases'
import { ownDatabase, rolledBack } from '../../support/database'
import { upload } from '../../support/files'
import { makeCast } from '../../support/people'

const request = (key: string, body = 'body', route = '/api/v1/cases') => ({
  route,
  key,
  bodyHash: sha256Of(Buffer.from(body)),
})
const submitting = (fileId: string) => async (ctx: Context) => ({
  status: 201,
  body: await submitCase(ctx, caseInput([fileId])),
})

describe('a request with a key', () => {
  it('is done once and answered the same way again', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const work = submitting(await upload(nurse))
      const first = await once(nurse, request('k1'), work)
      expect(await once(nurse, request('k1'), work)).toEqual(first)
      expect(first.status).toBe(201)
      expect(await tx.case.count({ where: { createdById: nurse.actor.userId } })).toBe(1)
    }))

  it('is another one for another person, another route and another key', () =>
    rolledBack(async (tx) => {
      const { nurse, nurse2 } = await makeCast(tx)
      let count = 0
      const work = async (): Promise<Answer> => {
        count += 1
        return { status: 200, body: count }
      }
      await once(nurse, request('k1'), work)
      await once(nurse2, request('k1'), work)
      await once(nurse, request('k1', 'body', '/api/v1/drafts'), work)
      await once(nurse, request('k2'), work)
      expect(count).toBe(4)
    }))

  it('with another body is refused', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const work = async () => ({ status: 200, body: 1 })
      await once(nurse, request('k1'), work)
      expect(await refusal(once(nurse, request('k1', 'another'), work))).toBe('idempotency_key_reused')
    }))

  it('that was refused is refused again, even when it would succeed now', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      const claim = async (ctx: Context) => ({ status: 200, body: await claimCase(ctx, caseId, {}) })
      const first = await once(cast.cardiologist2, request('k1'), claim)
      expect(first).toMatchObject({ status: 409, body: { code: 'already_claimed' } })
      await releaseCase(cast.cardiologist, caseId, {})
      expect(await once(cast.cardiologist2, request('k1'), claim)).toEqual(first)
      expect((await once(cast.cardiologist2, request('k2'), claim)).status).toBe(200)
    }))

  it('that was not valid may be sent again, corrected, with the same key', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse)
      const wrong = async (ctx: Context) => ({ status: 201, body: await submitCase(ctx, { fileIds: [fileId] }) })
      expect(await refusal(once(nurse, request('k1', 'wrong'), wrong))).toBe('invalid_input')
      expect((await once(nurse, request('k1', 'right'), submitting(fileId))).status).toBe(201)
    }))

  it('that hits a bug leaves neither a row nor half of its work', () =>
    rolledBack(async (tx) => {
      const { nurse } = await makeCast(tx)
      const fileId = await upload(nurse)
      const broken = async (ctx: Context): Promise<Answer> => {
        await submitCase(ctx, caseInput([fileId]))
        throw new Error('a bug')
      }
      await expect(once(nurse, request('k1'), broken)).rejects.toThrow('a bug')
      expect(await tx.idempotencyKey.count({ where: { actorId: nurse.actor.userId } })).toBe(0)
      expect(await tx.case.count({ where: { createdById: nurse.actor.userId } })).toBe(0)
      expect(await tx.auditEvent.count({ where: { actorId: nurse.actor.userId, entityType: 'case' } })).toBe(0)
    }))

  it('that was refused half-way leaves nothing of its work', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const draftId = await caseIn(cast, 'DRAFT')
      const fileId = await upload(cast.nurse)
      const send = (patient: CaseInput['patient']) => async (ctx: Context) => ({
        status: 201,
        body: await submitCase(ctx, caseInput([fileId], { draftId, patient })),
      })
      await once(cast.nurse, request('k1'), send(PERSON))
      const counts = async () => [
        await tx.patient.count(),
        await tx.classComputation.count({ where: { caseId: draftId } }),
      ]
      const before = await counts()
      expect((await once(cast.nurse, request('k2'), send(OTHER_PERSON))).status).toBe(409)
      expect(await counts()).toEqual(before)
    }))

  it('that comes eight times at one moment makes one case and eight equal answers', () =>
    ownDatabase(async (db) => {
      const { nurse } = await makeCast(db)
      const work = submitting(await upload(nurse))
      const answers = await Promise.all(Array.from({ length: 8 }, () => once(nurse, request('k1'), work)))
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(await db.case.count()).toBe(1)
      expect(await db.idempotencyKey.count()).toBe(1)
    }))
})

describe('a verb that fails in the middle', () => {
  it.each(['case_event', 'audit_event', 'class_computation'])('because %s takes no row leaves nothing', (table) =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const fileId = await upload(cast.nurse)
      const counts = async () => [
        await db.case.count(),
        await db.patient.count(),
        await db.caseFile.count(),
        await db.caseEvent.count(),
        await db.auditEvent.count(),
        await db.classComputation.count(),
      ]
      const before = await counts()
      // The database's own refusal, late in the verb: as a full disk or a lost connection would be.
      await db.$executeRawUnsafe(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`)
      await expect(submitCase(cast.nurse, caseInput([fileId]))).rejects.toThrow()
      expect(await counts()).toEqual(before)
      await db.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT broken`)
      expect((await submitCase(cast.nurse, caseInput([fileId]))).state).toBe('TRIAGED')
    }),
  )

  it('because the trail takes no row leaves the case as it was', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const before = await db.case.findUniqueOrThrow({ where: { id: caseId } })
      const events = await eventsOf(db, caseId)
      await db.$executeRawUnsafe('ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (false) NOT VALID')
      await expect(giveVerdict(cast.cardiologist, caseId, { verdict: 'act_now' })).rejects.toThrow()
      expect(await db.case.findUniqueOrThrow({ where: { id: caseId } })).toEqual(before)
      expect(await db.verdictEntry.count()).toBe(0)
      expect(await eventsOf(db, caseId)).toEqual(events)
    }))
})
