import 'server-only'
import { z } from 'zod'
import { RecordingFindings } from '@/cases/api/assessment-views'
import type { Tx } from '../db/client'
import type { Prisma } from '../db/generated/client'

type Findings = z.infer<typeof RecordingFindings>[]

/** Every rule's answer at the newest judgement of the case. */
export async function findingsOf(tx: Tx, caseId: string): Promise<Findings> {
  const newest = await tx.classComputation.findFirst({
    where: { caseId, version: { not: 'person' } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { findings: true },
  })
  return newest ? parseFindings(newest.findings) : []
}

export function parseFindings(stored: Prisma.JsonValue): Findings {
  return z.array(RecordingFindings).parse(stored)
}
