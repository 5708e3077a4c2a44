/**
 * Readers who all want to work at once: "next case" until nobody waits, and one case after another that several readers
 * want at the same moment. At the verb (called here, on a pool as the application has it) and over HTTP. In the end each
 * case must have had one winner, and nobody an error.
 */
import { claimCase } from '@/server/cases/claim-case'
import { claimNext } from '@/server/cases/claim-next'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { problemOf } from '@/server/http/problem'
import { type Crew, makeCrew } from '../../support/crew'
import { summary } from '../measure'
import { withCopier } from './clones'
import { makeOpen } from './population'

const PARALLEL = 64
/** How many readers want each case, of those who claim by its name. */
const RIVALS = 4

export type ClaimsPlan = { readonly base: string; readonly databaseUrl: string; readonly cases: number }

/** What one request led to: the case, nothing to have, somebody else was first, or an error that must not be. */
type Outcome = { readonly caseId: string } | 'nobody' | 'beaten' | 'failed'
type Ask = (reader: number, caseId: string) => Promise<Outcome>

export async function claims(plan: ClaimsPlan) {
  const next = (by: (crew: Crew) => Ask) => measured(plan, by, takeUntilNobody)
  const named = (by: (crew: Crew) => Ask) => measured(plan, by, contest)
  return {
    parallel: PARALLEL,
    cases: plan.cases,
    rivals: RIVALS,
    nextAtVerb: await next((crew) => atVerb(crew, async (ctx) => (await claimNext(ctx, {})).case)),
    claimAtVerb: await named((crew) => atVerb(crew, (ctx, caseId) => claimCase(ctx, caseId, {}))),
    nextOverHttp: await next((crew) => overHttp(plan.base, crew, () => 'queue/next')),
    claimOverHttp: await named((crew) => overHttp(plan.base, crew, (caseId) => `cases/${caseId}/claim`)),
  }
}

type Way = (caseIds: readonly string[], ask: Ask) => Promise<Outcome[]>

async function measured({ databaseUrl, base, cases }: ClaimsPlan, by: (crew: Crew) => Ask, way: Way) {
  const crew = await makeCrew('1708', { nurses: 4, readers: PARALLEL })
  await withCopier(databaseUrl, (client) => makeOpen(client, base, crew, cases))
  const mine = { facilityId: { in: crew.nurses.map(({ facilityId }) => facilityId) } }
  const waiting = await db().case.findMany({ where: { ...mine, state: 'TRIAGED' }, select: { id: true } })
  const times: number[] = []
  const ask = by(crew)
  const began = performance.now()
  const outcomes = await way(
    waiting.map(({ id }) => id),
    async (reader, caseId) => {
      const at = performance.now()
      const outcome = await ask(reader, caseId)
      times.push(performance.now() - at)
      return outcome
    },
  )
  const elapsedMs = performance.now() - began
  const won = outcomes.flatMap((outcome) => (typeof outcome === 'object' ? [outcome.caseId] : []))
  const failed = outcomes.filter((outcome) => outcome === 'failed').length
  const claimed = await db().caseEvent.groupBy({
    by: ['caseId'],
    where: { type: 'claim', caseId: { in: waiting.map(({ id }) => id) } },
    _count: true,
  })
  return {
    ...summary(times, elapsedMs, failed),
    waiting: waiting.length,
    winners: won.length,
    distinct: new Set(won).size,
    claimedTwice: claimed.filter((one) => one._count !== 1).length,
    isSound: failed === 0 && won.length === waiting.length && claimed.length === waiting.length,
  }
}

/** Every reader asks for the next case until there is none. */
async function takeUntilNobody(_caseIds: readonly string[], ask: Ask): Promise<Outcome[]> {
  const all = await Promise.all(
    Array.from({ length: PARALLEL }, async (_, reader) => {
      const outcomes: Outcome[] = []
      do outcomes.push(await ask(reader, ''))
      while (outcomes.at(-1) !== 'nobody' && outcomes.at(-1) !== 'failed')
      return outcomes
    }),
  )
  return all.flat()
}

/** Groups of rivals go through the cases side by side; in each group all want the same case at the same moment. */
async function contest(caseIds: readonly string[], ask: Ask): Promise<Outcome[]> {
  const left = [...caseIds]
  const all = await Promise.all(
    Array.from({ length: PARALLEL / RIVALS }, async (_, group) => {
      const outcomes: Outcome[] = []
      for (let caseId = left.pop(); caseId !== undefined; caseId = left.pop()) {
        const wanted = caseId
        const rivals = Array.from({ length: RIVALS }, (_rival, index) => ask(group * RIVALS + index, wanted))
        outcomes.push(...(await Promise.all(rivals)))
      }
      return outcomes
    }),
  )
  return all.flat()
}

function atVerb(crew: Crew, verb: (ctx: Context, caseId: string) => Promise<{ caseId: string } | null>): Ask {
  const contexts = crew.readers.map(({ userId, facilityId }): Context => {
    const actor: Context['actor'] = {
      ...{ userId, facilityId, role: 'cardiologist', regionCodes: [crew.regionCode], name: 'A reader', title: null },
      ...{ email: '', facilityName: null, facilityPhone: null, centrePhone: null, regionNames: [] },
    }
    return { actor, db: db(), now: () => new Date(), sessionId: null }
  })
  return async (reader, caseId) => {
    const ctx = contexts[reader]
    if (!ctx) return 'failed'
    try {
      const given = await verb(ctx, caseId)
      return given === null ? 'nobody' : { caseId: given.caseId }
    } catch (error) {
      if (problemOf(error)?.code === 'already_claimed') return 'beaten'
      console.error(error)
      return 'failed'
    }
  }
}

function overHttp(base: string, crew: Crew, pathOf: (caseId: string) => string): Ask {
  return async (reader, caseId) => {
    const headers = { authorization: `Bearer ${crew.readers[reader]?.token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${base}/api/v1/${pathOf(caseId)}`, { method: 'POST', headers, body: '{}' })
    const body = await answer.json()
    if (answer.status === 409 && body.code === 'already_claimed') return 'beaten'
    if (!answer.ok) return 'failed'
    const given = 'case' in body ? body.case : body
    return given === null ? 'nobody' : { caseId: given.caseId }
  }
}
