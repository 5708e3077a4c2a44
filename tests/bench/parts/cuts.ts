/** Thousands of events while connections are cut: every page must hear exactly the log, in its order. */
import { setTimeout as wait } from 'node:timers/promises'
import { makeRandom } from '@/ecg/synthetic/random'
import { makeCrew } from '../../support/crew'
import { callerOf } from './caller'
import { EventLine } from './event-line'
import { headOfLog, positionsAfter } from './log'

const LINES = 20
const SENDERS = 6
/** Of a case without a file: create is hidden from readers, submit and triage are not. */
const EVENTS_PER_CASE = 2
const PATIENCE_MS = 20_000

export type CutsPlan = { readonly bases: readonly string[]; readonly events: number; readonly cuts: number }

export async function cuts({ bases, events, cuts: wanted }: CutsPlan) {
  const crew = await makeCrew('1714', { nurses: 2, readers: LINES })
  // A log that is empty has no place to go on from.
  await sendCase(bases, crew.nurses[0], 0)
  const head = await headOfLog()
  const heard = crew.readers.map((): number[] => [])
  const lines = crew.readers.map(
    ({ token }, index) => new EventLine(bases, token, ({ position }) => heard[index]?.push(position), head),
  )
  for (const line of lines) await line.open()
  const random = makeRandom(1)
  const caseCount = Math.ceil(events / EVENTS_PER_CASE)
  let sent = 0
  let cut = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (sent < caseCount) {
        const index = sent++
        await sendCase(bases, crew.nurses[index % crew.nurses.length], index)
        // The cuts keep step with the events, and fall on any connection.
        while (cut < (wanted * index) / caseCount) {
          lines[Math.floor(random.uniform(0, LINES))]?.cut()
          cut += 1
        }
      }
    }),
  )
  const seconds = Math.round((performance.now() - began) / 1000)
  const expected = await whenAllHeard(head, crew.regionCode, heard)
  for (const line of lines) line.close()
  const faults = heard.map((its) => faultsOf(its, expected))
  const sum = (key: keyof (typeof faults)[number]) => faults.reduce((total, one) => total + one[key], 0)
  return {
    ...{ webServers: bases.length, lines: LINES, events: expected.length, cuts: cut, seconds },
    connections: lines.reduce((total, line) => total + line.connections, 0),
    ...{ missed: sum('missed'), twice: sum('twice'), outOfOrder: sum('outOfOrder'), unknown: sum('unknown') },
    isSound: heard.every((its) => JSON.stringify(its) === JSON.stringify(expected)),
  }
}

async function sendCase(bases: readonly string[], nurse: Parameters<typeof callerOf>[1], index: number): Promise<void> {
  const patient = { unknown: true, sex: 'male', ageYears: 60, description: 'bench' }
  const body = { patient, clinical: { reasons: ['dyspnoea'] }, fileIds: [], filesExpected: 1 }
  await callerOf(bases[index % bases.length] ?? '', nurse).post('cases', body)
}

/** The log of the region once every page has as many events as it, or patience is over. */
async function whenAllHeard(head: number, regionCode: string, heard: readonly number[][]): Promise<number[]> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    await wait(500)
    const expected = await positionsAfter(head, regionCode)
    if (heard.every((its) => its.length >= expected.length) || Date.now() > until) return expected
  }
}

function faultsOf(heard: readonly number[], expected: readonly number[]) {
  const [once, wanted] = [new Set(heard), new Set(expected)]
  return {
    missed: expected.filter((position) => !once.has(position)).length,
    twice: heard.length - once.size,
    outOfOrder: heard.filter((position, index) => index > 0 && position < (heard[index - 1] ?? 0)).length,
    unknown: heard.filter((position) => !wanted.has(position)).length,
  }
}
