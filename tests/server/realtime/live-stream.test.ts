import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { LiveEvent } from '@/cases/api/views'
import { claimCase } from '@/server/cases/claim-case'
import { saveDraft } from '@/server/cases/save-draft'
import type { Context } from '@/server/context'
import { db } from '@/server/db/client'
import { headOfLog } from '@/server/realtime/event-log'
import { heardBefore, liveStream } from '@/server/realtime/live-stream'
import { refusal, sendCase } from '../../support/cases'
import { type Cast, COMMITTED, makeCast } from '../../support/people'

let cast: Cast
const controllers: AbortController[] = []

beforeAll(async () => {
  cast = await makeCast(db(), COMMITTED)
  // The first listener opens the connection; who comes before it is up hears `hello` twice, and no event.
  await listen(cast.coordinator).until((text) => text.split('event: hello').length > 2)
})
afterEach(() => {
  vi.useRealTimers()
  for (const controller of controllers.splice(0)) controller.abort()
})
afterAll(() => db().$disconnect())

/** A case of nobody known: what is committed here must not be found again elsewhere. */
const send = (nurse: Context) =>
  sendCase(nurse, { patient: { unknown: true, sex: 'male', ageYears: 60, description: 'from the bozor' } })

/** An open page: what it has heard so far, and waiting for more. */
function listen(ctx: Context, headers: Record<string, string> = {}) {
  const controller = new AbortController()
  controllers.push(controller)
  const request = new Request('http://localhost:3000/api/v1/events', { headers, signal: controller.signal })
  const reader = liveStream(ctx, request).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const read = async () => {
    const { done, value } = await reader.read()
    text += value ? decoder.decode(value, { stream: true }) : ''
    return !done
  }
  const events = () =>
    [...text.matchAll(/^event: case\nid: (\d+)\ndata: (.+)$/gm)].map(([, id, data]) => {
      const event = LiveEvent.parse(JSON.parse(data ?? ''))
      expect(String(event.seq)).toBe(id)
      return event
    })
  return {
    events,
    text: () => text,
    read,
    until: async (isEnough: (text: string) => boolean) => {
      while (!isEnough(text) && (await read()));
    },
    /** Until an event of this case was heard. */
    heard: async (caseId: string) => {
      while (!events().some((event) => event.caseId === caseId) && (await read()));
    },
  }
}

describe('the live channel', () => {
  it('begins with hello and announces what was committed, ids only', async () => {
    const page = listen(cast.cardiologist)
    const caseId = await send(cast.nurse)
    await page.heard(caseId)
    await claimCase(cast.cardiologist, caseId, {})
    await page.until((text) => text.includes('"claim"'))
    expect(page.text()).toMatch(/^retry: 2000\n\nevent: hello\n/)
    const claim = page.events().find((event) => event.type === 'claim')
    expect(claim).toMatchObject({
      caseId,
      state: 'CLAIMED',
      class: 'URGENT',
      facilityId: cast.nurse.actor.facilityId,
      regionCode: COMMITTED.own,
      actorId: cast.cardiologist.actor.userId,
      readerId: cast.cardiologist.actor.userId,
    })
    expect(page.text()).not.toMatch(/bozor|dyspnoea/)
  })

  it('announces nothing before the commit, and never what was rolled back', async () => {
    const page = listen(cast.nurse)
    const undone: string[] = []
    const committed: string[] = []
    const work = db().$transaction(async (tx) => {
      undone.push(await send({ ...cast.nurse, db: tx }))
      committed.push(await send(cast.nurse2))
      await page.heard(committed[0] ?? '')
      throw new Error('rolled back')
    })
    await expect(work).rejects.toThrow('rolled back')
    committed.push(await send(cast.nurse))
    await page.heard(committed[1] ?? '')
    expect(new Set(page.events().map((event) => event.caseId))).toEqual(new Set(committed))
    expect(undone).toHaveLength(1)
  })

  it('tells a nurse of the own facility, and a reader of the own regions without drafts', async () => {
    const people = ['nurse', 'otherNurse', 'farNurse', 'cardiologist', 'farCardiologist'] as const
    const pages = people.map((person) => listen(cast[person]))
    const { draftId } = await saveDraft(cast.nurse, { form: {}, fileIds: [] })
    const ours = await send(cast.nurse)
    const far = await send(cast.farNurse)
    // The last event has reached one page, so by now every earlier one has reached all of them.
    await pages[4]?.heard(far)
    const heard = async (index: number, ...expected: string[]) => {
      for (const caseId of expected) await pages[index]?.heard(caseId)
      expect(new Set(pages[index]?.events().map((event) => event.caseId))).toEqual(new Set(expected))
    }
    await heard(0, draftId, ours)
    await heard(2, far)
    await heard(3, ours)
    await heard(4, far)
    const silent = pages[1]
    await silent?.until((text) => text.includes('hello'))
    expect(silent?.events()).toEqual([])
    const types = new Set(pages[3]?.events().map((event) => event.type))
    expect(types.has('create')).toBe(false)
  })

  it('repeats after a lost connection what was missed, to whom it concerns', async () => {
    const first = await send(cast.nurse)
    const last = await db().caseEvent.findFirstOrThrow({ where: { caseId: first }, orderBy: { seq: 'desc' } })
    const missed = await send(cast.nurse)
    const page = listen(cast.cardiologist, { 'last-event-id': String(last.seq) })
    await page.heard(missed)
    await page.until(() => page.events().some((event) => event.caseId === missed && event.type === 'triage'))
    const stranger = listen(cast.farCardiologist, { 'last-event-id': String(last.seq) })
    const far = await send(cast.farNurse)
    await stranger.heard(far)
    expect(stranger.events().filter((event) => event.caseId === missed)).toEqual([])
  })

  it('keeps the order of the log and repeats nothing, however often the line is cut', async () => {
    const CASES = 40
    // A reader hears of each that it was sent and placed; that it was begun concerns the facility alone.
    const EVENTS = 2 * CASES
    const before = String(await headOfLog(db()))
    const sending = (async () => {
      for (let index = 0; index < CASES; index += 1) await send(index % 2 ? cast.nurse : cast.nurse2)
    })()
    const heard: LiveEvent[] = []
    while (heard.length < EVENTS) {
      const page = listen(cast.cardiologist, { 'last-event-id': String(heard.at(-1)?.seq ?? before) })
      // Cut after three events, wherever that is.
      await page.until(() => page.events().length >= Math.min(3, EVENTS - heard.length))
      heard.push(...page.events())
      controllers.pop()?.abort()
    }
    await sending
    const positions = heard.map((event) => event.seq)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(new Set(heard.map((event) => event.id)).size).toBe(EVENTS)
  })

  it('never shows a higher number before a lower one, though transactions end in any order', async () => {
    const page = listen(cast.cardiologist)
    await page.until((text) => text.includes('hello'))
    let late = ''
    await db().$transaction(async (tx) => {
      late = await send({ ...cast.nurse, db: tx })
      await page.heard(await send(cast.nurse2))
    })
    await page.heard(late)
    const positions = page.events().map((event) => event.seq)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(new Set(positions).size).toBe(positions.length)
  })

  it('passes over a row of the log that it cannot read, and says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const before = String(await headOfLog(db()))
    const page = listen(cast.cardiologist)
    await page.until((text) => text.includes('hello'))
    await db().eventLog.create({ data: { payload: { type: 'of a newer version' } } })
    const behind = await send(cast.nurse)
    await page.heard(behind)
    await listen(cast.cardiologist, { 'last-event-id': before }).heard(behind)
    expect(said.mock.calls.flat().join()).toContain('cannot be read')
    said.mockRestore()
  })

  it('goes on after the event that the address names, for a page that opens a new stream', async () => {
    const page = listen(cast.cardiologist)
    await page.heard(await send(cast.nurse))
    const after = page.events().at(-1)?.seq ?? 0
    const missed = await send(cast.nurse)
    const controller = new AbortController()
    controllers.push(controller)
    const request = new Request(`http://localhost:3000/api/v1/events?after=${after}`, { signal: controller.signal })
    const reader = liveStream(cast.cardiologist, request).getReader()
    let text = ''
    while (!text.includes(missed)) text += new TextDecoder().decode((await reader.read()).value)
    expect(text).not.toContain(`id: ${after}\n`)
  })

  it.each(['x', '-1', '9'.repeat(40)])('takes no harm from the last id %j', async (id) => {
    const page = listen(cast.nurse, { 'last-event-id': id })
    const caseId = await send(cast.nurse)
    await page.heard(caseId)
    expect(page.events().length).toBeGreaterThan(0)
  })

  it('does not repeat to a page what another web server, further in the log, told it already', () => {
    expect(heardBefore(12, 10, 15)).toBe(12)
    expect(heardBefore(9, 10, 15)).toBe(10)
    expect(heardBefore(null, 10, 15)).toBe(10)
    // From before the database was restored: not a place of this log.
    expect(heardBefore(99, 10, 15)).toBe(10)
  })

  it('lets go of a page that closes at once, even before the missed events were read', async () => {
    const headers = { 'last-event-id': '1' }
    const closing = new AbortController()
    const request = new Request('http://localhost:3000/api/v1/events', { headers, signal: closing.signal })
    const aborted = liveStream(cast.nurse, request).getReader()
    closing.abort()
    while (!(await aborted.read()).done);
    const left = liveStream(cast.nurse, new Request('http://localhost:3000/api/v1/events', { headers })).getReader()
    await left.cancel()
    // Whatever still comes for the closed pages must not become an error of the process.
    const page = listen(cast.nurse, headers)
    await page.heard(await send(cast.nurse))
    expect((await left.read()).done).toBe(true)
  })

  it('ends within a heartbeat for somebody who is not signed in any more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const page = listen({ ...cast.nurse, sessionId: '01936f6e-0000-7000-8000-000000000001' })
    vi.advanceTimersByTime(15_000)
    while (await page.read());
    expect(page.text()).toContain(': beat')
  })

  it.each(['admin', 'auditor'] as const)('is not for an %s', async (role) => {
    const request = new Request('http://localhost:3000/api/v1/events')
    expect(await refusal(Promise.resolve().then(() => liveStream(cast[role], request)))).toBe('forbidden')
  })
})
