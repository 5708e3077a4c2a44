import 'server-only'
import { judgeOpenCasesOf } from '../cases/judge-open-cases'
import { inTransaction, systemContext } from '../context'
import type { Db } from '../db/client'
import { readWhole } from '../files/file-store'
import { postgresStore } from '../files/postgres-store'
import { assessmentRow } from './assessment-row'
import { readAndAssess } from './read-and-assess'
import { descriptionOf } from './recording-row'

const BATCH = 20

/**
 * Recordings from before there was an engine: measured one after another, and the open cases that hold them judged
 * again. Answers how many were done; a recording that defeats the engine gets its problem written down and is not
 * tried again.
 */
export async function analyseMissing(db: Db, now: () => Date): Promise<number> {
  const ctx = systemContext(db, now)
  const missing = await db.recording.findMany({
    // A long one is measured by the job that makes its overview.
    where: { kind: 'waveform', assessments: { none: {} }, OR: [{ overview: null }, { overview: { state: 'failed' } }] },
    select: { id: true, fileId: true, isSynthetic: true, file: { select: { sha256: true, description: true } } },
    orderBy: { id: 'desc' },
    take: BATCH,
  })
  for (const { id, fileId, isSynthetic, file } of missing) {
    const bytes = await readWhole(postgresStore(db), file.sha256)
    const read = bytes ? await readAndAssess(bytes, descriptionOf(file)).catch(() => null) : null
    const assessed = read?.assessed ?? { ...NOT_ANALYSED, problem: 'analysis_failed' }
    await inTransaction(ctx, async (tx) => {
      await tx.assessment.create({ data: { recordingId: id, ...assessmentRow(assessed, isSynthetic, now()) } })
      await judgeOpenCasesOf({ ...ctx, db: tx }, fileId)
    })
  }
  return missing.length
}

const NOT_ANALYSED = {
  version: 'none',
  rulesVersion: 'none',
  recordingClass: 'URGENT',
  analysis: null,
  findings: [],
} as const
