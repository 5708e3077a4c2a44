/**
 * How fast ECGs come in: a 291 kB DICOM stored, read and audited (`POST files`) at 1, 4 and 16 clients, cases
 * accepted (`POST cases`), and the time from the receipt of an emergency until a reader's screen has it: his live
 * channel told, his queue read. Every file differs, so that no upload is spared by sharing bytes.
 * Client, application and database share the machine. Prints JSON.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { issueToken } from '@/server/account/issue-token'
import { systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { interleaved, makeDicom, waveformGroup } from '../support/make-dicom'
import { LiveReader } from './live-reader'
import { summary, timed } from './measure'

const BASE = process.env.BASE_URL ?? ''
const FILE_BYTES = 291_088
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10)
const WARM_UP_SECONDS = 8
const EMERGENCIES = 60

const nurse = await tokenOf('nurse@jarqorgon.demo')
const reader = await tokenOf('cardiologist@surxon.demo')
const file = dicomFile()
let serial = 0

// Until the code is compiled and the pools are full, the figures say nothing.
await load(8, WARM_UP_SECONDS, upload)
await load(8, WARM_UP_SECONDS, () => post('/api/v1/cases', caseBody(false)))
const store = []
for (const clients of [1, 4, 16]) store.push({ clients, ...(await load(clients, SECONDS, upload)) })
const cases = { clients: 8, ...(await load(8, SECONDS, () => post('/api/v1/cases', caseBody(false)))) }
const receiptToQueue = await emergencies()

const [{ version } = { version: '' }] = await db().$queryRaw<{ version: string }[]>`SELECT version()`
await db().$disconnect()
console.log(
  JSON.stringify(
    {
      bench: 'intake',
      at: new Date().toISOString(),
      machine: {
        cpu: cpus()[0]?.model,
        cores: cpus().length,
        memoryGiB: Math.round(totalmem() / 2 ** 30),
        node: process.version,
        database: version.split(' on ')[0],
      },
      file: { bytes: file.bytes.length, kind: file.kind },
      secondsEach: SECONDS,
      warmUpSeconds: 2 * WARM_UP_SECONDS,
      store,
      cases,
      receiptToQueue,
    },
    null,
    2,
  ),
)
process.exit(0)

async function load(clients: number, seconds: number, request: () => Promise<number>) {
  const until = performance.now() + seconds * 1000
  const started = performance.now()
  const runs = await Promise.all(
    Array.from({ length: clients }, async () => {
      const times: number[] = []
      let failed = 0
      while (performance.now() < until) {
        const { ms, value } = await timed(request)
        if (value === 201) times.push(ms)
        else failed += 1
      }
      return { times, failed }
    }),
  )
  const elapsedMs = performance.now() - started
  return summary(
    runs.flatMap((run) => run.times),
    elapsedMs,
    runs.reduce((sum, run) => sum + run.failed, 0),
  )
}

async function emergencies() {
  const live = await LiveReader.open(BASE, reader)
  const delays: number[] = []
  let missed = 0
  const started = performance.now()
  for (let i = 0; i < EMERGENCIES; i++) {
    const response = await send('/api/v1/cases', JSON.stringify(caseBody(true)), { 'content-type': 'application/json' })
    const receipt = (await response.json()) as { caseId: string; receivedAt: string }
    const seenAt = await live.seen(receipt.caseId)
    if (seenAt === null) missed += 1
    else delays.push(seenAt - Date.parse(receipt.receivedAt))
  }
  live.close()
  return { missed, ...summary(delays, performance.now() - started, missed) }
}

async function upload(): Promise<number> {
  const bytes = new Uint8Array(file.bytes)
  // The last samples carry a serial number: another ECG, as large and as hard to read.
  new DataView(bytes.buffer).setUint32(bytes.length - 64, serial++, true)
  const response = await send('/api/v1/files', bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': 'bench.dcm',
  })
  await response.arrayBuffer()
  return response.status
}

async function post(path: string, body: unknown): Promise<number> {
  const response = await send(path, JSON.stringify(body), { 'content-type': 'application/json' })
  await response.arrayBuffer()
  return response.status
}

function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(BASE + path, {
    method: 'POST',
    body,
    headers: { ...headers, authorization: `Bearer ${nurse}`, 'idempotency-key': randomUUID() },
  })
}

function caseBody(emergency: boolean) {
  return {
    patient: { unknown: true, sex: 'male', ageYears: 60, description: 'bench' },
    emergency,
    clinical: { reasons: ['chest_pain'], painNow: 6, systolicMmHg: 120, spo2Percent: 96 },
    fileIds: [],
    filesExpected: 1,
  }
}

async function tokenOf(email: string): Promise<string> {
  return (await issueToken(systemContext(), { email, name: 'bench', days: 1 })).token
}

/** The real recording where it lies beside the project, else a made one of the same size. */
function dicomFile(): { bytes: Uint8Array; kind: 'real' | 'made' } {
  const real = join(process.env.ECG_DATA_DIR ?? '../shared/ecg', 'dicom/waveform_ecg_pydicom.dcm')
  if (existsSync(real)) return { bytes: readFileSync(real), kind: 'real' }
  const channels = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map((label) => ({
    label: `Lead ${label}`,
  }))
  const frameBytes = channels.length * 2
  const sampleCount = Math.floor((FILE_BYTES - 4000) / frameBytes)
  const data = interleaved(
    Array.from({ length: sampleCount }, (_, t) =>
      channels.map((_channel, lead) => Math.round(400 * Math.sin(t / (7 + lead)))),
    ),
  )
  const bytes = makeDicom([
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.9.1.1'],
    [0x54000100, 'SQ', [waveformGroup({ channels, sampleCount, rateHz: '1000', data })]],
  ])
  return { bytes, kind: 'made' }
}
