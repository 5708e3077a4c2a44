import 'server-only'
import { CASE_STATES, ENDED_STATES } from '@/cases/case-state'
import type { Db } from '../db/client'

const NOT_OPEN: readonly string[] = ['DRAFT', ...ENDED_STATES]
const OPEN_STATES = CASE_STATES.filter((state) => !NOT_OPEN.includes(state))

/** Sent and not ended, by facility; facilities without any are not in the map. */
export async function countOpenCases(database: Db, facilityId?: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.case.groupBy({
    by: ['facilityId'],
    where: { state: { in: OPEN_STATES }, ...(facilityId === undefined ? {} : { facilityId }) },
    _count: { _all: true },
  })
  return new Map(rows.map((row) => [row.facilityId, row._count._all]))
}
