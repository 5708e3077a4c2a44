import { describe, expect, it } from 'vitest'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { addRecordings } from '@/server/cases/add-recordings'
import { getCase } from '@/server/cases/case-queries'
import { claimCase } from '@/server/cases/claim-case'
import { giveVerdict } from '@/server/cases/give-verdict'
import { openCase } from '@/server/cases/open-case'
import { releaseCase } from '@/server/cases/release-case'
import { writeReport } from '@/server/cases/write-report'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, REPORT, refusal } from '../../support/cases'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { upload } from '../../support/files'
import { at, makeCast } from '../../support/people'

const DRAFT = { ...REPORT, sign: false }
const SIGNED = { ...REPORT, sign: true }
const WRITABLE = ['CLAIMED', 'IN_REVIEW', 'RECOMMENDED', 'ACKNOWLEDGED', 'IN_TRANSFER'] as const

describe('a report', () => {
  it('is saved over and over without an event, and renews the lease', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const before = await eventsOf(tx, caseId)
      await writeReport(cast.cardiologist, caseId, DRAFT)
      const answer = await writeReport(at(cast.cardiologist, 60), caseId, { ...DRAFT, conclusion: 'Better said.' })
      const leaseUntil = new Date(NOON.getTime() + 11 * 60_000).toISOString()
      expect(answer).toMatchObject({ state: 'IN_REVIEW', leaseUntil })
      const reports = await tx.report.findMany({ where: { caseId } })
      expect(reports).toMatchObject([{ version: 1, conclusion: 'Better said.', signedAt: null }])
      expect(await eventsOf(tx, caseId)).toEqual(before)
    }))

  it('while it is a draft is seen by its writer only', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      await writeReport(cast.cardiologist, caseId, DRAFT)
      expect((await getCase(cast.cardiologist, caseId)).report?.version).toBe(1)
      expect((await getCase(cast.cardiologist2, caseId)).report).toBeNull()
      expect((await getCase(cast.nurse, caseId)).reports).toEqual([])
    }))

  it('without a verdict is the first word when it is signed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLAIMED')
      const answer = await writeReport(at(cast.cardiologist, 60), caseId, SIGNED)
      expect(answer).toMatchObject({ state: 'REPORTED', leaseUntil: null })
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        answeredAt: new Date(NOON.getTime() + 60_000),
        acknowledgeDueAt: new Date(NOON.getTime() + 16 * 60_000),
      })
      expect((await eventsOf(tx, caseId)).slice(-2)).toEqual(['open', 'sign_report'])
      expect(await auditOf(tx, caseId)).toContain('case.sign_report')
    }))

  it('after a verdict leaves the clock of the answer alone', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      await writeReport(at(cast.cardiologist, 600), caseId, SIGNED)
      const found = await tx.case.findUniqueOrThrow({ where: { id: caseId } })
      expect(found).toMatchObject({ state: 'REPORTED', answeredAt: NOON })
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'sign_report', detail: { version: 1 } })
    }))

  it('signed after the confirmation leaves the case confirmed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'ACKNOWLEDGED')
      expect((await writeReport(cast.cardiologist, caseId, SIGNED)).state).toBe('ACKNOWLEDGED')
      expect((await getCase(cast.nurse, caseId)).report?.signedAt).toBe(NOON.toISOString())
    }))

  it('is signed once: what was signed stays', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'REPORTED')
      expect(await refusal(writeReport(cast.cardiologist, caseId, SIGNED))).toBe('conflict')
      await acknowledgeCase(cast.nurse, caseId, { response: 'understood' })
      const other = { ...REPORT, conclusion: 'Something else.' }
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...other, sign: false }))).toBe('conflict')
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...other, sign: true }))).toBe('conflict')
      expect(await tx.report.count({ where: { caseId } })).toBe(1)
    }))

  it('of the reader who answered is signed although another one left a draft', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await writeReport(cast.cardiologist, caseId, { ...DRAFT, conclusion: 'Half a thought.' })
      await releaseCase(cast.cardiologist, caseId, {})
      await claimCase(cast.cardiologist2, caseId, {})
      await giveVerdict(cast.cardiologist2, caseId, { verdict: 'no_emergency' })
      await acknowledgeCase(cast.nurse, caseId, { response: 'understood' })
      expect((await writeReport(cast.cardiologist2, caseId, SIGNED)).state).toBe('ACKNOWLEDGED')
      expect((await getCase(cast.nurse, caseId)).reports).toMatchObject([{ version: 2, ...REPORT }])
    }))

  it('on a new ECG is a new version beside the signed one', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'REPORTED')
      await addRecordings(at(cast.nurse, 60), caseId, { fileIds: [await upload(cast.nurse)] })
      await claimCase(at(cast.cardiologist, 70), caseId, {})
      await writeReport(at(cast.cardiologist, 80), caseId, { ...SIGNED, conclusion: 'The second ECG.' })
      const reports = await tx.report.findMany({ where: { caseId }, orderBy: { version: 'asc' } })
      expect(reports.map(({ version, conclusion }) => [version, conclusion])).toEqual([
        [1, REPORT.conclusion],
        [2, 'The second ECG.'],
      ])
    }))

  it('is for the reader of the case only', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      expect(await refusal(writeReport(cast.cardiologist2, caseId, SIGNED))).toBe('not_holder')
      expect(await refusal(writeReport(cast.farCardiologist, caseId, SIGNED))).toBe('not_found')
      expect(await refusal(writeReport(cast.coordinator, caseId, SIGNED))).toBe('forbidden')
      expect(await refusal(writeReport(cast.nurse, caseId, SIGNED))).toBe('forbidden')
      expect(await tx.report.count({ where: { caseId } })).toBe(0)
    }))

  it.each([DRAFT, SIGNED])('is a conflict where nothing is read or answered: %o', (report) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(WRITABLE, cast, (caseId) => writeReport(cast.cardiologist, caseId, report))
    }),
  )

  it('of a holder whose claim has ended is refused, and his text kept as his own draft', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const { fence = 0 } = (await getCase(cast.cardiologist, caseId)).claim ?? {}
      await releaseCase(cast.cardiologist, caseId, {})
      await claimCase(cast.cardiologist2, caseId, {})
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...SIGNED, fence }))).toBe('not_holder')
      await writeReport(cast.cardiologist2, caseId, { ...SIGNED, conclusion: 'Inferior infarction.' })
      const late = { ...SIGNED, conclusion: 'Written too late.', fence }
      expect(await refusal(writeReport(cast.cardiologist, caseId, late))).toBe('conflict')
      const mine = (await getCase(cast.cardiologist, caseId)).reports.filter((report) => report.signedAt === null)
      expect(mine.map((report) => report.conclusion)).toContain('Written too late.')
      expect((await getCase(cast.nurse, caseId)).reports).toMatchObject([{ conclusion: 'Inferior infarction.' }])
    }))

  it('under an earlier claim of the same reader is refused too', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const { fence = 0 } = (await getCase(cast.cardiologist, caseId)).claim ?? {}
      await releaseCase(cast.cardiologist, caseId, {})
      await claimCase(cast.cardiologist, caseId, {})
      await openCase(cast.cardiologist, caseId, {})
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...SIGNED, fence }))).toBe('not_holder')
      expect(await refusal(giveVerdict(cast.cardiologist, caseId, { verdict: 'act_now', fence }))).toBe('not_holder')
      expect((await writeReport(cast.cardiologist, caseId, { ...SIGNED, fence: fence + 1 })).state).toBe('REPORTED')
    }))

  it('has words', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...SIGNED, conclusion: ' ' }))).toBe(
        'invalid_input',
      )
    }))

  it('is signed once, when the button is hit twice at the same moment', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      const sign = () => refusal(writeReport(cast.cardiologist, caseId, SIGNED))
      expect((await Promise.all([sign(), sign()])).toSorted()).toEqual(['conflict', 'done'])
      expect(await db.report.count({ where: { caseId } })).toBe(1)
    }))
})
