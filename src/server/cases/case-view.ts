import 'server-only'
import { z } from 'zod'
import { type CaseEventView, type CaseView, ClassReasonView } from '@/cases/api/views'
import type { CaseState } from '@/cases/case-state'
import { Clinical } from '@/cases/clinical'
import type { Context } from '../context'
import type { Prisma } from '../db/generated/client'
import { escalationOf, WAITING } from '../escalation/ladder-columns'
import { fileView, WITH_READING } from '../files/file-view'
import { patientView } from '../patients/patient-records'
import { actionsFor } from './case-actions'
import { caliperViews, currentCalipers } from './case-calipers'
import { parseFindings } from './case-findings'
import { caseNumber } from './case-number'
import { type People, personOf } from './case-people'
import { storedWarnings } from './case-warnings'
import { isLeased } from './hold'
import { codesOf, overrideViews } from './report-views'

const FACILITY = {
  id: true,
  name: true,
  phone: true,
  district: { select: { nameUz: true } },
} satisfies Prisma.FacilitySelect

export const WITH_EVERYTHING = {
  id: true,
  number: true,
  isEmergency: true,
  isDemo: true,
  clinical: true,
  draft: true,
  filesExpected: true,
  warnings: true,
  createdById: true,
  submittedAt: true,
  openDueAt: true,
  answerDueAt: true,
  acknowledgeDueAt: true,
  readerId: true,
  fence: true,
  claimedAt: true,
  leaseUntil: true,
  escalation: true,
  ...WAITING,
  outcome: true,
  facilityId: true,
  patient: true,
  reportReaders: { orderBy: [{ version: 'desc' }, { userId: 'asc' }] },
  overrides: { orderBy: { askedAt: 'desc' } },
  facility: { select: { ...FACILITY, travelMinutes: true, centre: { select: FACILITY } } },
  files: { orderBy: { addedAt: 'desc' }, select: { file: { select: WITH_READING } } },
  verdicts: { orderBy: { at: 'desc' } },
  reports: { orderBy: { version: 'desc' }, include: { calipers: { include: { entry: true } } } },
  events: { orderBy: { seq: 'asc' } },
  computations: { orderBy: { at: 'desc' }, take: 20, omit: { inputs: true } },
  findingReviews: { orderBy: { at: 'asc' } },
  calipers: { orderBy: { seq: 'asc' } },
} satisfies Prisma.CaseSelect
export type WholeCase = Prisma.CaseGetPayload<{ select: typeof WITH_EVERYTHING }>

/** Everybody whom the case names. */
export async function peopleOf(ctx: Context, row: WholeCase): Promise<People> {
  const ids = [
    row.createdById,
    row.readerId,
    ...row.verdicts.map((one) => one.byId),
    ...row.reports.map((one) => one.byId),
    ...row.events.map((one) => one.actorId),
    ...row.findingReviews.map((one) => one.byId),
    ...row.calipers.map((one) => one.byId),
    ...row.reportReaders.map((one) => one.userId),
    ...row.overrides.flatMap((one) => [one.askedById, one.answeredById]),
  ]
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true, title: true },
  })
  return new Map(people.map((person) => [person.id, person]))
}

export function caseView(ctx: Context, row: WholeCase, people: People, comparison: CaseView['comparison']): CaseView {
  const events = row.events.map((event) => eventView(event, people))
  const verdicts = row.verdicts.map((one) => ({
    verdict: one.verdict,
    note: one.note,
    at: one.at.toISOString(),
    by: personOf(people, one.byId),
    withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
  }))
  const reports = row.reports
    .filter((one) => one.signedAt !== null || one.byId === ctx.actor.userId)
    .map((one) => ({
      version: one.version,
      conclusion: one.conclusion,
      recommendation: one.recommendation,
      ...codesOf(one),
      savedAt: one.savedAt.toISOString(),
      signedAt: one.signedAt?.toISOString() ?? null,
      by: personOf(people, one.byId),
      calipers: caliperViews(
        ctx,
        one.calipers.map(({ entry }) => entry),
        (id) => personOf(people, id),
      ),
    }))
  return {
    caseId: row.id,
    number: caseNumber(row),
    state: row.state,
    class: row.class,
    classReasons: reasonsOf(row),
    findings: parseFindings(row.computations.find((one) => one.version !== 'person')?.findings ?? []),
    findingReviews: row.findingReviews.map(({ recordingId, findingId, version, isAgreed, reason, byId, at }) => ({
      recordingId,
      findingId,
      version,
      isAgreed,
      reason,
      by: personOf(people, byId),
      at: at.toISOString(),
    })),
    calipers: caliperViews(ctx, currentCalipers(row.calipers), (id) => personOf(people, id)),
    comparison,
    isEmergency: row.isEmergency,
    isDemo: row.isDemo,
    facility: facilityRef(row.facility),
    travelMinutes: row.facility.travelMinutes,
    centre: row.facility.centre ? facilityRef(row.facility.centre) : null,
    sentBy: personOf(people, row.createdById),
    patient: row.patient ? patientView(row.patient, ctx.now()) : null,
    clinical: row.state === 'DRAFT' ? null : (Clinical.safeParse(row.clinical).data ?? null),
    files: row.files.map(({ file }) => fileView(file)),
    filesExpected: row.filesExpected,
    warnings: storedWarnings(row.warnings),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    openDueAt: row.openDueAt?.toISOString() ?? null,
    answerDueAt: row.answerDueAt?.toISOString() ?? null,
    acknowledgeDueAt: row.acknowledgeDueAt?.toISOString() ?? null,
    claim: claimOf(ctx, row, people),
    escalation: escalationOf(row),
    verdict: verdicts.find((one) => one.withdrawnAt === null) ?? null,
    verdicts,
    report: reports[0] ?? null,
    reports,
    reportReaders: row.reportReaders.map(({ version, userId, confirmedAt }) => ({
      version,
      by: personOf(people, userId),
      confirmedAt: confirmedAt?.toISOString() ?? null,
    })),
    overrides: overrideViews(row.overrides, people),
    ...outcomeOf(events, row.state),
    can: actionsFor(ctx, row),
    events,
    draft: row.state === 'DRAFT' ? draftForm(row.draft) : null,
  }
}

/** Why the class is what it is: the newest computation that still explains it, a person's word first. */
function reasonsOf(row: WholeCase): CaseView['classReasons'] {
  const explaining = row.computations.find((one) => one.class === row.class) ?? row.computations[0]
  return z.array(ClassReasonView).parse(explaining?.reasons ?? [])
}

function claimOf(ctx: Context, row: WholeCase, people: People): CaseView['claim'] {
  if (!isLeased(row) || !row.readerId || !row.claimedAt || !row.leaseUntil) return null
  return {
    by: personOf(people, row.readerId),
    at: row.claimedAt.toISOString(),
    leaseUntil: row.leaseUntil.toISOString(),
    isMine: row.readerId === ctx.actor.userId,
    fence: row.fence,
  }
}

/** What the facility said and how it ended, read from the trail: the trail is the truth. */
function outcomeOf(
  events: readonly CaseEventView[],
  state: CaseState,
): Pick<CaseView, 'acknowledgement' | 'outcome' | 'cancelRequest'> {
  const last = (...types: string[]) => events.findLast((event) => types.includes(event.type))
  const answer = last('acknowledge', 'cannot_do')
  // A case that was amended after its end is open again.
  const closed = state === 'CLOSED' ? last('close') : undefined
  const request = last('request_cancel')
  return {
    acknowledgement: answer
      ? {
          response: answer.type === 'acknowledge' ? 'understood' : 'cannot',
          reason: textOf(answer.detail.reason),
          at: answer.at,
          by: answer.by,
        }
      : null,
    outcome: closed
      ? {
          outcome: closed.detail.outcome as NonNullable<CaseView['outcome']>['outcome'],
          note: textOf(closed.detail.note),
          at: closed.at,
        }
      : null,
    cancelRequest: request
      ? {
          reason: textOf(request.detail.reason) ?? 'other',
          note: textOf(request.detail.note),
          at: request.at,
          by: request.by,
        }
      : null,
  }
}

function eventView(event: WholeCase['events'][number], people: People): CaseEventView {
  return {
    id: event.id,
    seq: Number(event.seq),
    type: event.type,
    at: event.at.toISOString(),
    by: event.actorId ? personOf(people, event.actorId) : null,
    stateAfter: event.stateAfter,
    detail: z.record(z.string(), z.json()).parse(event.detail),
  }
}

function facilityRef(row: {
  id: string
  name: string
  phone: string
  district: { nameUz: string } | null
}): CaseView['facility'] {
  return { id: row.id, name: row.name, phone: row.phone, districtName: row.district?.nameUz ?? null }
}

function draftForm(draft: unknown): CaseView['draft'] {
  return z.object({ form: z.record(z.string(), z.json()) }).safeParse(draft).data?.form ?? {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
