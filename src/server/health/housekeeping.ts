import 'server-only'
import type { Db } from '../db/client'
import { IDEMPOTENCY_HOURS } from '../http/idempotency'

const SESSION_TRACE_DAYS = 30
/** A page that was away for longer reads its lists; the events themselves stay with their cases for ever. */
const EVENT_LOG_DAYS = 7
/** A sender whose line was away for longer begins anew. */
const PARTED_UPLOAD_HOURS = 24

/** Rows that have served their time. Nothing of a case, a file or a trail is ever among them. */
export async function forgetOldRows(db: Db, now: Date): Promise<void> {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: hoursAgo(IDEMPOTENCY_HOURS) } } })
  await db.eventLog.deleteMany({ where: { at: { lt: hoursAgo(24 * EVENT_LOG_DAYS) } } })
  await db.partedUpload.deleteMany({ where: { partAt: { lt: hoursAgo(PARTED_UPLOAD_HOURS) } } })
  await db.signInFailure.deleteMany({ where: { at: { lt: hoursAgo(24) } } })
  await db.session.deleteMany({ where: { expiresAt: { lt: hoursAgo(24 * SESSION_TRACE_DAYS) } } })
}
