import { describe, expect, it } from 'vitest'
import { confirmPassword } from '@/server/account/confirm-password'
import { hashPassword } from '@/server/auth/password'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { amendReport } from '@/server/cases/amend-report'
import { getCase } from '@/server/cases/case-queries'
import { writeReport } from '@/server/cases/write-report'
import type { Context } from '@/server/context'
import { auditOf, caseIn, eventsOf, expectConflictOutside, lastEvent, refusal, STRUCTURE } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, type Cast, makeCast } from '../../support/people'

const AMENDMENT = {
  amends: 1,
  kind: 'amendment',
  grade: 'management',
  reason: 'The ST elevation in V2 was overlooked.',
  structure: { ...STRUCTURE, conclusionText: 'ST elevation in V2: call the patient back.' },
} as const
const AMENDABLE = ['REPORTED', 'AMENDED', 'ACKNOWLEDGED', 'IN_TRANSFER', 'CLOSED'] as const

describe('an amendment', () => {
  it('stands beside the old version, and the case needs to be confirmed again', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await confirmed(cast)
      const answer = await amendReport(at(cast.cardiologist, 3600), caseId, AMENDMENT)
      expect(answer.state).toBe('AMENDED')
      expect(await tx.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        answeredAt: new Date(NOON.getTime() + 3_600_000),
        acknowledgeDueAt: new Date(NOON.getTime() + 3_600_000 + 15 * 60_000),
        acknowledgedAt: null,
      })
      const view = await getCase(cast.nurse, caseId)
      expect(view.reports.map(({ version }) => version)).toEqual([2, 1])
      expect(view.report?.amendment).toEqual({
        amends: 1,
        kind: 'amendment',
        grade: 'management',
        reason: AMENDMENT.reason,
      })
      expect(view.can).toContain('acknowledge')
      expect(await lastEvent(tx, caseId)).toMatchObject({ type: 'amend_report', detail: { version: 2, amends: 1 } })
      expect(await auditOf(tx, caseId)).toContain('case.amend_report')
      expect((await acknowledgeCase(cast.nurse, caseId, { response: 'understood' })).state).toBe('ACKNOWLEDGED')
    }))

  it('is confirmed by everyone who had read the old version, each for himself', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await confirmed(cast)
      await getCase(colleagueOf(cast), caseId)
      await amendReport(at(cast.cardiologist, 60), caseId, AMENDMENT)
      await acknowledgeCase(at(cast.nurse, 90), caseId, { response: 'understood' })
      const view = await getCase(colleagueOf(cast), caseId)
      expect(view.state).toBe('ACKNOWLEDGED')
      expect(view.can).toContain('acknowledge')
      expect(view.reportReaders.filter(({ confirmedAt }) => confirmedAt === null)).toMatchObject([
        { version: 2, by: { id: cast.coordinator.actor.userId } },
      ])
      const again = await acknowledgeCase(at(colleagueOf(cast), 120), caseId, { response: 'understood' })
      expect(again.state).toBe('ACKNOWLEDGED')
      expect((await eventsOf(tx, caseId)).at(-1)).toBe('confirm_amendment')
      expect(await auditOf(tx, caseId)).toContain('report.confirm')
      expect((await getCase(colleagueOf(cast), caseId)).can).not.toContain('acknowledge')
      expect(await refusal(acknowledgeCase(colleagueOf(cast), caseId, { response: 'understood' }))).toBe('conflict')
    }))

  it('opens a case that was closed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'CLOSED')
      expect(await refusal(amendReport(cast.cardiologist, caseId, AMENDMENT))).toBe('conflict')
      const reported = await confirmed(cast)
      await tx.case.update({ where: { id: reported }, data: { state: 'CLOSED', outcome: 'discharged', endedAt: NOON } })
      expect((await amendReport(cast.cardiologist, reported, AMENDMENT)).state).toBe('AMENDED')
      expect((await getCase(cast.nurse, reported)).outcome).toBeNull()
    }))

  it('in plain words stays valid', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await confirmed(cast)
      const { structure, ...plain } = AMENDMENT
      const words = { ...plain, conclusion: structure.conclusionText, recommendation: 'Call back.' }
      expect((await amendReport(cast.cardiologist, caseId, words)).state).toBe('AMENDED')
    }))

  it('follows the version in force, says why, and is its author’s or the coordinator’s', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await confirmed(cast)
      expect(await refusal(amendReport(cast.cardiologist, caseId, { ...AMENDMENT, reason: ' ' }))).toBe('invalid_input')
      expect(await refusal(amendReport(cast.cardiologist, caseId, { ...AMENDMENT, amends: 2 }))).toBe('conflict')
      expect(await refusal(amendReport(cast.cardiologist2, caseId, AMENDMENT))).toBe('forbidden')
      expect(await refusal(amendReport(cast.nurse, caseId, AMENDMENT))).toBe('forbidden')
      expect(await refusal(amendReport(cast.farCardiologist, caseId, AMENDMENT))).toBe('not_found')
      const contradicted = { ...STRUCTURE, statements: STRUCTURE.statements.slice(1) }
      expect(await refusal(amendReport(cast.cardiologist, caseId, { ...AMENDMENT, structure: contradicted }))).toBe(
        'report_refused',
      )
      expect((await amendReport(cast.coordinator, caseId, AMENDMENT)).state).toBe('AMENDED')
    }))

  it('is a conflict where nothing was signed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await expectConflictOutside(AMENDABLE, cast, (caseId) => amendReport(cast.cardiologist, caseId, AMENDMENT))
    }))
})

describe('a signature in a browser', () => {
  it('asks for the password when it was last given more than 15 minutes ago', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'RECOMMENDED')
      const reader = await inBrowser(cast, 'a long enough password')
      const sign = (seconds: number) =>
        refusal(writeReport(at(reader, seconds), caseId, { structure: STRUCTURE, sign: true }))
      expect(await sign(901)).toBe('confirm_password')
      expect(await refusal(writeReport(at(reader, 901), caseId, { structure: STRUCTURE }))).toBe('done')
      await confirmPassword(at(reader, 901), { password: 'a long enough password' })
      expect(await auditOf(tx, reader.actor.userId)).toContain('session.confirm')
      expect(await sign(902)).toBe('done')
      expect(await refusal(amendReport(at(reader, 1802), caseId, AMENDMENT))).toBe('confirm_password')
    }))
})

/** Signed and read back. */
async function confirmed(cast: Cast): Promise<string> {
  const caseId = await caseIn(cast, 'IN_REVIEW')
  await writeReport(cast.cardiologist, caseId, { structure: STRUCTURE, sign: true })
  await acknowledgeCase(cast.nurse, caseId, { response: 'understood' })
  return caseId
}

/** Another nurse of the same facility: the coordinator's account, as if it were hers. */
function colleagueOf({ nurse, coordinator }: Cast): Context {
  return { ...nurse, actor: { ...nurse.actor, userId: coordinator.actor.userId } }
}

async function inBrowser({ db, cardiologist }: Cast, password: string): Promise<Context> {
  const { userId } = cardiologist.actor
  await db.user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(password) } })
  const session = await db.session.create({
    data: {
      userId,
      tokenHash: Buffer.from(userId.replaceAll('-', '')),
      createdAt: NOON,
      expiresAt: new Date(NOON.getTime() + 43_200_000),
    },
  })
  return { ...cardiologist, sessionId: session.id }
}
