import 'server-only'
import { z } from 'zod'
import { QueueQuery } from '@/cases/api/inputs'
import type { ClassReasonView, QueueItem, QueueResult, UnconfirmedItem, UnsentItem } from '@/cases/api/views'
import { QUEUE_STATES, UNCONFIRMED_STATES } from '@/cases/case-state'
import type { Waiting } from '@/cases/ladder'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { LONGEST_WHOLE_MS } from '@/ecg/long/long-limits'
import { type Context, requirePermission } from '../context'
import { type Case, Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { escalationOf } from '../escalation/ladder-columns'
import { caseNumber } from './case-number'
import { sharedAnswer } from './queue-cache'

/** How many EMERGENT cases an answer holds at most: they are never cut off by a limit, only by absurdity. */
const EMERGENT_CEILING = 5000

const states = (list: readonly string[]) => Prisma.join(list.map((state) => Prisma.sql`${state}::"CaseState"`))
const QUEUED = Prisma.sql`state IN (${states(QUEUE_STATES)})`

/**
 * All open cases of the reader's regions in the order of clinical.md C5, those that a neighbour needs help with among
 * them, and the answers that nobody has confirmed. A cursor asks for the cases after a page.
 */
export async function listQueue(ctx: Context, rawQuery: unknown): Promise<QueueResult> {
  requirePermission(ctx, 'queue.read')
  const { limit, cursor } = QueueQuery.parse(rawQuery)
  const regions = [...ctx.actor.regionCodes].toSorted()
  const after = cursor === undefined ? null : parseCursor(cursor)
  const { items, ...rest } = await sharedAnswer(ctx, JSON.stringify([regions, limit, cursor ?? null]), async () => {
    const [rows, total, unconfirmed, unsent] = await Promise.all([
      openCases(ctx, regions, limit, after),
      openCounts(ctx, regions),
      unconfirmedCases(ctx, regions),
      unsentDrafts(ctx, regions),
    ])
    const last = rows.at(-1)
    const nextCursor = last && rows.length >= limit ? cursorAfter(last) : null
    return { items: rows.map(queueItem), nextCursor, total, unconfirmed, unsent }
  })
  return { items: items.map((item) => asSeenBy(ctx, item)), ...rest, serverAt: ctx.now().toISOString() }
}

/** The one thing in which two readers' queues differ. */
function asSeenBy({ actor }: Context, item: QueueItem): QueueItem {
  return item.reader?.id === actor.userId ? { ...item, reader: { ...item.reader, isMine: true } } : item
}

type Row = Omit<
  QueueItem,
  'number' | 'classReasons' | 'reader' | 'submittedAt' | 'openDueAt' | 'answerDueAt' | 'queueKeyAt' | 'escalation'
> &
  Waiting &
  Pick<Case, 'escalation'> & {
    readonly running: number
    readonly createdAt: Date
    readonly submittedAt: Date
    readonly openDueAt: Date
    readonly answerDueAt: Date
    readonly queueKeyAt: Date
    readonly classReasons: z.infer<typeof ClassReasonView>[]
    readonly readerId: string | null
    readonly readerName: string | null
    readonly claimedAt: Date | null
  }

type After = { readonly tier: number; readonly queueKeyAt: Date; readonly submittedAt: Date; readonly id: string }

/** One statement by tiers: each tier walks the partial index in its own order, so a million ended cases cost nothing. */
async function openCases(ctx: Context, regions: string[], limit: number, after: After | null): Promise<Row[]> {
  const own = Prisma.sql`region_code = ANY(${regions})`
  const ofNeighbours = Prisma.sql`pool_region_code = ANY(${regions}) AND NOT ${own}`
  const tiers = CASE_CLASSES.flatMap((itsClass, tier) => {
    if (after !== null && tier < after.tier) return []
    const onward =
      after?.tier === tier
        ? Prisma.sql`AND (queue_key_at, submitted_at, id) > (${after.queueKeyAt}::timestamptz, ${after.submittedAt}::timestamptz, ${after.id}::uuid)`
        : Prisma.empty
    return [own, ofNeighbours].map(
      (scope) => Prisma.sql`(
        SELECT ${tier}::int AS tier, id, queue_key_at, submitted_at FROM referral_case
        WHERE ${scope} AND class = ${itsClass}::"CaseClass" AND ${QUEUED} ${onward}
        ORDER BY queue_key_at, submitted_at, id LIMIT ${itsClass === 'EMERGENT' ? EMERGENT_CEILING : limit})`,
    )
  })
  return ctx.db.$queryRaw<Row[]>`
    WITH ordered AS (${Prisma.join(tiers, ' UNION ALL ')}),
    placed AS (SELECT *, row_number() OVER (ORDER BY tier, queue_key_at, submitted_at, id) AS place FROM ordered)
    SELECT c.id AS "caseId", c.number AS running, c.created_at AS "createdAt", c.state::text, c.class::text, c.is_demo AS "isDemo",
      c.submitted_at AS "submittedAt", c.open_due_at AS "openDueAt", c.answer_due_at AS "answerDueAt",
      c.region_code AS "regionCode", NOT (c.region_code = ANY(${regions})) AS "isFromNeighbour",
      c.acuity, c.queue_key_at AS "queueKeyAt", c.escalation, c.clock_started_at AS "clockStartedAt",
      c.repeat_asked_at AS "repeatAskedAt", c.answered_at AS "answeredAt", c.unattended_since AS "unattendedSince",
      nullif(concat_ws(' ', p.family_name, p.given_name), '') AS "patientName", p.sex::text,
      coalesce(extract(year FROM age(${ctx.now()}::timestamptz, p.birth_date::timestamptz))::int, p.age_years) AS "ageYears",
      p.pinfl_masked AS "pinflMasked", coalesce(c.clinical->'reasons', '[]') AS reasons,
      (c.clinical->>'painNow')::int AS "painNow", c.clinical->>'painOnsetAt' AS "painOnsetAt",
      (c.clinical->>'systolicMmHg')::int AS "systolicMmHg", (c.clinical->>'diastolicMmHg')::int AS "diastolicMmHg",
      (c.clinical->>'heartRateBpm')::int AS "heartRateBpm", (c.clinical->>'spo2Percent')::int AS "spo2Percent",
      f.name AS "facilityName", d.name_uz AS "districtName",
      u.id AS "readerId", u.name AS "readerName", c.claimed_at AS "claimedAt",
      coalesce((SELECT k.reasons FROM class_computation k WHERE k.case_id = c.id AND k.class = c.class ORDER BY k.at DESC LIMIT 1), '[]') AS "classReasons",
      jsonb_array_length(c.warnings) > 0 AS "hasWarnings",
      CASE WHEN c.class = 'EMERGENT' OR c.state <> 'TRIAGED' THEN EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.type = 'request_cancel') ELSE false END AS "isCancelRequested",
      coalesce((SELECT CASE WHEN r.id IS NULL THEN 'unreadable' ELSE r.kind::text END FROM case_file x
        LEFT JOIN recording r ON r.file_id = x.file_id WHERE x.case_id = c.id ORDER BY r.kind NULLS LAST, x.added_at DESC LIMIT 1), 'on_its_way') AS ecg,
      CASE WHEN c.class <> 'ROUTINE' THEN (SELECT CASE WHEN r.duration_ms <= ${LONGEST_WHOLE_MS} THEN r.id END FROM case_file x JOIN recording r ON r.file_id = x.file_id
        WHERE x.case_id = c.id AND r.kind = 'waveform' ORDER BY x.added_at DESC LIMIT 1) END AS "recordingId"
    FROM placed JOIN referral_case c USING (id) JOIN patient p ON p.id = c.patient_id JOIN facility f ON f.id = c.facility_id
      LEFT JOIN district d ON d.code = f.district_code
      LEFT JOIN app_user u ON u.id = c.reader_id AND c.state IN ('CLAIMED', 'IN_REVIEW', 'SECOND_OPINION')
    WHERE placed.place <= ${limit} OR placed.tier = 0
    ORDER BY placed.place`
}

function queueItem(row: Row): QueueItem {
  const { running, createdAt, clockStartedAt, repeatAskedAt, answeredAt, unattendedSince, ...shown } = row
  const { readerId, readerName, claimedAt, ...rest } = shown
  return {
    ...rest,
    number: caseNumber({ number: running, createdAt }),
    painOnsetAt: row.painOnsetAt === null ? null : new Date(row.painOnsetAt).toISOString(),
    submittedAt: row.submittedAt.toISOString(),
    openDueAt: row.openDueAt.toISOString(),
    answerDueAt: row.answerDueAt.toISOString(),
    queueKeyAt: row.queueKeyAt.toISOString(),
    escalation: escalationOf(row),
    reader:
      readerId !== null && readerName !== null && claimedAt !== null
        ? { id: readerId, name: readerName, claimedAt: claimedAt.toISOString(), isMine: false }
        : null,
  }
}

async function openCounts(ctx: Context, regions: string[]): Promise<Record<CaseClass, number>> {
  const rows = await ctx.db.$queryRaw<{ class: CaseClass; count: number }[]>`
    SELECT class::text, count(*)::int AS count FROM (
      SELECT class FROM referral_case WHERE region_code = ANY(${regions}) AND ${QUEUED}
      UNION ALL
      SELECT class FROM referral_case WHERE pool_region_code = ANY(${regions}) AND NOT region_code = ANY(${regions}) AND ${QUEUED}
    ) open_case GROUP BY class`
  const of = (itsClass: CaseClass) => rows.find((row) => row.class === itsClass)?.count ?? 0
  return { EMERGENT: of('EMERGENT'), URGENT: of('URGENT'), ROUTINE: of('ROUTINE') }
}

type UnconfirmedRow = Omit<UnconfirmedItem, 'number' | 'answeredAt' | 'acknowledgeDueAt' | 'escalation'> &
  Waiting &
  Pick<Case, 'escalation'> & { running: number; answeredAt: Date; acknowledgeDueAt: Date | null }

async function unconfirmedCases(ctx: Context, regions: string[]): Promise<UnconfirmedItem[]> {
  const rows = await ctx.db.$queryRaw<UnconfirmedRow[]>`
    SELECT c.id AS "caseId", c.number AS running, c.created_at AS "createdAt", c.class::text, c.state::text,
      c.escalation, c.clock_started_at AS "clockStartedAt", c.repeat_asked_at AS "repeatAskedAt", c.unattended_since AS "unattendedSince",
      nullif(concat_ws(' ', p.family_name, p.given_name), '') AS "patientName", p.sex::text,
      coalesce(extract(year FROM age(${ctx.now()}::timestamptz, p.birth_date::timestamptz))::int, p.age_years) AS "ageYears",
      f.name AS "facilityName", f.phone AS "facilityPhone", c.answered_at AS "answeredAt", c.acknowledge_due_at AS "acknowledgeDueAt",
      (SELECT v.verdict::text FROM verdict v WHERE v.case_id = c.id AND v.withdrawn_at IS NULL ORDER BY v.at DESC LIMIT 1) AS verdict,
      EXISTS (SELECT 1 FROM report r WHERE r.case_id = c.id AND r.signed_at IS NOT NULL) AS "reportSigned"
    FROM referral_case c JOIN patient p ON p.id = c.patient_id JOIN facility f ON f.id = c.facility_id
    WHERE (c.region_code = ANY(${regions}) OR c.pool_region_code = ANY(${regions}))
      AND c.state IN (${states(UNCONFIRMED_STATES)}) AND c.answered_at IS NOT NULL
    ORDER BY c.acknowledge_due_at NULLS LAST, c.answered_at LIMIT 200`
  return rows.map((row) => ({
    caseId: row.caseId,
    number: caseNumber({ number: row.running, createdAt: row.createdAt }),
    class: row.class,
    patientName: row.patientName,
    sex: row.sex,
    ageYears: row.ageYears,
    facilityName: row.facilityName,
    facilityPhone: row.facilityPhone,
    verdict: row.verdict,
    answeredAt: row.answeredAt.toISOString(),
    acknowledgeDueAt: row.acknowledgeDueAt?.toISOString() ?? null,
    reportSigned: row.reportSigned,
    escalation: escalationOf(row),
  }))
}

/** Drafts whose ladder has called the duty desk: where from and since when, nothing of the person. */
async function unsentDrafts(ctx: Context, regions: string[]): Promise<UnsentItem[]> {
  const rows = await ctx.db.$queryRaw<(Omit<UnsentItem, 'createdAt'> & { createdAt: Date })[]>`
    SELECT c.id AS "caseId", c.class::text, f.name AS "facilityName", f.phone AS "facilityPhone", c.created_at AS "createdAt"
    FROM referral_case c JOIN facility f ON f.id = c.facility_id
    WHERE c.region_code = ANY(${regions}) AND c.state = 'DRAFT' AND c.escalation->>'action' = 'call_facility'
    ORDER BY c.class, c.created_at LIMIT 50`
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

function cursorAfter(row: Row): string {
  const tier = CASE_CLASSES.indexOf(row.class)
  return JSON.stringify([tier, row.queueKeyAt.toISOString(), row.submittedAt.toISOString(), row.caseId])
}

function parseCursor(text: string): After {
  const Cursor = z.tuple([z.int().min(0).max(2), z.iso.datetime(), z.iso.datetime(), z.uuid()])
  try {
    const [tier, queueKeyAt, submittedAt, id] = Cursor.parse(JSON.parse(text))
    return { tier, queueKeyAt: new Date(queueKeyAt), submittedAt: new Date(submittedAt), id }
  } catch {
    throw new AppError('invalid_input', 'The cursor is not one of ours.', [{ path: 'cursor', code: 'invalid' }])
  }
}
