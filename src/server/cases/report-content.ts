import 'server-only'
import { createHash } from 'node:crypto'
import { createTranslator } from 'next-intl'
import { ageYearsAt } from '@/cases/age'
import type { ReportInput } from '@/cases/api/report-views'
import { avoidList } from '@/cases/report/avoid-list'
import { canonicalJson } from '@/cases/report/canonical'
import { type CaseFacts, caseFacts } from '@/cases/report/case-facts'
import { ReportContent } from '@/cases/report/content'
import { dosesOf } from '@/cases/report/doses'
import { problemText } from '@/cases/report/problem-text'
import { PROTOCOL } from '@/cases/report/protocol'
import { type ReportProblem, type ReportSetting, reportProblems } from '@/cases/report/report-problems'
import { conclusionOf, recommendationOf } from '@/cases/report/report-text'
import { EMPTY_STRUCTURE, MEASURED, type ReportMeasurements, type ReportStructure } from '@/cases/report/structure'
import { toReview } from '@/cases/report/suggestions'
import { codeText } from '@/i18n/code-text'
import { en } from '@/i18n/messages/en'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import type { Case, Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { analysisOf } from '../recordings/assessment-row'
import { findingsOf } from './case-findings'
import { clinicalOf } from './judge-case'

const tProblem = createTranslator({ locale: 'en', messages: en, namespace: 'report.problem' })
const tFinding = createTranslator({ locale: 'en', messages: en, namespace: 'finding' })

/** A report as it came in: words alone, or codes. */
type Written =
  | { readonly conclusion: string; readonly recommendation: string }
  | Pick<Extract<ReportInput, { structure: unknown }>, 'structure'>

type Texts = {
  readonly conclusion: string
  readonly recommendation: string
  readonly structure: ReportStructure | null
}

/** What a draft holds: of a structured one the words without doses, which are computed when it is signed. */
export function draftTexts(written: Written): Texts {
  if (!('structure' in written)) return { ...written, structure: null }
  const { structure } = written
  return { conclusion: conclusionOf(structure), recommendation: recommendationOf(structure, []), structure }
}

/**
 * Checks a report as a whole and freezes what it rests on. Throws `report_refused` with one sentence that says what is
 * wrong first, and every problem by its path.
 */
export async function signedContent(
  tx: Tx,
  ctx: Context,
  found: Case,
  written: Written,
): Promise<Texts & { readonly content: ReportContent }> {
  const structure = 'structure' in written ? written.structure : EMPTY_STRUCTURE
  const known = await knownOf(tx, ctx, found, structure)
  if ('structure' in written) refuse(reportProblems(structure, known.setting))
  const { facts } = known.setting
  const doses = structure.recommendations.map((one) => dosesOf(one, facts.person))
  const content = ReportContent.parse({
    protocol: { id: PROTOCOL.id, version: PROTOCOL.version },
    trace: known.trace,
    person: facts.person,
    measured: known.measured,
    findings: known.findings,
    doses,
    avoid: avoidList(facts, structure.answers),
    overrides: structure.recommendations.length > 0 ? known.overrides : [],
  })
  if (!('structure' in written)) return { ...written, structure: null, content }
  return {
    conclusion: conclusionOf(structure),
    recommendation: recommendationOf(structure, doses),
    structure,
    content,
  }
}

/** SHA-256 over the ECGs, the report and its author: the same for whoever computes it from the stored row. */
export function reportHash(signed: {
  readonly caseId: string
  readonly version: number
  readonly byId: string
  readonly signedAt: Date
  readonly amends: number | null
  readonly conclusion: string
  readonly recommendation: string
  readonly structure: unknown
  readonly content: unknown
}): string {
  const { caseId, version, byId, signedAt, amends, conclusion, recommendation, structure, content } = signed
  const whole = { caseId, version, byId, signedAt: signedAt.toISOString(), amends, conclusion, recommendation }
  return createHash('sha256')
    .update(canonicalJson({ ...whole, structure, content }))
    .digest('hex')
}

function refuse(problems: readonly ReportProblem[]): void {
  const [first] = problems
  if (!first) return
  throw new AppError(
    'report_refused',
    problemText(first, tProblem, (id) => codeText(tFinding, `${id.toLowerCase()}.title`, id)),
    problems.map(({ code, path }) => ({ path: `structure.${path}`, code })),
  )
}

async function knownOf(tx: Tx, ctx: Context, found: Case, structure: ReportStructure) {
  const { recordingId } = structure
  const files = await tx.caseFile.findMany({
    where: { caseId: found.id },
    orderBy: { addedAt: 'asc' },
    select: { file: { select: { id: true, sha256: true, recording: { select: RECORDING } } } },
  })
  const recording = files.map(({ file }) => file.recording).find((one) => one?.id === recordingId)
  if (recordingId !== null && !recording)
    throw new AppError('invalid_input', 'The report is about an ECG that is not in this case.', [
      { path: 'structure.recordingId', code: 'not_found' },
    ])
  const all = recordingId === null ? [] : await findingsOf(tx, found.id)
  const findings = all.find((one) => one.recordingId === recordingId)?.findings ?? []
  const measured = measuredOf(recording)
  const facts = await factsOf(tx, ctx, found, { structure, findings, measured })
  const said = await reviewsOf(tx, ctx, found.id, recordingId)
  const overrides = await agreedOverrides(tx, found.id)
  const setting: ReportSetting = {
    class: found.class,
    facts,
    findings,
    reviewed: [...said.keys()],
    overridden: overrides.flatMap(({ blockers }) => blockers),
  }
  return {
    setting,
    measured,
    overrides,
    trace: files.map(({ file }) => ({ fileId: file.id, sha256: Buffer.from(file.sha256).toString('hex') })),
    findings: toReview(findings).map(({ id, version }) => ({
      id,
      version,
      isAgreed: said.get(id)?.isAgreed ?? null,
      reason: said.get(id)?.reason ?? null,
    })),
  }
}

const RECORDING = {
  id: true,
  assessments: { orderBy: { createdAt: 'desc' }, take: 1 },
} satisfies Prisma.RecordingSelect

function measuredOf(
  recording: Prisma.RecordingGetPayload<{ select: typeof RECORDING }> | null | undefined,
): ReportMeasurements | null {
  const numbers = recording?.assessments[0] ? analysisOf(recording.assessments[0])?.measurements : null
  if (!numbers) return null
  const entries = MEASURED.map((key) => [key, numbers[key] === null ? null : Math.round(numbers[key])])
  return Object.fromEntries(entries) as ReportMeasurements // one entry for each of its keys
}

async function factsOf(
  tx: Tx,
  ctx: Context,
  found: Case,
  { structure, findings, measured }: Pick<Parameters<typeof caseFacts>[0], 'structure' | 'findings' | 'measured'>,
): Promise<CaseFacts> {
  const patient = found.patientId ? await tx.patient.findUnique({ where: { id: found.patientId } }) : null
  const now = ctx.now()
  const person = {
    ageYears: patient ? ageYearsAt(patient.birthDate, patient.ageYears, now) : null,
    sex: patient?.sex ?? 'unknown',
  }
  return caseFacts({ clinical: clinicalOf(found), person, findings, measured, structure, now })
}

/** What this reader has said of each finding, the newest word of each. */
async function reviewsOf(tx: Tx, ctx: Context, caseId: string, recordingId: string | null) {
  const rows =
    recordingId === null
      ? []
      : await tx.findingReview.findMany({
          where: { caseId, recordingId, byId: ctx.actor.userId },
          orderBy: { at: 'asc' },
        })
  return new Map(rows.map((row) => [row.findingId, row]))
}

async function agreedOverrides(tx: Tx, caseId: string): Promise<ReportContent['overrides']> {
  const rows = await tx.override.findMany({ where: { caseId, isAgreed: true }, orderBy: { askedAt: 'asc' } })
  return rows.map(({ blockers, reason, answer, askedById, answeredById }) => ({
    blockers,
    reason,
    answer,
    askedById,
    answeredById: answeredById ?? askedById,
  }))
}
