/**
 * Submissions from many nurses while the web server, the worker and the database are killed (security.md F1, F2, F7):
 * each is sent with its own key until it was received, and in the end every receipt must be one whole case. Prints
 * JSON; ends with 1 when anything was lost, doubled or left half done.
 *   --submissions N --clients N --app-kills N --database-kills N --seed N
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { db } from '@/server/db/client'
import { makeCrew } from '../support/crew'
import { machine } from '../support/machine'
import { fallen } from '../support/parts'
import { examine } from './parts/books'
import { openKiller } from './parts/killer'
import { openOutbox, type Receipt } from './parts/outbox'
import { askAgain } from './parts/replay'
import { submission } from './parts/submission'

const BASE = process.env.BASE_URL ?? ''
const NURSES = 5
const SHOWN_FAULTS = 20

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '50' },
    'app-kills': { type: 'string', default: '50' },
    'database-kills': { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
})
const plan = {
  submissions: Number(values.submissions),
  clients: Number(values.clients),
  appKills: Number(values['app-kills']),
  databaseKills: Number(values['database-kills']),
  seed: Number(values.seed),
}

const run = randomUUID().slice(0, 8)
const crew = await makeCrew('1722', { nurses: NURSES, readers: 0 })
const killer = openKiller(plan, plan.submissions, isServing)
const outbox = openOutbox(BASE)
const receipts: Receipt[] = []
const refused: string[] = []
let next = 0

const begunAt = performance.now()
await Promise.all(Array.from({ length: plan.clients }, sendMany))
await killer.finished()
const seconds = (performance.now() - begunAt) / 1000

const { lost, duplicate, half } = await examine(run, receipts)
lost.push(...refused)
const { asked, wrong } = await askAgain(BASE, receipts)
const fallenProcesses = await fallen()
const kills = killer.figures()
const isSound =
  receipts.length === plan.submissions &&
  [...lost, ...duplicate, ...half, ...wrong].length === 0 &&
  fallenProcesses === 0 &&
  kills.web === plan.appKills &&
  kills.database === plan.databaseKills

for (const fault of [...lost, ...duplicate, ...half, ...wrong].slice(0, SHOWN_FAULTS)) console.error(fault)
console.log(
  JSON.stringify(
    {
      torture: 'submissions',
      at: new Date().toISOString(),
      machine: await machine(),
      plan,
      isSound,
      receipts: receipts.length,
      lost: lost.length,
      duplicate: duplicate.length,
      half: half.length,
      askedAgain: { asked, wrong: wrong.length },
      fallenProcesses,
      kills: { web: kills.web, worker: kills.worker, database: kills.database },
      seconds: Math.round(seconds),
      submissionsPerSecond: Math.round((receipts.length / seconds) * 10) / 10,
      requests: outbox.tries(),
      databaseUpToServingMs: spread(kills.databaseUpToServingMs),
      webKillToServingMs: spread(kills.webKillToServingMs),
    },
    null,
    2,
  ),
)
await db().$disconnect()
process.exit(isSound ? 0 : 1)

async function sendMany(): Promise<void> {
  for (let index = next++; index < plan.submissions; index = next++) {
    try {
      receipts.push(await outbox.send(submission(run, index, crew.nurses)))
      killer.progressed()
    } catch (error) {
      refused.push(`${run} ${index}: ${String(error)}`)
    }
  }
}

async function isServing(): Promise<boolean> {
  const headers = { authorization: `Bearer ${crew.nurses[0]?.token}` }
  const answer = fetch(`${BASE}/api/v1/account/tokens`, { headers, signal: AbortSignal.timeout(5_000) })
  return answer.then(
    (got) => got.ok,
    () => false,
  )
}

function spread(timesMs: readonly number[]) {
  const sorted = timesMs.toSorted((a, b) => a - b)
  return { count: sorted.length, median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) }
}
