import 'server-only'
import { AMEND_GRADES, AMEND_KINDS, type OverrideView, type ReportView } from '@/cases/api/report-views'
import { ReportContent } from '@/cases/report/content'
import { ReportStructure } from '@/cases/report/structure'
import type { Override, Report } from '../db/generated/client'
import { type People, personOf } from './case-people'

/** What a report says in codes, and what was frozen with its signature. */
export function codesOf(row: Report): Pick<ReportView, 'structure' | 'content' | 'hash' | 'amendment'> {
  return {
    structure: ReportStructure.safeParse(row.structure).data ?? null,
    content: ReportContent.safeParse(row.content).data ?? null,
    hash: row.hash,
    amendment: amendmentOf(row),
  }
}

function amendmentOf({ amends, amendKind, amendGrade, amendReason }: Report): ReportView['amendment'] {
  const kind = AMEND_KINDS.find((one) => one === amendKind)
  const grade = AMEND_GRADES.find((one) => one === amendGrade)
  return amends !== null && kind && grade ? { amends, kind, grade, reason: amendReason ?? '' } : null
}

export function overrideViews(overrides: readonly Override[], people: People): OverrideView[] {
  return overrides.map((row) => ({
    overrideId: row.id,
    templateId: row.templateId,
    blockers: row.blockers,
    reason: row.reason,
    askedBy: personOf(people, row.askedById),
    askedAt: row.askedAt.toISOString(),
    isAgreed: row.isAgreed,
    answer: row.answer,
    answeredBy: row.answeredById === null ? null : personOf(people, row.answeredById),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }))
}
