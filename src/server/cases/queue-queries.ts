import 'server-only'
import type { z } from 'zod'
import { QueueQuery } from '@/cases/api/inputs'
import type { ClassReasonView, QueueItem, QueueResult, UnconfirmedItem } from '@/cases/api/views'
import { QUEUE_STATES, UNCONFIRMED_STATES } from '@/cases/case-state'
import { CASE_CLASSES } from '@/cases/values'
import { type Context, requirePermission } from '../context'
import { Prisma } from '../db/generated/client'
import { caseNumber } from './case-number'

/** How many EMERGENT cases an answer holds at most: they are never cut off by a limit, only by absurdity. */
const EMERGENT_CEILING = 5000

const states = (list: readonly string[]) => Prisma.join(list.map((state) => Prisma.sql`${state}::"CaseState"`))

/** All open cases of the reader's regions in the order of clinical.md C5, and the answers that nobody has confirmed. */
export async function listQueue(ctx: Context, rawQuery: unknown): Promise<QueueResult> {
  requirePermission(ctx, 'queue.read')
  const { limit } = QueueQuery.parse(rawQuery)
  const [items, unconfirmed] = await Promise.all([openCases(ctx, limit), unconfirmedCases(ctx)])
  return { items, nextCursor: null, unconfirmed, serverAt: ctx.now().toISOString() }
}

type Row = Omit<QueueItem, 'number' | 'classReasons' | 'reader' | 'submittedAt' | 'openDueAt' | 'answerDueAt'> & {
  readonly running: number
  readonly createdAt: Date
  readonly submittedAt: Date
  readonly openDueAt: Date
  readonly answerDueAt: Date
  readonly classReasons: z.infer<typeof ClassReasonView>[]
  readonly readerId: string | null
  readonly readerName: string | null
  readonly claimedAt: Date | null
}

/** One statement by tiers: each tier walks the partial index in its own order, so a million ended cases cost nothing. */
async function openCases(ctx: Context, limit: number): Promise<QueueItem[]> {
  const regions = [...ctx.actor.regionCodes]
  const tiers = CASE_CLASSES.map(
    (tier, index) => Prisma.sql`(
      SELECT ${index}::int AS tier, id, queue_key_at, submitted_at FROM referral_case
      WHERE region_code = ANY(${regions}) AND class = ${tier}::"CaseClass" AND state IN (${states(QUEUE_STATES)})
      ORDER BY queue_key_at, submitted_at, id LIMIT ${tier === 'EMERGENT' ? EMERGENT_CEILING : limit})`,
  )
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH ordered AS (${Prisma.join(tiers, ' UNION ALL ')}),
    placed AS (SELECT *, row_number() OVER (ORDER BY tier, queue_key_at, submitted_at, id) AS place FROM ordered)
    SELECT c.id AS "caseId", c.number AS running, c.created_at AS "createdAt", c.state::text, c.class::text, c.is_demo AS "isDemo",
      c.submitted_at AS "submittedAt", c.open_due_at AS "openDueAt", c.answer_due_at AS "answerDueAt",
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
      CASE WHEN c.class <> 'ROUTINE' THEN (SELECT r.id FROM case_file x JOIN recording r ON r.file_id = x.file_id
        WHERE x.case_id = c.id AND r.kind = 'waveform' ORDER BY x.added_at DESC LIMIT 1) END AS "recordingId"
    FROM placed JOIN referral_case c USING (id) JOIN patient p ON p.id = c.patient_id JOIN facility f ON f.id = c.facility_id
      LEFT JOIN district d ON d.code = f.district_code
      LEFT JOIN app_user u ON u.id = c.reader_id AND c.state IN ('CLAIMED', 'IN_REVIEW', 'SECOND_OPINION')
    WHERE placed.place <= ${limit} OR placed.tier = 0
    ORDER BY placed.place`
  return rows.map((row) => queueItem(ctx, row))
}

function queueItem(ctx: Context, row: Row): QueueItem {
  const { running, createdAt, readerId, readerName, claimedAt, ...rest } = row
  return {
    ...rest,
    number: caseNumber({ number: running, createdAt }),
    painOnsetAt: row.painOnsetAt === null ? null : new Date(row.painOnsetAt).toISOString(),
    submittedAt: row.submittedAt.toISOString(),
    openDueAt: row.openDueAt.toISOString(),
    answerDueAt: row.answerDueAt.toISOString(),
    reader:
      readerId !== null && readerName !== null && claimedAt !== null
        ? { id: readerId, name: readerName, claimedAt: claimedAt.toISOString(), isMine: readerId === ctx.actor.userId }
        : null,
  }
}

async function unconfirmedCases(ctx: Context): Promise<UnconfirmedItem[]> {
  const rows = await ctx.db.$queryRaw<
    (Omit<UnconfirmedItem, 'number' | 'answeredAt' | 'acknowledgeDueAt'> & {
      running: number
      createdAt: Date
      answeredAt: Date
      acknowledgeDueAt: Date | null
    })[]
  >`
    SELECT c.id AS "caseId", c.number AS running, c.created_at AS "createdAt", c.class::text,
      nullif(concat_ws(' ', p.family_name, p.given_name), '') AS "patientName", p.sex::text,
      coalesce(extract(year FROM age(${ctx.now()}::timestamptz, p.birth_date::timestamptz))::int, p.age_years) AS "ageYears",
      f.name AS "facilityName", f.phone AS "facilityPhone", c.answered_at AS "answeredAt", c.acknowledge_due_at AS "acknowledgeDueAt",
      (SELECT v.verdict::text FROM verdict v WHERE v.case_id = c.id AND v.withdrawn_at IS NULL ORDER BY v.at DESC LIMIT 1) AS verdict,
      EXISTS (SELECT 1 FROM report r WHERE r.case_id = c.id AND r.signed_at IS NOT NULL) AS "reportSigned"
    FROM referral_case c JOIN patient p ON p.id = c.patient_id JOIN facility f ON f.id = c.facility_id
    WHERE c.region_code = ANY(${[...ctx.actor.regionCodes]}) AND c.state IN (${states(UNCONFIRMED_STATES)}) AND c.answered_at IS NOT NULL
    ORDER BY c.acknowledge_due_at NULLS LAST, c.answered_at LIMIT 200`
  return rows.map(({ running, createdAt, ...row }) => ({
    ...row,
    number: caseNumber({ number: running, createdAt }),
    answeredAt: row.answeredAt.toISOString(),
    acknowledgeDueAt: row.acknowledgeDueAt?.toISOString() ?? null,
  }))
}
