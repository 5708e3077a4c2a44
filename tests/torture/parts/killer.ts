/** Kills processes at points of the work's progress that a seed chooses, and measures how soon they serve again. */
import { setTimeout as wait } from 'node:timers/promises'
import { makeRandom, type Random } from '@/ecg/synthetic/random'
import { kill } from '../../support/parts'

export type KillPlan = {
  readonly seed: number
  readonly appKills: number
  readonly databaseKills: number
  /** Which process of the application every one of its kills ends; the other one dies with it half of the time. */
  readonly leading: 'web' | 'worker'
}

export type Killer = {
  /** To be told of every piece of work that is done. */
  readonly progressed: () => void
  /** Until every kill of the plan has happened and the application serves. */
  readonly finished: () => Promise<void>
  /** From each kill until what was killed ran again (the database: answered again), in ms since 1970. */
  readonly outages: readonly { readonly from: number; readonly until: number }[]
  readonly figures: () => {
    readonly kills: Readonly<Record<'web' | 'worker' | 'database', number>>
    /** From the database's first answer until the application's, and from the kill of the web server. */
    readonly databaseUpToServingMs: Spread
    readonly webKillToServingMs: Spread
  }
}

type Spread = { readonly count: number; readonly median: number | undefined; readonly max: number | undefined }
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
  const kills = { web: 0, worker: 0, database: 0 }
  const databaseUpToServing: number[] = []
  const webKillToServing: number[] = []
  const outages: { from: number; until: number }[] = []
  let done = 0
  let struck: Promise<void> = Promise.resolve()

  async function strikeDatabase(chance: number): Promise<void> {
    kills.database += 1
    const from = Date.now()
    const until = await kill('database', chance < 0.5 ? 'SIGKILL' : 'SIGQUIT')
    outages.push({ from, until })
    databaseUpToServing.push((await servingAt(isServing)) - until)
  }

  /** The one alone as well as both together: either must bear the other's life and death. */
  async function strikeApplication(chance: number): Promise<void> {
    const other = plan.leading === 'web' ? 'worker' : 'web'
    const parts: ('web' | 'worker')[] = chance < 0.5 ? [plan.leading, other] : [plan.leading]
    const from = Date.now()
    for (const part of parts) kills[part] += 1
    const ends = await Promise.all(parts.map((part) => kill(part)))
    outages.push({ from, until: Math.max(...ends) })
    const at = await servingAt(isServing)
    if (parts.includes('web')) webKillToServing.push(at - from)
  }

  async function strike({ part, afterMs, chance }: Blow): Promise<void> {
    await wait(afterMs)
    await (part === 'database' ? strikeDatabase(chance) : strikeApplication(chance))
  }

  return {
    outages,
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
    figures: () => ({
      kills,
      databaseUpToServingMs: spread(databaseUpToServing),
      webKillToServingMs: spread(webKillToServing),
    }),
  }
}

export function spread(timesMs: readonly number[]): Spread {
  const sorted = timesMs.toSorted((a, b) => a - b)
  return { count: sorted.length, median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) }
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
