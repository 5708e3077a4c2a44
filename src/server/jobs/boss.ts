import 'server-only'
import { fromPrisma, PgBoss } from 'pg-boss'
import type { Tx } from '../db/client'
import { env } from '../env'

/** Jobs by name, with what they carry: ids only, the rows are the truth. */
export type JobData = {
  readonly 'run-rung': { readonly escalationId: string }
  readonly 'prepare-overview': { readonly recordingId: string }
}
export type JobName = keyof JobData

export const JOB_NAMES = ['run-rung', 'prepare-overview'] as const satisfies readonly JobName[]

const SCHEMA = 'pgboss'
/** A worker that was killed keeps nobody waiting: the sweep sends the job again long before this. */
const EXPIRES_SECONDS: { readonly [Name in JobName]: number } = { 'run-rung': 60, 'prepare-overview': 900 }

/** The queue in the application's own database. `start` makes its tables where they are missing. */
export async function startBoss(connectionString = env().DATABASE_URL): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString, schema: SCHEMA, max: 4, application_name: 'yurak-jobs', schedule: false })
  boss.on('error', (error) => console.error('jobs:', error))
  await boss.start()
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, {
      // What waits already is not put into the queue again: under a backlog the sweep would only make it longer.
      policy: 'short',
      retryLimit: 5,
      retryDelay: 1,
      expireInSeconds: EXPIRES_SECONDS[name],
      deleteAfterSeconds: 86_400,
    })
  }
  return boss
}

/** Asks for jobs inside the caller's transaction: they exist when it commits, and never otherwise. */
export type Enqueue = <Name extends JobName>(tx: Tx, name: Name, jobs: readonly JobData[Name][]) => Promise<void>

export function enqueueWith(boss: PgBoss): Enqueue {
  return async (tx, name, jobs) => {
    if (jobs.length === 0) return
    await boss.insert(
      name,
      jobs.map((data) => ({ data, singletonKey: JSON.stringify(data) })),
      { db: fromPrisma(tx) },
    )
  }
}
