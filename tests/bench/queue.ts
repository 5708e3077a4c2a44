/**
 * The fast path (issue 6): the board beside a million past cases, claims that race, an emergency on 500 open boards, a
 * live channel whose connections are cut, and a simulated day. Client, application and database share the machine.
 * Prints JSON.
 *   --only board|claim|alarm|cuts|day   --past N --open N --seconds N --cases N --boards N --events N --cuts N --days N
 */
import { parseArgs } from 'node:util'
import { db } from '@/server/db/client'
import { makeCrew } from '../support/crew'
import { machine } from '../support/machine'
import { board } from './parts/board'
import { claims } from './parts/claims'

const BASE = process.env.BASE_URL ?? ''
const DATABASE_URL = process.env.DATABASE_URL ?? ''

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    past: { type: 'string', default: '1000000' },
    open: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '10' },
    cases: { type: 'string', default: '1000' },
  },
})
const size = (name: 'past' | 'open' | 'seconds' | 'cases') => Number(values[name])

const PARTS = {
  board: async () => {
    const crew = await makeCrew('1703', { nurses: 14, readers: 2 })
    return board(BASE, DATABASE_URL, crew, { past: size('past'), open: size('open'), seconds: size('seconds') })
  },
  claim: () => claims({ base: BASE, databaseUrl: DATABASE_URL, cases: size('cases') }),
}
type Part = keyof typeof PARTS

const wanted = (Object.keys(PARTS) as Part[]).filter((part) => values.only === undefined || values.only === part)
if (wanted.length === 0) throw new Error(`There is no part named ${values.only}.`)
const printed: Record<string, unknown> = {}
for (const part of wanted) {
  console.error(`  ${part} …`)
  printed[part] = await PARTS[part]()
}
console.log(
  JSON.stringify({ bench: 'queue', at: new Date().toISOString(), machine: await machine(), ...printed }, null, 2),
)
await db().$disconnect()
process.exit(0)
