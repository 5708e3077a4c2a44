/** From the receipt of an emergency until each of many open boards has read of it on its live channel. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Crew, makeCrew } from '../../support/crew'
import { summary } from '../measure'
import { callerOf } from './caller'
import { EventLine } from './event-line'
import { headOfLog } from './log'

const READERS = 50
const PAUSE_MS = 500
const PATIENCE_MS = 10_000

export type AlarmPlan = { readonly bases: readonly string[]; readonly boards: number; readonly emergencies: number }

export async function alarm({ bases, boards, emergencies }: AlarmPlan) {
  const crew = await makeCrew('1712', { nurses: 1, readers: READERS })
  const seen = new Map<string, number[]>()
  const hear = (text: string, at: number) => {
    if (!text.includes('"type":"submit"') || !text.includes('"class":"EMERGENT"')) return
    const caseId = /"caseId":"([^"]+)"/.exec(text)?.[1] ?? ''
    seen.set(caseId, [...(seen.get(caseId) ?? []), at])
  }
  const head = await headOfLog()
  const lines = Array.from({ length: boards }, (_, index) => {
    // Each board stays with its own server.
    const base = bases[index % bases.length] ?? ''
    return new EventLine([base], tokenOf(crew, index), ({ text, at }) => hear(text, at), head)
  })
  for (const line of lines) await line.open()
  const sent = await sendEmergencies(bases, crew, emergencies)
  await untilAllSeen(sent, seen, boards)
  for (const line of lines) line.close()
  const delays = sent.flatMap(({ caseId, receivedAt }) => (seen.get(caseId) ?? []).map((at) => at - receivedAt))
  return {
    webServers: bases.length,
    boards,
    emergencies,
    missed: sent.length * boards - delays.length,
    receiptToAlarm: summary(delays, sent.length * PAUSE_MS, 0),
  }
}

type Sent = { readonly caseId: string; readonly receivedAt: number }

async function sendEmergencies(bases: readonly string[], crew: Crew, count: number): Promise<Sent[]> {
  const sent: Sent[] = []
  const patient = { unknown: true, sex: 'male', ageYears: 60, description: 'bench' }
  const body = { patient, emergency: true, clinical: { reasons: ['chest_pain'] }, fileIds: [], filesExpected: 1 }
  while (sent.length < count) {
    const nurse = callerOf(bases[sent.length % bases.length] ?? '', crew.nurses[0])
    const { caseId, receivedAt } = await nurse.post<{ caseId: string; receivedAt: string }>('cases', body)
    sent.push({ caseId, receivedAt: Date.parse(receivedAt) })
    await wait(PAUSE_MS)
  }
  return sent
}

async function untilAllSeen(sent: readonly Sent[], seen: ReadonlyMap<string, number[]>, boards: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (sent.some(({ caseId }) => (seen.get(caseId)?.length ?? 0) < boards) && Date.now() < until) await wait(50)
}

function tokenOf({ readers }: Crew, index: number): string {
  return readers[index % readers.length]?.token ?? ''
}
