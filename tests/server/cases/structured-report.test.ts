import { describe, expect, it } from 'vitest'
import { answerOverride } from '@/server/cases/answer-override'
import { askOverride } from '@/server/cases/ask-override'
import { getCase } from '@/server/cases/case-queries'
import { claimCase } from '@/server/cases/claim-case'
import { releaseCase } from '@/server/cases/release-case'
import { reportHash } from '@/server/cases/report-content'
import { writeReport } from '@/server/cases/write-report'
import type { Db } from '@/server/db/client'
import { problemOf } from '@/server/http/problem'
import { auditOf, caseIn, eventsOf, lysisStructure, refusal, STRUCTURE } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { makeCast } from '../../support/people'

const SIGNED = { structure: STRUCTURE, sign: true }
const CONTRADICTION = { ...STRUCTURE, statements: [...STRUCTURE.statements.slice(1), statement(3), statement(50)] }

describe('a structured report', () => {
  it('is kept as a draft however unfinished', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await writeReport(cast.cardiologist, caseId, { structure: CONTRADICTION })
      await writeReport(cast.cardiologist, caseId, { structure: { ...CONTRADICTION, statements: [] } })
      const { report } = await getCase(cast.cardiologist, caseId)
      expect(report).toMatchObject({ version: 1, signedAt: null, hash: null, content: null })
      expect(report?.structure?.recommendations).toEqual(STRUCTURE.recommendations)
    }))

  it('signed says the same in words, and is frozen under a hash of trace, report and author', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await writeReport(cast.cardiologist, caseId, SIGNED)
      const { report } = await getCase(cast.nurse, caseId)
      expect(report).toMatchObject({
        conclusion: 'Normal ECG.\nSinus rhythm.\nNothing new.',
        structure: STRUCTURE,
        content: { protocol: { version: '2026.1' }, trace: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
      })
      expect(report?.recommendation).toContain('Cardiologist in 30 days')
      const row = await tx.report.findFirstOrThrow({ where: { caseId } })
      expect(row.hash).toBe(await hashOf(tx, caseId))
      const { content } = row
      expect(reportHash({ ...whole(row), content, byId: cast.cardiologist2.actor.userId })).not.toBe(row.hash)
      expect(reportHash({ ...whole(row), content: { ...Object(content), trace: [] } })).not.toBe(row.hash)
    }))

  it('that contradicts itself is refused with a sentence, by path', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const error = await writeReport(cast.cardiologist, caseId, { structure: CONTRADICTION, sign: true }).catch(
        (reason: unknown) => reason,
      )
      expect(problemOf(error)).toMatchObject({
        status: 422,
        code: 'report_refused',
        title: expect.stringContaining('“Sinus rhythm” and “Atrial fibrillation” exclude each other'),
        errors: [{ path: 'structure.statements.2', code: 'contradiction' }],
      })
      expect(await tx.report.count({ where: { caseId } })).toBe(0)
      expect(await eventsOf(tx, caseId)).not.toContain('sign_report')
    }))

  it('is about an ECG of the case, and no code of its own', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const elsewhere = { ...STRUCTURE, recordingId: '00000000-0000-4000-8000-000000000000' }
      expect(await refusal(writeReport(cast.cardiologist, caseId, { structure: elsewhere, sign: true }))).toBe(
        'invalid_input',
      )
      expect(await refusal(writeReport(cast.cardiologist, caseId, { structure: {}, sign: true }))).toBe('invalid_input')
    }))

  it('of a holder whose claim has ended is refused, and its codes kept as his own draft', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const { fence = 0 } = (await getCase(cast.cardiologist, caseId)).claim ?? {}
      await releaseCase(cast.cardiologist, caseId, {})
      await claimCase(cast.cardiologist2, caseId, {})
      expect(await refusal(writeReport(cast.cardiologist, caseId, { ...SIGNED, fence }))).toBe('not_holder')
      const { reports } = await getCase(cast.cardiologist, caseId)
      expect(reports).toMatchObject([{ signedAt: null, structure: STRUCTURE }])
      expect(await auditOf(tx, caseId)).toContain('report.keep-draft')
    }))
})

describe('fibrinolysis in a report', () => {
  it('is signed with each dose, its formula and its inputs', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await writeReport(cast.cardiologist, caseId, { structure: lysisStructure(), sign: true })
      const { report } = await getCase(cast.nurse, caseId)
      expect(report?.content?.person).toMatchObject({ ageYears: 55, weightKg: 72 })
      expect(report?.content?.doses[0]?.[0]).toMatchObject({
        id: 'tenecteplase',
        status: 'given',
        amounts: [{ value: 40 }, { value: 8000 }, { value: 8 }],
      })
      expect(report?.recommendation).toContain('Tenecteplase 40 mg = 8000 U = 8 mL')
      expect(report?.content?.avoid.map(({ id }) => id)).toContain('intramuscular')
    }))

  it('that something forbids needs a second cardiologist, who is another one, once', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      const structure = lysisStructure(['gi_bleeding_1m'])
      const sign = () => refusal(writeReport(cast.cardiologist, caseId, { structure, sign: true }))
      expect(await sign()).toBe('report_refused')
      const ask = { templateId: 'R02', blockers: ['gi_bleeding_1m'], reason: 'PCI is four hours away.' }
      expect(await refusal(askOverride(cast.cardiologist2, caseId, ask))).toBe('not_holder')
      expect(await refusal(askOverride(cast.nurse, caseId, ask))).toBe('forbidden')
      await askOverride(cast.cardiologist, caseId, ask)
      const { overrides } = await getCase(cast.cardiologist2, caseId)
      const answer = { overrideId: overrides[0]?.overrideId, isAgreed: true, reason: 'Agreed by telephone.' }
      expect((await getCase(cast.cardiologist2, caseId)).can).toContain('answerOverride')
      expect((await getCase(cast.cardiologist, caseId)).can).not.toContain('answerOverride')
      expect(await refusal(answerOverride(cast.cardiologist, caseId, answer))).toBe('forbidden')
      expect(await refusal(answerOverride(cast.farCardiologist, caseId, answer))).toBe('not_found')
      expect(await sign()).toBe('report_refused')
      await answerOverride(cast.cardiologist2, caseId, answer)
      expect(await refusal(answerOverride(cast.cardiologist2, caseId, answer))).toBe('conflict')
      expect(await sign()).toBe('done')
      const { report } = await getCase(cast.nurse, caseId)
      expect(report?.content?.overrides).toMatchObject([{ blockers: ['gi_bleeding_1m'], answer: answer.reason }])
      expect(await eventsOf(tx, caseId)).toEqual(expect.arrayContaining(['ask_override', 'answer_override']))
      expect(await auditOf(tx, caseId)).toEqual(
        expect.arrayContaining(['report.ask-override', 'report.answer-override']),
      )
    }))

  it('stays forbidden after a refusal, and for another reason than the one that was asked about', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      await askOverride(cast.cardiologist, caseId, { templateId: 'R02', blockers: ['cns_lesion'], reason: 'Far.' })
      const [asked] = (await getCase(cast.cardiologist2, caseId)).overrides
      await answerOverride(cast.cardiologist2, caseId, {
        overrideId: asked?.overrideId,
        isAgreed: false,
        reason: 'Too dangerous.',
      })
      const sign = (id: string) =>
        writeReport(cast.cardiologist, caseId, { structure: lysisStructure([id]), sign: true })
      expect(await refusal(sign('cns_lesion'))).toBe('report_refused')
      expect(await refusal(sign('trauma_1m'))).toBe('report_refused')
    }))
})

function statement(code: number) {
  return { code, modifiers: [], leads: [], secondary: [] }
}

async function hashOf(tx: Db, caseId: string): Promise<string> {
  return reportHash(whole(await tx.report.findFirstOrThrow({ where: { caseId } })))
}

function whole(row: Awaited<ReturnType<Db['report']['findFirstOrThrow']>>) {
  return { ...row, signedAt: row.signedAt ?? new Date(0) }
}
