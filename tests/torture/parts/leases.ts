/**
 * Readers hold cases while processes are killed (security.md F5). A third of their pages die, a third of the leases run
 * out, a third live on: what died goes back to the queue once and in time, what lives stays. Another reader takes what
 * went back, and the first one's late report is refused with its text kept.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { PAGE_BEAT_MS, PAGE_SILENT_MS } from '@/cases/deadlines'
import { db } from '@/server/db/client'
import { type Member, makeCrew } from '../../support/crew'
import { type KillPlan, openKiller, spread } from './killer'
import { type Outbox, openOutbox } from './outbox'
import { servingOf } from './serving'
import { emptySubmission } from './submission'

const CLIENTS = 10
const TICK_MS = 200
/** Back in the queue at the latest so long after the time was over (F5) and everything ran again. */
const LATE_MS = 10_000
const FATES = ['page dies', 'lease ends', 'lives'] as const
const KEPT = 'refused, text kept'
const REASONS = { 'page dies': 'page_closed', 'lease ends': 'lease_expired' } as const

export type LeasesPlan = Omit<KillPlan, 'leading'> & { readonly cases: number }

type Held = {
  readonly caseId: string
  readonly reader: Member
  readonly fate: (typeof FATES)[number]
  readonly fence: number
  /** When its time is over, in ms since 1970. */
  readonly overAt: number
}

export async function tortureLeases(base: string, plan: LeasesPlan) {
  const { nurses, readers } = await makeCrew('1730', { nurses: 2, readers: 6 })
  const outbox = openOutbox(base)
  const held = await inParallel(plan.cases, (index) => hold(outbox, nurses, readers, index))
  const isDying = held.filter(({ fate }) => fate !== 'lives')
  const waitMs = PAGE_SILENT_MS + LATE_MS
  const ticks = Math.ceil(waitMs / TICK_MS)
  const killer = openKiller({ ...plan, leading: 'worker' }, ticks + isDying.length, servingOf(base, nurses[0]))
  const beating = setInterval(() => void beat(outbox, held), PAGE_BEAT_MS / 3)
  for (let tick = 0; tick < ticks; tick++) {
    await wait(TICK_MS)
    killer.progressed()
  }
  const saved = await inParallel(isDying.length, async (index) => {
    const one = isDying[index]
    const outcome = one ? await saveLate(outbox, readers, one) : 'nothing'
    killer.progressed()
    return outcome
  })
  await killer.finished()
  clearInterval(beating)
  const releases = await releasesOf(held)
  const { kills, ...times } = killer.figures()
  const lates = isDying.flatMap(({ caseId, overAt }) => {
    const at = releases.find((one) => one.caseId === caseId)?.at.getTime()
    const back = killer.outages.filter(({ from, until }) => at !== undefined && from < at && until > overAt)
    return at === undefined ? [] : [Math.max(0, at - Math.max(overAt, ...back.map(({ until }) => until)))]
  })
  const faults = [
    ...held.flatMap((one) => releaseFaults(one, releases)),
    ...lates.filter((ms) => ms > LATE_MS).map((ms) => `a case went back ${ms} ms late`),
    ...saved.filter((outcome) => outcome !== KEPT).map((outcome) => `a late save was ${outcome}`),
  ]
  return {
    faults,
    printed: {
      ...{
        plan,
        held: held.length,
        released: releases.length,
        lateSavesRefusedAndKept: saved.filter((outcome) => outcome === KEPT).length,
      },
      ...{ wrong: faults.length, kills, lateAfterRecoveryMs: spread(lates), ...times },
    },
  }
}

async function hold(outbox: Outbox, nurses: readonly Member[], readers: readonly Member[], index: number) {
  const { caseId } = await outbox.send(emptySubmission(randomUUID().slice(0, 8), index, nurses))
  const reader = readers[index % readers.length]
  const fate = FATES[index % FATES.length]
  if (!reader || !fate) throw new Error('nobody reads')
  await outbox.post(reader, `cases/${caseId}/claim`, {}, randomUUID())
  await outbox.post(reader, `cases/${caseId}/open`, {}, randomUUID())
  if (fate !== 'lease ends') await outbox.post(reader, `cases/${caseId}/heartbeat`, { isPage: true }, randomUUID())
  // A lease lasts minutes: its clock is moved instead.
  if (fate === 'lease ends') await db().case.update({ where: { id: caseId }, data: { leaseUntil: soon() } })
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId } })
  const silentAt = (row.pageSeenAt?.getTime() ?? 0) + PAGE_SILENT_MS
  const overAt = fate === 'lease ends' ? (row.leaseUntil?.getTime() ?? 0) : silentAt
  return { caseId, reader, fate, fence: row.fence, overAt } satisfies Held
}

function soon(): Date {
  return new Date(Date.now() + PAGE_SILENT_MS)
}

/** The living pages say so, whatever was killed meanwhile. */
async function beat(outbox: Outbox, held: readonly Held[]): Promise<void> {
  const living = held.filter(({ fate }) => fate === 'lives')
  await Promise.all(
    living.map(({ reader, caseId, fence }) =>
      outbox.post(reader, `cases/${caseId}/heartbeat`, { isPage: true, fence }, randomUUID()),
    ),
  )
}

/** Somebody else holds the case by now; the first reader saves what he has written. */
async function saveLate(outbox: Outbox, readers: readonly Member[], { caseId, reader, fence }: Held): Promise<string> {
  const other = readers.find((one) => one !== reader)
  if (!other) throw new Error('nobody else reads')
  const taken = await outbox.post(other, `cases/${caseId}/claim`, {}, randomUUID())
  if (taken.status !== 200) return `made while the case was not free (${taken.body})`
  const text = `written too late ${randomUUID()}`
  const report = { conclusion: text, recommendation: text, fence, sign: true }
  const answer = await outbox.post(reader, `cases/${caseId}/report`, report, randomUUID())
  if (answer.status !== 409) return `answered with ${answer.status}`
  const kept = await db().report.findMany({ where: { caseId, conclusion: text } })
  const isKept = kept.length === 1 && kept[0]?.signedAt === null && kept[0]?.byId === reader.userId
  return isKept ? KEPT : `refused, and its text is there ${kept.length} times`
}

type Release = { readonly caseId: string; readonly at: Date; readonly reason: string }

function releasesOf(held: readonly Held[]): Promise<Release[]> {
  return db().$queryRaw<Release[]>`
    SELECT case_id AS "caseId", at, detail->>'reason' AS reason FROM case_event
    WHERE type = 'release' AND case_id = ANY(${held.map(({ caseId }) => caseId)}::uuid[]) ORDER BY seq`
}

function releaseFaults({ caseId, fate }: Held, releases: readonly Release[]): string[] {
  const reasons = releases.filter((one) => one.caseId === caseId).map(({ reason }) => reason)
  const wanted = fate === 'lives' ? [] : [REASONS[fate]]
  return JSON.stringify(reasons) === JSON.stringify(wanted) ? [] : [`${caseId}: ${fate}, was released for ${reasons}`]
}

async function inParallel<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let index = next++; index < count; index = next++) done.push(await work(index))
    }),
  )
  return done
}
