/**
 * What must hold while the web server, the worker and the database are killed: no submission is lost, doubled or left
 * half done, every rung of a ladder runs once and in time, a case whose reader died goes back once and his text stays.
 * Prints JSON; ends with 1 on any fault.
 *   --only submissions|ladder|leases --submissions N --clients N --cases N --app-kills N --database-kills N --seed N
 */
import { parseArgs } from 'node:util'
import { db } from '@/server/db/client'
import { machine } from '../support/machine'
import { fallen } from '../support/parts'
import { tortureLadder } from './parts/ladder'
import { tortureLeases } from './parts/leases'
import { tortureSubmissions } from './parts/submissions'

const base = process.env.BASE_URL ?? ''
const SHOWN_FAULTS = 20

const NUMBER = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    ...{ submissions: NUMBER, clients: NUMBER, cases: NUMBER },
    ...{ 'app-kills': NUMBER, 'database-kills': NUMBER, seed: NUMBER },
  },
})
const size = (name: Exclude<keyof typeof values, 'only'>, usual: number) => Number(values[name] ?? usual)
const killsOf = (app: number, database: number) => ({
  appKills: size('app-kills', app),
  databaseKills: size('database-kills', database),
  seed: size('seed', 1),
})

const PARTS = {
  submissions: () =>
    tortureSubmissions(base, {
      submissions: size('submissions', 10_000),
      clients: size('clients', 50),
      ...killsOf(50, 20),
    }),
  ladder: () => tortureLadder(base, { cases: size('cases', 500), ...killsOf(20, 5) }),
  leases: () => tortureLeases(base, { cases: size('cases', 150), ...killsOf(10, 3) }),
} as const
type Part = keyof typeof PARTS

const wanted = (Object.keys(PARTS) as Part[]).filter((part) => values.only === undefined || values.only === part)
if (wanted.length === 0) throw new Error(`There is no part named ${values.only}.`)
const printed: Record<string, unknown> = {}
const faults: string[] = []
for (const part of wanted) {
  console.error(`  ${part} …`)
  try {
    const result = await PARTS[part]()
    faults.push(...result.faults)
    printed[part] = result.printed
  } catch (error) {
    // What the other parts found in an hour must not be lost with this one.
    faults.push(`${part}: ${error instanceof Error ? error.stack : error}`)
  }
}
const fallenProcesses = await fallen()
if (fallenProcesses > 0) faults.push(`${fallenProcesses} processes ended by themselves`)
for (const fault of faults.slice(0, SHOWN_FAULTS)) console.error(fault)
const heading = { torture: wanted, at: new Date().toISOString(), machine: await machine() }
console.log(JSON.stringify({ ...heading, isSound: faults.length === 0, ...printed, fallenProcesses }, null, 2))
await db().$disconnect()
process.exit(faults.length === 0 ? 0 : 1)
