import 'server-only'
import { ATTENDED_CLASSES } from '@/cases/ladder'
import type { Db } from '../db/client'
import { Prisma } from '../db/generated/client'
import { ATTENDED_REGIONS } from '../duty/duty-queries'

/**
 * Marks urgent cases that wait where no reader is there, and takes the mark away when one comes: the mark starts the
 * ladder `unattended`. Not a verb: it says nothing about the case, its rungs do.
 */
export async function watchDuty(database: Db, now: Date): Promise<void> {
  const classes = Prisma.join(ATTENDED_CLASSES.map((its) => Prisma.sql`${its}::"CaseClass"`))
  const attended = ATTENDED_REGIONS(now)
  await database.$executeRaw`
    UPDATE referral_case SET unattended_since = NULL
    WHERE state = 'TRIAGED' AND unattended_since IS NOT NULL AND region_code IN (${attended})`
  await database.$executeRaw`
    UPDATE referral_case SET unattended_since = ${now}::timestamptz, next_rung_at = ${now}::timestamptz
    WHERE state = 'TRIAGED' AND class IN (${classes}) AND unattended_since IS NULL AND region_code NOT IN (${attended})`
}
