/**
 * The fast path (issue 6): the board beside a million past cases, claims that race, an emergency on 500 open boards, a
 * live channel whose connections are cut, and a simulated day. Client, application and database share the machine.
 * Prints JSON.
 *   --only board|claim|alarm|cuts|day   --past N --open N --seconds N --cases N --boards N --emergencies N
 *   --events N --cuts N --days N
 */
import { parseArgs } from 'node:util'
import { db } from '@/server/db/client'
import { makeCrew } from '../support/crew'
import { machine } from '../support/machine'
import { anotherWeb } from '../support/parts'
import { alarm } from './parts/alarm'
import { board } from './parts/board'
import { claims } from './parts/claims'
import { cuts } from './parts/cuts'
import { day } from './parts/day'

const SIZES = {
  past: 1_000_000,
  open: 500,
  seconds: 10,
  cases: 1000,
  boards: 500,
  emergencies: 40,
  events: 10_000,
  cuts: 1000,
  days: 100,
} as const
const NUMBER = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    ...{ past: NUMBER, open: NUMBER, seconds: NUMBER, cases: NUMBER },
    ...{ boards: NUMBER, emergencies: NUMBER, events: NUMBER, cuts: NUMBER, days: NUMBER },
  },
})
const size = (name: keyof typeof SIZES) => Number(values[name] ?? SIZES[name])

const base = process.env.BASE_URL ?? ''
const databaseUrl = process.env.DATABASE_URL ?? ''
const other: { web?: Promise<string> } = {}

/** One web server, then two on the same database. */
async function withOneAndTwo<T>(measure: (bases: readonly string[]) => Promise<T>): Promise<T[]> {
  const alone = await measure([base])
  other.web ??= anotherWeb()
  return [alone, await measure([base, await other.web])]
}

/** The second web server comes last: until then the figures are of one. */
const PARTS = {
  board: async () => {
    const crew = await makeCrew('1703', { nurses: 14, readers: 2 })
    return board(base, databaseUrl, crew, { past: size('past'), open: size('open'), seconds: size('seconds') })
  },
  claim: () => claims({ base, databaseUrl, cases: size('cases') }),
  day: async () => day(size('days')),
  alarm: () => withOneAndTwo((bases) => alarm({ bases, boards: size('boards'), emergencies: size('emergencies') })),
  cuts: () => withOneAndTwo((bases) => cuts({ bases, events: size('events'), cuts: size('cuts') })),
} as const satisfies Record<string, () => Promise<unknown>>
type Part = keyof typeof PARTS

const wanted = (Object.keys(PARTS) as Part[]).filter((part) => values.only === undefined || values.only === part)
if (wanted.length === 0) throw new Error(`There is no part named ${values.only}.`)
const printed: Record<string, unknown> = {}
for (const part of wanted) {
  console.error(`  ${part} …`)
  printed[part] = await PARTS[part]()
}
const heading = { bench: 'queue', at: new Date().toISOString(), machine: await machine() }
console.log(JSON.stringify({ ...heading, ...printed }, null, 2))
await db().$disconnect()
process.exit(0)
