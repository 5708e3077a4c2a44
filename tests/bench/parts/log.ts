/** The ordered log behind the live channel, read past the application. */
import { db } from '@/server/db/client'

export async function headOfLog(): Promise<number> {
  const [row] = await db().$queryRaw<{ head: bigint }[]>`SELECT coalesce(max(position), 0) AS head FROM event_log`
  return Number(row?.head ?? 0)
}

/** The places of a region's events after a place, in their order. */
export async function positionsAfter(head: number, regionCode: string): Promise<number[]> {
  const rows = await db().$queryRaw<{ position: bigint }[]>`
    SELECT position FROM event_log
    WHERE position > ${head} AND payload->>'regionCode' = ${regionCode} AND payload->>'state' <> 'DRAFT' ORDER BY position`
  return rows.map(({ position }) => Number(position))
}
