import { describe, expect, it } from 'vitest'
import { DEFAULT_LADDER } from '@/cases/ladder'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { getCase, listCases } from '@/server/cases/case-queries'
import { changeClass } from '@/server/cases/change-class'
import { claimCase } from '@/server/cases/claim-case'
import { giveVerdict } from '@/server/cases/give-verdict'
import { listQueue } from '@/server/cases/queue-queries'
import { saveDraft } from '@/server/cases/save-draft'
import type { Db, Tx } from '@/server/db/client'
import { setAway } from '@/server/duty/set-away'
import { setLadder } from '@/server/escalation/region-ladder'
import { runRung } from '@/server/escalation/run-rung'
import { enqueueDueRungs, resendRungs } from '@/server/escalation/sweep'
import { watchDuty } from '@/server/escalation/watch-duty'
import type { Enqueue } from '@/server/jobs/boss'
import { auditOf, caseIn, refusal, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, type Cast, makeCast, OTHER_REGION, REGION } from '../../support/people'

const minute = (minutes: number) => () => new Date(NOON.getTime() + minutes * 60_000)
const CONFIRMED = { response: 'understood' } as const

type Rung = { readonly escalationId: string }

/** Jobs that are only noted. */
function into(jobs: Rung[]): Enqueue {
  return async (_tx, _name, asked) => {
    for (const job of asked) if ('escalationId' in job) jobs.push({ escalationId: String(job.escalationId) })
  }
}

/** What the worker does at that minute: the sweep, then every job that it asked for. */
async function work(db: Db, minutes: number, copies = 1): Promise<void> {
  const now = minute(minutes)
  const jobs: Rung[] = []
  const enqueue = into(jobs)
  await watchDuty(db, now())
  await enqueueDueRungs(db, now, enqueue)
  await resendRungs(db, now, enqueue)
  for (const job of jobs) for (let copy = 0; copy < copies; copy += 1) await runRung(db, now, job)
}

/** The rungs of a case as its events tell them. */
async function climbed(db: Db, caseId: string): Promise<string[]> {
  const rows = await db.caseEvent.findMany({ where: { caseId, type: 'escalate' }, orderBy: { seq: 'asc' } })
  return rows.map(({ detail }) => {
    const { ladder, step, action } = detail as { ladder: string; step: number; action: string }
    return `${ladder} ${step}: ${action}`
  })
}

/** Readers are there and stay there: only the clocks of the cases climb. */
async function attended(tx: Tx, cast: Cast): Promise<void> {
  await setAway(cast.cardiologist, { isAway: false })
  await tx.presence.updateMany({ data: { seenAt: minute(24 * 60)() } })
}

const emergency = (cast: Cast) => sendCase(cast.nurse, { emergency: true })

describe('an EMERGENT case that nobody opens', () => {
  it('climbs rung by rung, each an event and an audit row, none twice', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await work(tx, 1.9)
      expect(await climbed(tx, caseId)).toEqual([])
      await work(tx, 2)
      await work(tx, 2)
      expect(await climbed(tx, caseId)).toEqual(['unopened 1: repeat_alarm'])
      await work(tx, 4.1)
      await work(tx, 6.1)
      await work(tx, 8.1)
      await work(tx, 10.1)
      await work(tx, 600)
      expect(await climbed(tx, caseId)).toEqual([
        'unopened 1: repeat_alarm',
        'unopened 2: second_reader',
        'unanswered 1: coordinator',
        'unanswered 2: neighbour_pool',
        'unanswered 3: breach',
      ])
      expect((await auditOf(tx, caseId)).filter((action) => action === 'case.escalate')).toHaveLength(5)
      expect((await tx.case.findUniqueOrThrow({ where: { id: caseId } })).nextRungAt).toBeNull()
    }))

  it('owes everything at once after the worker was dead, in order, once', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await work(tx, 30, 3)
      expect(await climbed(tx, caseId)).toHaveLength(5)
    }))

  it('loses and doubles none when the clock of the server jumps', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      for (const jump of [4.1, -60, 2.1, 1440, 0, 10.1]) await work(tx, jump)
      expect(new Set(await climbed(tx, caseId)).size).toBe(5)
      expect(await climbed(tx, caseId)).toHaveLength(5)
    }))

  it('loses no rung when its job dies: the sweep asks again, and it runs once', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await enqueueDueRungs(tx, minute(2), async () => undefined)
      expect(await climbed(tx, caseId)).toEqual([])
      await work(tx, 2.2)
      expect(await climbed(tx, caseId)).toEqual(['unopened 1: repeat_alarm'])
    }))

  it('is called for by name: a reader who is there and does not hold it', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      await setAway(cast.cardiologist2, { isAway: false })
      const caseId = await emergency(cast)
      await claimCase(cast.cardiologist, caseId, {})
      await work(tx, 4)
      const event = await tx.caseEvent.findFirstOrThrow({
        where: { caseId, type: 'escalate' },
        orderBy: { seq: 'desc' },
      })
      expect(event.detail).toMatchObject({ action: 'second_reader', calls: [cast.cardiologist2.actor.userId] })
    }))

  it('belongs to the readers of the neighbour region too, from the fourth rung on', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await tx.region.update({ where: { code: REGION }, data: { neighbourCode: OTHER_REGION } })
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await work(tx, 6.1)
      expect(await refusal(getCase(cast.farCardiologist, caseId))).toBe('not_found')
      await work(tx, 8.1)
      const [item] = (await listQueue(cast.farCardiologist, {})).items
      expect(item).toMatchObject({ caseId, isFromNeighbour: true, escalation: { action: 'neighbour_pool' } })
      expect((await listQueue(cast.cardiologist, {})).items.find((one) => one.caseId === caseId)).toMatchObject({
        isFromNeighbour: false,
      })
      await claimCase(at(cast.farCardiologist, 500), caseId, {})
      await giveVerdict(at(cast.farCardiologist, 510), caseId, { verdict: 'act_now' })
      expect((await getCase(cast.nurse, caseId)).verdict?.verdict).toBe('act_now')
    }))

  it('shows the nurse that nobody has answered, until somebody has', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await work(tx, 6.1)
      expect((await getCase(cast.nurse, caseId)).escalation).toMatchObject({ action: 'coordinator', step: 1 })
      expect((await listCases(cast.nurse, {})).items[0]?.escalation?.action).toBe('coordinator')
      await claimCase(at(cast.cardiologist, 370), caseId, {})
      await giveVerdict(at(cast.cardiologist, 380), caseId, { verdict: 'act_now' })
      expect((await getCase(cast.nurse, caseId)).escalation).toBeNull()
    }))
})

describe('the ladder', () => {
  it('stops for what has happened meanwhile: a rung that comes too late is skipped', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      const jobs: Rung[] = []
      await enqueueDueRungs(tx, minute(2), into(jobs))
      await claimCase(at(cast.cardiologist, 121), caseId, {})
      await giveVerdict(at(cast.cardiologist, 125), caseId, { verdict: 'act_now' })
      for (const job of jobs) await runRung(tx, minute(2.2), job)
      expect(await climbed(tx, caseId)).toEqual([])
      expect(await tx.escalation.count({ where: { caseId, skippedAt: { not: null } } })).toBe(1)
    }))

  it('calls in its order after a standstill, whichever job a worker takes first', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      const jobs: Rung[] = []
      await enqueueDueRungs(tx, minute(8.1), into(jobs))
      for (const job of jobs.toReversed()) await runRung(tx, minute(8.2), job)
      expect(await climbed(tx, caseId)).toEqual([
        'unopened 1: repeat_alarm',
        'unopened 2: second_reader',
        'unanswered 1: coordinator',
        'unanswered 2: neighbour_pool',
      ])
    }))

  it('goes on while a reader holds the case and says nothing', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await caseIn(cast, 'IN_REVIEW', { emergency: true })
      await work(tx, 6.1)
      expect(await climbed(tx, caseId)).toEqual(['unanswered 1: coordinator'])
    }))

  it('turns to the facility that does not confirm, and ends with its confirmation', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await caseIn(cast, 'RECOMMENDED', { emergency: true })
      await work(tx, 3.1)
      expect(await climbed(tx, caseId)).toEqual(['unconfirmed 1: call_facility'])
      expect((await listQueue(cast.cardiologist, {})).unconfirmed[0]?.escalation?.action).toBe('call_facility')
      await acknowledgeCase(at(cast.nurse, 200), caseId, CONFIRMED)
      await work(tx, 60)
      expect(await climbed(tx, caseId)).toHaveLength(1)
    }))

  it('begins anew when the facility cannot do what was asked', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await work(tx, 2.1)
      await claimCase(at(cast.cardiologist, 130), caseId, {})
      await giveVerdict(at(cast.cardiologist, 140), caseId, { verdict: 'act_now' })
      await acknowledgeCase(at(cast.nurse, 240), caseId, { response: 'cannot', reason: 'no ambulance' })
      await work(tx, 6.1)
      expect(await climbed(tx, caseId)).toEqual(['unopened 1: repeat_alarm', 'unopened 1: repeat_alarm'])
    }))

  it('reminds of a repeat that does not come', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await caseIn(cast, 'RETURNED_FOR_REPEAT', { emergency: true })
      await work(tx, 5)
      expect(await climbed(tx, caseId)).toEqual(['unrepeated 1: remind_facility'])
    }))

  it('owes a raised class what is past, at once', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await sendCase(cast.nurse)
      await work(tx, 5)
      expect(await climbed(tx, caseId)).toEqual([])
      await changeClass(at(cast.nurse, 300), caseId, { class: 'EMERGENT', reason: 'grey and sweating' })
      await work(tx, 5.1)
      expect(await climbed(tx, caseId)).toEqual(['unopened 1: repeat_alarm', 'unopened 2: second_reader'])
    }))

  it('tells the duty desk of an ECG that nobody sends, and nothing of the person', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const { draftId } = await saveDraft(cast.nurse, { form: { familyName: 'Sinov' }, fileIds: [] })
      await tx.case.update({ where: { id: draftId }, data: { class: 'EMERGENT', nextRungAt: NOON } })
      await work(tx, 2.9)
      expect((await listQueue(cast.coordinator, {})).unsent).toEqual([])
      await work(tx, 3)
      const { unsent } = await listQueue(cast.coordinator, {})
      expect(unsent).toMatchObject([{ caseId: draftId, class: 'EMERGENT' }])
      expect(JSON.stringify(unsent)).not.toContain('Sinov')
      expect(await refusal(getCase(cast.coordinator, draftId))).toBe('not_found')
    }))
})

describe('a duty desk where nobody is', () => {
  it('is itself an alarm: the coordinator after half a minute, the neighbour after two', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await tx.region.update({ where: { code: REGION }, data: { neighbourCode: OTHER_REGION } })
      const caseId = await emergency(cast)
      await work(tx, 0)
      await work(tx, 0.6)
      expect(await climbed(tx, caseId)).toEqual(['unattended 1: coordinator'])
      await work(tx, 2.1)
      expect(await climbed(tx, caseId)).toContain('unattended 2: neighbour_pool')
      expect((await listQueue(cast.farCardiologist, {})).items.map((item) => item.caseId)).toEqual([caseId])
    }))

  it('ends when a reader comes, and begins when the last one says that he is away', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await emergency(cast)
      await work(tx, 0)
      await attended(tx, cast)
      await work(tx, 0.6)
      expect(await climbed(tx, caseId)).toEqual([])
      await setAway(at(cast.cardiologist, 40), { isAway: true })
      await work(tx, 0.8)
      await work(tx, 1.4)
      expect(await climbed(tx, caseId)).toEqual(['unattended 1: coordinator'])
    }))

  it('says nothing while only ROUTINE cases wait', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await sendCase(cast.nurse)
      await changeClass(cast.cardiologist, caseId, { class: 'ROUTINE', reason: 'read by telephone' })
      await work(tx, 0)
      await work(tx, 30)
      expect(await climbed(tx, caseId)).toEqual([])
    }))
})

describe('the minutes of a region', () => {
  const sooner = {
    ...DEFAULT_LADDER,
    EMERGENT: DEFAULT_LADDER.EMERGENT.map((rung) => ({ ...rung, afterSeconds: rung.afterSeconds / 2 })),
  }

  it('count from now on, for cases that wait already too', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await attended(tx, cast)
      const caseId = await emergency(cast)
      await setLadder(cast.coordinator, REGION, { ladder: sooner, reason: 'night shift' })
      await work(tx, 1.1)
      expect(await climbed(tx, caseId)).toEqual(['unopened 1: repeat_alarm'])
    }))

  it('are set by the coordinator of the region or an admin, with a reason', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const input = { ladder: sooner, reason: 'night shift' }
      expect((await setLadder(cast.admin, OTHER_REGION, input)).isOwn).toBe(true)
      expect(await refusal(setLadder(cast.coordinator, OTHER_REGION, input))).toBe('not_found')
      expect(await refusal(setLadder(cast.cardiologist, REGION, input))).toBe('forbidden')
      expect(await refusal(setLadder(cast.coordinator, REGION, { ladder: sooner }))).toBe('invalid_input')
    }))
})
