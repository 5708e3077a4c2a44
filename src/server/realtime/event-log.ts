import 'server-only'
import { LiveEvent } from '@/cases/api/views'
import type { Db } from '../db/client'

const PAGE = 1000

/** Gives committed events their place in the log; the answer says whether there were any. */
export async function placeEvents(database: Db): Promise<boolean> {
  const [row] = await database.$queryRaw<{ placed: bigint }[]>`SELECT place_case_events() AS placed`
  return (row?.placed ?? 0n) > 0n
}

/** The last place that is taken; 0 in an empty log. */
export async function headOfLog(database: Db): Promise<number> {
  const [row] = await database.$queryRaw<{ head: bigint }[]>`SELECT coalesce(max(position), 0) AS head FROM event_log`
  return Number(row?.head ?? 0)
}

/** The oldest place that is still kept; null in an empty log. */
export async function tailOfLog(database: Db): Promise<number | null> {
  const [row] = await database.$queryRaw<{ tail: bigint | null }[]>`SELECT min(position) AS tail FROM event_log`
  return row?.tail === null || row?.tail === undefined ? null : Number(row.tail)
}

export type LogPage = {
  readonly events: readonly LiveEvent[]
  /** The last place that was looked at: where the next page begins. */
  readonly until: number
  readonly isLast: boolean
}

/**
 * Events after a place, in their order: at most a page, the rest by asking again. A row that this version cannot read
 * (a newer one wrote it) is passed over and said: it must not silence those behind it.
 */
export async function eventsAfter(database: Db, position: number): Promise<LogPage> {
  const rows = await database.$queryRaw<{ position: bigint; payload: object }[]>`
    SELECT position, payload FROM event_log WHERE position > ${position} ORDER BY position LIMIT ${PAGE}`
  return {
    events: rows.flatMap((row) => {
      const parsed = LiveEvent.safeParse({ ...row.payload, seq: Number(row.position) })
      if (!parsed.success) console.error(`live channel: event ${row.position} cannot be read`, parsed.error.message)
      return parsed.success ? [parsed.data] : []
    }),
    until: Number(rows.at(-1)?.position ?? position),
    isLast: rows.length < PAGE,
  }
}
