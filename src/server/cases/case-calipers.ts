import 'server-only'
import { Caliper, type CaliperView } from '@/cases/api/calipers'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import type { Prisma } from '../db/generated/client'

type Entry = Prisma.CaliperEntryGetPayload<object>
type PersonOf = (id: string) => CaliperView['by']

/** The calipers as they lie now: of each its newest row, without those that were taken away. Rows come oldest first. */
export function currentCalipers<T extends Entry>(entries: readonly T[]): readonly T[] {
  const newest = new Map(entries.map((entry) => [entry.caliperId, entry]))
  return [...newest.values()].filter(({ content }) => content !== null)
}

export function caliperViews(ctx: Context, entries: readonly Entry[], personOf: PersonOf): CaliperView[] {
  const isMine = (byId: string) => byId === ctx.actor.userId
  return entries.flatMap(({ caliperId, recordingId, content, byId, at }) => {
    const caliper = Caliper.safeParse(content).data
    return caliper
      ? [{ caliperId, recordingId, caliper, by: personOf(byId), at: at.toISOString(), isMine: isMine(byId) }]
      : []
  })
}

/** What a report rests on stays with it, whatever is measured later. */
export async function pinCalipers(tx: Tx, caseId: string, version: number): Promise<void> {
  const report = await tx.report.findUniqueOrThrow({ where: { caseId_version: { caseId, version } } })
  const entries = await tx.caliperEntry.findMany({ where: { caseId }, orderBy: { seq: 'asc' } })
  await tx.reportCaliper.createMany({
    data: currentCalipers(entries).map(({ id }) => ({ reportId: report.id, entryId: id })),
  })
}
