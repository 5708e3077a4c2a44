import 'server-only'
import type { JobResult, PgBoss } from 'pg-boss'
import type { Db } from '../db/client'
import { runRung } from '../escalation/run-rung'
import { prepareOverview } from '../recordings/prepare-overview'
import { JOB_NAMES, type JobData, type JobName } from './boss'

type Handler<Name extends JobName> = (db: Db, now: () => Date, data: JobData[Name]) => Promise<void>

/** What each job does. To add one: its data in `boss.ts`, its handler here. */
const HANDLERS: { readonly [Name in JobName]: Handler<Name> } = {
  'run-rung': runRung,
  'prepare-overview': prepareOverview,
}

const POLL_SECONDS = 0.5
/** A rung waits for the database most of its time; a recording keeps a processor busy. */
const AMOUNTS: { readonly [Name in JobName]: { readonly batch: number; readonly atOnce: number } } = {
  'run-rung': { batch: 48, atOnce: 8 },
  'prepare-overview': { batch: 1, atOnce: 1 },
}

/** Takes up the work of every queue in this process. A job that fails is tried again; the others of its batch go on. */
export async function runJobs(boss: PgBoss, database: Db, now: () => Date): Promise<void> {
  for (const name of JOB_NAMES) {
    const { batch, atOnce } = AMOUNTS[name]
    const handler = HANDLERS[name] as Handler<JobName>
    await boss.work<JobData[typeof name]>(
      name,
      { pollingIntervalSeconds: POLL_SECONDS, batchSize: batch, perJobResults: true },
      async (jobs) => {
        const left = [...jobs]
        const results: JobResult[] = []
        const workThrough = async () => {
          for (let job = left.shift(); job !== undefined; job = left.shift()) {
            const { id, data } = job
            results.push({ id, ...(await outcomeOf(() => handler(database, now, data))) })
          }
        }
        await Promise.all(Array.from({ length: atOnce }, workThrough))
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
