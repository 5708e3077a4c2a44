import 'server-only'
import { ageYearsAt } from '@/cases/age'
import type { ComparisonView } from '@/cases/api/assessment-views'
import type { StoredAnalysis } from '@/ecg/assess'
import { compareRecordings } from '@/ecg/compare/compare-recordings'
import type { Context } from '../context'
import type { Prisma } from '../db/generated/client'
import { analysisOf } from '../recordings/assessment-row'
import { visibleCases } from './case-scope'
import type { WholeCase } from './case-view'

/** The newest ECG of the case against the patient's earlier one: of this case, else of one that the reader may see. */
export async function compareWithEarlier(ctx: Context, row: WholeCase): Promise<ComparisonView | null> {
  const [current, earlierHere] = row.files.flatMap(({ file }) => measuredOf(file))
  if (!current || !row.patient) return null
  const earlier = earlierHere ? { ...earlierHere, caseId: row.id } : await earlierElsewhere(ctx, row)
  if (!earlier) return null
  const { birthDate, ageYears, sex } = row.patient
  const now = ctx.now()
  const { codes, changes, limitations } = compareRecordings({
    previous: { analysis: earlier.analysis, metFindings: null },
    current: { analysis: current.analysis, metFindings: null },
    person: { ageDays: null, ageYears: ageYearsAt(birthDate, ageYears, now), sex: sex === 'unknown' ? null : sex },
  })
  return {
    recordingId: current.recordingId,
    earlier: {
      recordingId: earlier.recordingId,
      caseId: earlier.caseId,
      at: earlier.at.toISOString(),
      measurements: earlier.analysis.measurements,
    },
    codes: [...codes],
    changes: [...changes],
    limitations: [...limitations],
  }
}

type Measured = { readonly recordingId: string; readonly at: Date; readonly analysis: StoredAnalysis }
type File = {
  readonly uploadedAt: Date
  readonly recording: {
    readonly id: string
    readonly recordedAt: Date | null
    readonly assessments: readonly { readonly analysis: Prisma.JsonValue }[]
  } | null
}

function measuredOf({ uploadedAt, recording }: File): readonly Measured[] {
  const analysis = recording?.assessments[0] ? analysisOf(recording.assessments[0]) : null
  return recording && analysis ? [{ recordingId: recording.id, at: recording.recordedAt ?? uploadedAt, analysis }] : []
}

async function earlierElsewhere(ctx: Context, row: WholeCase): Promise<(Measured & { caseId: string }) | null> {
  const newest = await ctx.db.caseFile.findFirst({
    where: {
      case: {
        AND: [
          visibleCases(ctx),
          {
            id: { not: row.id },
            patientId: row.patient?.id ?? '',
            submittedAt: { lt: row.submittedAt ?? row.createdAt },
          },
        ],
      },
      file: { recording: { kind: 'waveform', assessments: { some: { problem: null } } } },
    },
    orderBy: { addedAt: 'desc' },
    select: {
      caseId: true,
      file: {
        select: {
          uploadedAt: true,
          recording: {
            select: {
              id: true,
              recordedAt: true,
              assessments: { orderBy: { createdAt: 'desc' }, take: 1, select: { analysis: true } },
            },
          },
        },
      },
    },
  })
  const measured = newest ? measuredOf(newest.file)[0] : undefined
  return newest && measured ? { ...measured, caseId: newest.caseId } : null
}
