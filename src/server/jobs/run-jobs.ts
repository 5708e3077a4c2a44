import 'server-only'
import type { JobResult, PgBoss } from 'pg-boss'
import type { Db } from '../db/client'
import { runRung } from '../escalation/run-rung'
import { JOB_NAMES, type JobData, type JobName } from './boss'

/** What each job does. To add one: its data in `boss.ts`, its handler here. */
const HANDLERS: { readonly [Name in JobName]: (db: Db, now: () => Date, data: JobData[Name]) => Promise<void> } = {
  'run-rung': runRung,
}

const POLL_SECONDS = 0.5
const BATCH = 48
/** A job waits for the database most of its time. */
const AT_ONCE = 8

/** Takes up the work of every queue in this process. A job that fails is tried again; the others of its batch go on. */
export async function runJobs(boss: PgBoss, database: Db, now: () => Date): Promise<void> {
  for (const name of JOB_NAMES) {
    await boss.work<JobData[typeof name]>(
      name,
      { pollingIntervalSeconds: POLL_SECONDS, batchSize: BATCH, perJobResults: true },
      async (jobs) => {
        const left = [...jobs]
        const results: JobResult[] = []
        const workThrough = async () => {
          for (let job = left.shift(); job !== undefined; job = left.shift()) {
            const { id, data } = job
            results.push({ id, ...(await outcomeOf(() => HANDLERS[name](database, now, data))) })
          }
        }
        await Promise.all(Array.from({ length: AT_ONCE }, workThrough))
        return results
      },
    )
  }
}

async function outcomeOf(work: () => Promise<void>): Promise<Omit<JobResult, 'id'>> {
  try {
    await work()
    return { status: 'completed' }
  } catch (error) {
    console.error('jobs: a job failed and will be tried again', error)
    return { status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } }
  }
}
