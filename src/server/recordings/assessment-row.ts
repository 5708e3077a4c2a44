import 'server-only'
import type { AssessmentView } from '@/cases/api/assessment-views'
import type { Assessed, StoredAnalysis } from '@/ecg/assess'
import type { LeadName } from '@/ecg/types'
import type { Prisma } from '../db/generated/client'

type Row = Prisma.AssessmentGetPayload<Record<string, never>>

export function assessmentRow(
  assessed: Assessed,
  isSynthetic: boolean,
  createdAt: Date,
): Prisma.AssessmentUncheckedCreateWithoutRecordingInput {
  const { version, rulesVersion, recordingClass, analysis, findings, problem } = assessed
  return {
    version,
    rulesVersion,
    recordingClass,
    // Plain JSON by construction (`analysis-json.ts`), which the type of a JSON column cannot see.
    ...(analysis ? { analysis: analysis as unknown as Prisma.InputJsonObject } : {}),
    findings: findings as unknown as Prisma.InputJsonArray,
    problem,
    isSynthetic,
    createdAt,
  }
}

/** The column is written by `assessmentRow` alone, so its shape is known. */
export function analysisOf(row: Pick<Row, 'analysis'>): StoredAnalysis | null {
  return row.analysis as unknown as StoredAnalysis | null
}

export function assessmentView(row: Row): AssessmentView {
  const analysis = analysisOf(row)
  return {
    version: row.version,
    rulesVersion: row.rulesVersion,
    at: row.createdAt.toISOString(),
    problem: row.problem,
    recordingClass: row.recordingClass,
    measurements: analysis?.measurements ?? null,
    stExtreme: analysis ? stExtremeOf(analysis) : null,
    quality: analysis
      ? {
          overall: analysis.quality.overall,
          notes: analysis.quality.notes.map((note) => ({ ...note, leads: [...note.leads] })),
          missingLeads: [...analysis.quality.missingLeads],
        }
      : null,
    swap: analysis?.swap ? { ...analysis.swap, leads: [...analysis.swap.leads] } : null,
  }
}

/** aVR mirrors the others: its level is no ST elevation or depression of its own. */
function stExtremeOf({ leads }: StoredAnalysis): AssessmentView['stExtreme'] {
  const levels = (Object.entries(leads) as [LeadName, { readonly jUv: number | null }][]).flatMap(([lead, { jUv }]) =>
    jUv === null || lead === 'aVR' ? [] : [{ lead, jUv }],
  )
  return levels.toSorted((a, b) => Math.abs(b.jUv) - Math.abs(a.jUv))[0] ?? null
}
