/** Kills processes at points of the work's progress that a seed chooses, and measures how soon they serve again. */
import { setTimeout as wait } from 'node:timers/promises'
import { makeRandom, type Random } from '@/ecg/synthetic/random'
import { kill } from '../../support/parts'

export type KillPlan = { readonly seed: number; readonly appKills: number; readonly databaseKills: number }

export type Killer = {
  /** To be told of every piece of work that is done. */
  readonly progressed: () => void
  /** Until every kill of the plan has happened and the application serves. */
  readonly finished: () => Promise<void>
  readonly figures: () => {
    readonly web: number
    readonly worker: number
    readonly database: number
    /** From the database's first answer until the application's, and from the kill of the web server. */
    readonly databaseUpToServingMs: readonly number[]
    readonly webKillToServingMs: readonly number[]
  }
}

type Blow = {
  readonly at: number
  readonly part: 'app' | 'database'
  readonly afterMs: number
  readonly chance: number
}

const LONGEST_PAUSE_MS = 300

/** `total` pieces of work are expected; `isServing` asks the application for something that needs the database. */
export function openKiller(plan: KillPlan, total: number, isServing: () => Promise<boolean>): Killer {
  const blows = blowsOf(plan, total)
  const counts = { web: 0, worker: 0, database: 0 }
  const databaseUpToServingMs: number[] = []
  const webKillToServingMs: number[] = []
  let done = 0
  let struck: Promise<void> = Promise.resolve()

  async function strike({ part, afterMs, chance }: Blow): Promise<void> {
    await wait(afterMs)
    if (part === 'database') {
      counts.database += 1
      const upAt = await kill('database', chance < 0.5 ? 'SIGKILL' : 'SIGQUIT')
      databaseUpToServingMs.push((await servingAt(isServing)) - upAt)
      return
    }
    counts.web += 1
    const killedAt = Date.now()
    // A worker dies alone as well as together with the web server; half of the time it lives on.
    if (chance < 0.5) {
      counts.worker += 1
      await Promise.all([kill('web'), kill('worker')])
    } else await kill('web')
    webKillToServingMs.push((await servingAt(isServing)) - killedAt)
  }

  return {
    progressed: () => {
      done += 1
      while (blows[0] && blows[0].at <= done) {
        const blow = blows.shift()
        if (blow) struck = struck.then(() => strike(blow))
      }
    },
    finished: async () => {
      await struck
      await servingAt(isServing)
    },
    figures: () => ({ ...counts, databaseUpToServingMs, webKillToServingMs }),
  }
}

/** Between the first and the last twentieth of the work, so that every blow falls while something is under way. */
function blowsOf({ seed, appKills, databaseKills }: KillPlan, total: number): Blow[] {
  const random = makeRandom(seed)
  const parts = [...Array<'app'>(appKills).fill('app'), ...Array<'database'>(databaseKills).fill('database')]
  return parts.map((part) => blow(part, total, random)).toSorted((a, b) => a.at - b.at)
}

function blow(part: Blow['part'], total: number, random: Random): Blow {
  const at = Math.ceil(random.uniform(0.05, 0.95) * total)
  return { at, part, afterMs: random.uniform(0, LONGEST_PAUSE_MS), chance: random.uniform(0, 1) }
}

async function servingAt(isServing: () => Promise<boolean>): Promise<number> {
  while (!(await isServing())) await wait(10)
  return Date.now()
}
