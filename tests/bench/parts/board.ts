/**
 * The board with a million past cases in its region. The bare route beside it is `GET account/tokens`: the same guard,
 * then one query of a small table. Both are measured in turns, so that what the machine does meanwhile hits both.
 */
import { encode } from 'next-auth/jwt'
import { newSecret, secretHash } from '@/server/auth/secrets'
import { db } from '@/server/db/client'
import type { Crew, Member } from '../../support/crew'
import { callerOf } from './caller'
import { withCopier } from './clones'
import { load } from './load'
import { makeOpen, makePast } from './population'

const CONNECTIONS = 10
const ROUNDS = 3
const WARM_UP_SECONDS = 4
const QUIET_MS = 3000
/** While it is measured, this many cases a minute come in: every event makes every answer stale. */
const BUSY_PER_MINUTE = 60

export type BoardPlan = { readonly past: number; readonly open: number; readonly seconds: number }

export async function board(base: string, databaseUrl: string, crew: Crew, { past, open, seconds }: BoardPlan) {
  const began = performance.now()
  await withCopier(databaseUrl, async (client) => {
    await makePast(client, base, crew, past)
    await makeOpen(client, base, crew, open)
    await client.query('VACUUM ANALYZE')
  })
  const populatedSeconds = Math.round((performance.now() - began) / 1000)
  await untilQuiet()
  console.error(`  … ${past} past and ${open} open cases after ${populatedSeconds} s`)
  const reader = crew.readers[0]
  if (!reader) throw new Error('no reader')
  const headers = { authorization: `Bearer ${reader.token}` }
  const boardOf = (time: number) =>
    load({ url: `${base}/api/v1/queue?limit=50`, headers, connections: CONNECTIONS, seconds: time })
  const bareOf = (time: number) =>
    load({ url: `${base}/api/v1/account/tokens`, headers, connections: CONNECTIONS, seconds: time })
  await boardOf(WARM_UP_SECONDS)
  await bareOf(WARM_UP_SECONDS)
  const rounds: { bare: Figures; board: Figures; ratio: number }[] = []
  while (rounds.length < ROUNDS) {
    const bare = await bareOf(seconds)
    const its = await boardOf(seconds)
    rounds.push({ bare, board: its, ratio: Math.round((its.perSecond / bare.perSecond) * 100) / 100 })
  }
  const busy = await whileCasesCome(base, crew, () => boardOf(seconds))
  const cookie = await cookieOf(reader)
  const pageOf = (time: number) =>
    load({ url: `${base}/queue`, headers: { cookie }, connections: CONNECTIONS, seconds: time })
  await pageOf(WARM_UP_SECONDS)
  const page = await pageOf(seconds)
  return { past, open, connections: CONNECTIONS, populatedSeconds, rounds, busyPerMinute: BUSY_PER_MINUTE, busy, page }
}

type Figures = Awaited<ReturnType<typeof load>>

/** The worker calls for help for the waiting cases that were just copied; measured is what comes after. */
async function untilQuiet(): Promise<void> {
  for (let last = -1n, since = Date.now(); ; ) {
    const [row] = await db().$queryRaw<{ head: bigint }[]>`SELECT coalesce(max(seq), 0) AS head FROM case_event`
    if (row && row.head !== last) {
      last = row.head
      since = Date.now()
    }
    if (Date.now() - since > QUIET_MS) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function whileCasesCome<T>(base: string, crew: Crew, work: () => Promise<T>): Promise<T> {
  const nurse = callerOf(base, crew.nurses[0])
  const patient = { unknown: true, sex: 'male', ageYears: 60, description: 'bench' }
  const clinical = { reasons: ['dyspnoea'] }
  const sending: Promise<unknown>[] = []
  const timer = setInterval(() => {
    sending.push(nurse.post('cases', { patient, clinical, fileIds: [], filesExpected: 1 }))
  }, 60_000 / BUSY_PER_MINUTE)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await Promise.all(sending)
  }
}

/** A browser's session of the person, without the form. */
async function cookieOf({ userId }: Member): Promise<string> {
  const sid = newSecret()
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + 3_600_000)
  await db().session.create({ data: { tokenHash: secretHash(sid), userId, createdAt, expiresAt } })
  const secret = process.env.YURAK_SESSION_SECRET ?? ''
  return `yurak-session=${await encode({ token: { sid }, secret })}`
}
