import 'server-only'
import { z } from 'zod'
import { ageYearsAt } from '@/cases/age'
import { ListCasesQuery } from '@/cases/api/inputs'
import type { CaseListItem, CaseListResult, CaseView } from '@/cases/api/views'
import { ENDED_STATES, UNCONFIRMED_STATES } from '@/cases/case-state'
import { recordAudit } from '../audit/record-audit'
import { type Context, requirePermission } from '../context'
import { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { escalationOf, WAITING } from '../escalation/ladder-columns'
import { patientName } from '../patients/patient-records'
import { caseNumber, parseCaseNumber } from './case-number'
import { visibleCases } from './case-scope'
import { caseView, peopleOf, WITH_EVERYTHING } from './case-view'
import { storedWarnings } from './case-warnings'
import { compareWithEarlier } from './compare-with-earlier'

/** The whole case for somebody who may see it; the look is audited. Throws `not_found`. */
export async function getCase(ctx: Context, caseId: string): Promise<CaseView> {
  requirePermission(ctx, 'case.read')
  if (!z.uuid().safeParse(caseId).success) throw new AppError('not_found', 'There is no such case.')
  const row = await ctx.db.case.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(ctx)] },
    select: WITH_EVERYTHING,
  })
  if (!row) throw new AppError('not_found', 'There is no such case, or it is not yours to see.')
  await recordAudit(ctx.db, ctx, { action: 'case.read', entityType: 'case', entityId: caseId })
  return caseView(ctx, row, await peopleOf(ctx, row), await compareWithEarlier(ctx, row))
}

const LIST_ROW = {
  id: true,
  number: true,
  ...WAITING,
  escalation: true,
  submittedAt: true,
  answerDueAt: true,
  acknowledgeDueAt: true,
  readerId: true,
  leaseUntil: true,
  outcome: true,
  endedAt: true,
  isDemo: true,
  warnings: true,
  draft: true,
  patient: true,
  facility: { select: { name: true } },
  verdicts: { where: { withdrawnAt: null }, orderBy: { at: 'desc' }, take: 1, select: { verdict: true, at: true } },
  reports: { where: { signedAt: { not: null } }, take: 1, select: { id: true } },
} satisfies Prisma.CaseSelect
type ListRow = Prisma.CaseGetPayload<{ select: typeof LIST_ROW }>

/** Unconfirmed answers first, then what waits, then drafts and ended ones; newest first within each. */
export async function listCases(ctx: Context, rawQuery: unknown): Promise<CaseListResult> {
  requirePermission(ctx, 'case.read')
  const query = ListCasesQuery.parse(rawQuery)
  const after = query.cursor === undefined ? null : parseCursor(query.cursor)
  const ids = await ctx.db.$queryRaw<{ id: string; rank: number; createdAt: Date }[]>`
    SELECT id, rank, created_at AS "createdAt" FROM (
      SELECT c.id, c.created_at, ${RANK} AS rank FROM referral_case c LEFT JOIN patient p ON p.id = c.patient_id
      WHERE ${scopeSql(ctx)} AND ${showSql(query.show)} AND ${searchSql(query.q)}
    ) ranked
    WHERE ${after ? Prisma.sql`(rank, -extract(epoch FROM created_at), id) > (${after.rank}, -extract(epoch FROM ${after.createdAt}::timestamptz), ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY rank, extract(epoch FROM created_at) DESC, id
    LIMIT ${query.limit + 1}`
  const page = ids.slice(0, query.limit)
  const rows = await ctx.db.case.findMany({ where: { id: { in: page.map((row) => row.id) } }, select: LIST_ROW })
  const names = await readerNames(ctx, rows)
  const last = page.at(-1)
  return {
    items: page.flatMap(({ id }) => {
      const row = rows.find((one) => one.id === id)
      return row ? [listItem(row, names, ctx.now())] : []
    }),
    nextCursor: ids.length > query.limit && last ? JSON.stringify([last.rank, last.createdAt, last.id]) : null,
    serverAt: ctx.now().toISOString(),
  }
}

const states = (list: readonly string[]) => Prisma.join(list.map((state) => Prisma.sql`${state}::"CaseState"`))

const RANK = Prisma.sql`CASE
  WHEN c.state IN (${states([...UNCONFIRMED_STATES, 'RETURNED_FOR_REPEAT'])}) THEN 0
  WHEN c.state = 'DRAFT' THEN 2
  WHEN c.state IN (${states(['ACKNOWLEDGED', 'IN_TRANSFER'])}) THEN 3
  WHEN c.state IN (${states(ENDED_STATES)}) THEN 4 ELSE 1 END`

/** The same scope as `visibleCases`, for the ordered list. */
function scopeSql(ctx: Context): Prisma.Sql {
  const { role, facilityId, regionCodes } = ctx.actor
  if (role === 'nurse' && facilityId !== null) return Prisma.sql`c.facility_id = ${facilityId}::uuid`
  const regions = [...regionCodes]
  return Prisma.sql`(c.region_code = ANY(${regions}) OR c.pool_region_code = ANY(${regions})) AND c.state <> 'DRAFT' AND c.submitted_at IS NOT NULL`
}

function showSql(show: ListCasesQuery['show']): Prisma.Sql {
  if (show === 'ended') return Prisma.sql`c.state IN (${states(ENDED_STATES)})`
  if (show === 'open') return Prisma.sql`c.state NOT IN (${states([...ENDED_STATES, 'DRAFT'])})`
  if (show === 'drafts') return Prisma.sql`c.state = 'DRAFT'`
  // A draft that was thrown away never was a case for anybody.
  return Prisma.sql`NOT (c.state = 'CANCELLED' AND c.submitted_at IS NULL)`
}

/** A number of a case, or beginnings of the names in any order; apostrophes of every kind are one. */
function searchSql(q: string | undefined): Prisma.Sql {
  if (q === undefined || q === '') return Prisma.sql`true`
  const number = parseCaseNumber(q)
  const words = q.split(/\s+/).slice(0, 5)
  const byName = words.map((word) => {
    const pattern = `%${foldText(word).replace(/[\\%_]/g, '\\$&')}%`
    return Prisma.sql`translate(lower(concat_ws(' ', p.family_name, p.given_name, p.patronymic, p.description)), ${APOSTROPHES}, '') LIKE ${pattern}`
  })
  const names = Prisma.sql`(${Prisma.join(byName, ' AND ')})`
  return number === null ? names : Prisma.sql`(c.number = ${number} OR ${names})`
}

const APOSTROPHES = "\u02bb\u02bc\u2018\u2019'`\u00b4"

function foldText(text: string): string {
  return text.toLowerCase().replace(new RegExp(`[${APOSTROPHES}]`, 'g'), '')
}

async function readerNames(ctx: Context, rows: readonly ListRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.readerId ?? []))]
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map((person) => [person.id, person.name]))
}

function listItem(row: ListRow, names: ReadonlyMap<string, string>, now: Date): CaseListItem {
  // "Record again" is an answer for the facility too: its clock runs until the new ECG is due.
  const isRepeat = row.state === 'RETURNED_FOR_REPEAT'
  return {
    caseId: row.id,
    number: caseNumber(row),
    state: row.state,
    class: row.class,
    patientName: row.state === 'DRAFT' ? draftName(row.draft) : patientName(row.patient),
    sex: row.patient?.sex ?? 'unknown',
    ageYears: row.patient ? ageYearsAt(row.patient.birthDate, row.patient.ageYears, now) : null,
    pinflMasked: row.patient?.pinflMasked ?? null,
    facilityName: row.facility.name,
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    answerDueAt: row.answerDueAt?.toISOString() ?? null,
    acknowledgeDueAt: (isRepeat ? row.leaseUntil : row.acknowledgeDueAt)?.toISOString() ?? null,
    readerName: row.readerId ? (names.get(row.readerId) ?? null) : null,
    verdict: row.verdicts[0]?.verdict ?? null,
    answeredAt: (isRepeat ? row.verdicts[0]?.at : row.answeredAt)?.toISOString() ?? null,
    reportSigned: row.reports.length > 0,
    // The column holds only values of OUTCOMES: close-case.ts is its one writer.
    outcome: row.outcome as CaseListItem['outcome'],
    endedAt: row.endedAt?.toISOString() ?? null,
    escalation: escalationOf(row),
    hasWarnings: storedWarnings(row.warnings).length > 0,
    isDemo: row.isDemo,
  }
}

/** What the nurse has typed so far, so that drafts can be told apart. */
function draftName(draft: unknown): string | null {
  const { data } = z.object({ form: z.object({ familyName: z.string(), givenName: z.string() }) }).safeParse(draft)
  return data ? `${data.form.familyName} ${data.form.givenName}`.trim() || null : null
}

function parseCursor(text: string): { rank: number; createdAt: string; id: string } {
  const parsed = z.tuple([z.int(), z.iso.datetime(), z.uuid()]).safeParse(safeJson(text))
  if (!parsed.success)
    throw new AppError('invalid_input', 'The cursor is not one of ours.', [{ path: 'cursor', code: 'invalid' }])
  const [rank, createdAt, id] = parsed.data
  return { rank, createdAt, id }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
