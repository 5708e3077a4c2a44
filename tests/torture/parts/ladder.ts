/**
 * Cases that nobody reads climb a ladder whose minutes the region has made seconds, while the worker, the web server and
 * the database are killed: every rung runs once, and soon after whatever was away is back.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { DEFAULT_LADDER, type RegionLadder, type Rung } from '@/cases/ladder'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { db } from '@/server/db/client'
import { makeCoordinator, makeCrew } from '../../support/crew'
import { type KillPlan, openKiller, spread } from './killer'
import { openOutbox, type Receipt } from './outbox'
import { servingOf } from './serving'
import { emptySubmission } from './submission'

const REGION = '1735'
const CLIENTS = 10
/** The first rung comes after, the others follow in steps of, so many seconds; a region may not be quicker than ten. */
const FIRST_SECONDS = 10
const STEP_SECONDS = 30
/** The ladders of one case take their steps one after another, as they do in C4. */
const LADDER_SECONDS = { unopened: 0, unanswered: 10, unattended: 20 } as const
const TICK_MS = 200
/** After the last rung was due and everything is back. */
const LATE_MS = 5000
const PATIENCE_MS = 60_000

export type LadderPlan = Omit<KillPlan, 'leading'> & { readonly cases: number }

export async function tortureLadder(base: string, plan: LadderPlan) {
  const { nurses } = await makeCrew(REGION, { nurses: 2, readers: 0 })
  const coordinator = await makeCoordinator(REGION)
  await setLadder(base, coordinator.token)
  const run = randomUUID().slice(0, 8)
  const lengthMs = lastRungSeconds() * 1000
  const ticks = Math.ceil(lengthMs / TICK_MS)
  const killer = openKiller({ ...plan, leading: 'worker' }, ticks, servingOf(base, nurses[0]))
  const ticking = (async () => {
    for (let tick = 0; tick < ticks; tick++) {
      await wait(TICK_MS)
      killer.progressed()
    }
  })()
  const outbox = openOutbox(base)
  const receipts: Receipt[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let index = next++; index < plan.cases; index = next++)
        receipts.push(await outbox.send(emptySubmission(run, index, nurses)))
    }),
  )
  await ticking
  await killer.finished()
  await untilClimbed(receipts)
  const rungs = await rungsOf(receipts)
  const { kills, ...times } = killer.figures()
  const lates = rungs.map(({ at, dueAt }) => at.getTime() - owedAt(dueAt.getTime(), at.getTime(), killer.outages))
  const faults = faultsOf(receipts, rungs, lates)
  return {
    faults,
    printed: {
      plan,
      cases: receipts.length,
      rungs: rungs.length,
      wrongRungs: faults.length,
      jobs: await jobCount(),
      kills,
      lateAfterRecoveryMs: spread(lates),
      lateMs: spread(rungs.map(({ at, dueAt }) => at.getTime() - dueAt.getTime())),
      ...times,
    },
  }
}

/** C4's rungs of those ladders, with seconds of their own. */
const QUICK_LADDER = Object.fromEntries(
  CASE_CLASSES.map((its) => [
    its,
    DEFAULT_LADDER[its].filter(isClimbed).map((rung) => ({ ...rung, afterSeconds: secondsOf(rung) })),
  ]),
) as RegionLadder // one entry for each class, by construction

type Climbed = Rung & { readonly ladder: keyof typeof LADDER_SECONDS }

/** What a case climbs when nobody at all is there. */
function isClimbed(rung: Rung): rung is Climbed {
  return rung.ladder in LADDER_SECONDS
}

function secondsOf({ ladder, step }: Climbed): number {
  return FIRST_SECONDS + LADDER_SECONDS[ladder] + (step - 1) * STEP_SECONDS
}

function lastRungSeconds(): number {
  return Math.max(...CASE_CLASSES.flatMap((its) => QUICK_LADDER[its].map((rung) => rung.afterSeconds)))
}

async function setLadder(base: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ ladder: QUICK_LADDER, reason: 'torture' })
  const answer = await fetch(`${base}/api/v1/regions/${REGION}/ladder`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`the ladder was refused: ${await answer.text()}`)
}

type RungRow = {
  readonly caseId: string
  readonly class: CaseClass
  readonly ladder: string
  readonly step: number
  readonly at: Date
  readonly dueAt: Date
  readonly clockStartedAt: Date
}

function rungsOf(receipts: readonly Receipt[]): Promise<RungRow[]> {
  return db().$queryRaw<RungRow[]>`
    SELECT e.case_id AS "caseId", c.class::text, e.detail->>'ladder' AS ladder, (e.detail->>'step')::int AS step, e.at,
      (e.detail->>'dueAt')::timestamptz AS "dueAt", c.clock_started_at AS "clockStartedAt"
    FROM case_event e JOIN referral_case c ON c.id = e.case_id
    WHERE e.type = 'escalate' AND e.case_id = ANY(${receipts.map(({ caseId }) => caseId)}::uuid[])`
}

/** Asked for once each where nothing was killed; more often after a death. */
async function jobCount(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pgboss.job`
  return row?.count ?? 0
}

async function untilClimbed(receipts: readonly Receipt[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const rungs = await rungsOf(receipts)
    const wanted = receipts.reduce(
      (sum, { submission }) => sum + QUICK_LADDER[classOf(submission.isEmergency)].length,
      0,
    )
    const isOver = rungs.length >= wanted
    // Once more around, in case a rung comes a second time.
    await wait(isOver ? LATE_MS : 500)
    if (isOver) return
  }
}

/** Without an ECG that could be measured a case is URGENT at least (clinical.md E1). */
function classOf(isEmergency: boolean): CaseClass {
  return isEmergency ? 'EMERGENT' : 'URGENT'
}

/** When a rung could run at the earliest: when it was due, or when the last thing that was away came back before it ran. */
function owedAt(dueAt: number, ranAt: number, outages: readonly { from: number; until: number }[]): number {
  const over = outages.filter(({ from, until }) => from < ranAt && until > dueAt)
  return Math.min(ranAt, Math.max(dueAt, ...over.map(({ until }) => until)))
}

function faultsOf(receipts: readonly Receipt[], rungs: readonly RungRow[], lates: readonly number[]): string[] {
  const byCase = new Map<string, RungRow[]>()
  for (const rung of rungs) byCase.set(rung.caseId, [...(byCase.get(rung.caseId) ?? []), rung])
  const nameOf = ({ ladder, step }: { ladder: string; step: number }) => `${ladder} ${step}`
  const wrong = receipts.flatMap(({ caseId, submission }) => {
    const wanted = QUICK_LADDER[classOf(submission.isEmergency)].map(nameOf).toSorted()
    const ran = (byCase.get(caseId) ?? []).map(nameOf).toSorted()
    return JSON.stringify(wanted) === JSON.stringify(ran) ? [] : [`${caseId}: ran ${ran}, wanted ${wanted}`]
  })
  const early = rungs.filter(({ at, dueAt }) => at < dueAt).map(({ caseId }) => `${caseId}: a rung ran too early`)
  const moved = rungs.filter((rung) => rung.ladder !== 'unattended' && !isOnTheClock(rung))
  const late = lates.filter((ms) => ms > LATE_MS).map((ms) => `a rung was ${ms} ms late`)
  return [...wrong, ...early, ...moved.map(({ caseId }) => `${caseId}: a rung was due at another time`), ...late]
}

function isOnTheClock({ class: its, ladder, step, dueAt, clockStartedAt }: RungRow): boolean {
  const rung = QUICK_LADDER[its].find((one) => one.ladder === ladder && one.step === step)
  return rung !== undefined && dueAt.getTime() === clockStartedAt.getTime() + rung.afterSeconds * 1000
}
