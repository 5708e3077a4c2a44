/**
 * A day of three leads at 250 Hz from its first part to a jump on the reader's screen, against the running application:
 * sending and checking, the job that makes overview and tiles, the first overview, jumps to places that were never shown,
 * and what the page holds afterwards. Prints JSON.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { OverviewView, UploadView } from '@/cases/api/long-views'
import type { FileView } from '@/cases/api/views'
import { writeDay } from '../support/make-day'
import { summary, timed } from './measure'

const BASE = process.env.BASE_URL ?? 'http://localhost:3000'
const PASSWORD = 'yurak-demo-2026'
const NURSE = 'nurse@jarqorgon.demo'
const READER = 'cardiologist@surxon.demo'
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const OPENINGS = 5
const JUMPS = 25
const ASK_MS = 250
const MIB = 1024 * 1024

const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
})
console.log(JSON.stringify(await all(browser), null, 2))
await browser.close()

async function all(own: Browser) {
  const loadBefore = loadavg()[0]
  const nurse = await signedIn(own, NURSE)
  const bytes = day()
  const sending = await timed(() => send(nurse, bytes))
  const { fileId, recording } = sending.value
  const recordingId = recording?.recordingId ?? ''
  const job = await timed(() => untilReady(nurse, recordingId))
  const { caseId } = await post<{ caseId: string }>(nurse, 'cases', {
    patient: { unknown: true, sex: 'male', ageYears: 57 },
    clinical: { reasons: ['dyspnoea'] },
    fileIds: [fileId],
  })
  const openings: number[] = []
  for (let opening = 0; opening < OPENINGS; opening++) {
    const reader = await signedIn(own, READER)
    openings.push((await timed(() => open(reader, caseId))).ms)
    await reader.context().close()
  }
  const page = await signedIn(own, READER)
  await open(page, caseId)
  const jumps = await jumped(page, Number(recording?.durationMs))
  return {
    bench: 'long',
    at: new Date().toISOString(),
    load: { before: loadBefore, after: loadavg()[0] },
    fileMib: Math.round(bytes.length / MIB),
    sendingS: seconds(sending.ms),
    /** From the end of the upload: the worker's sweep and the queue are in it. */
    overviewReadyS: seconds(job.ms),
    beats: job.value,
    firstOverview: spread(openings),
    jump: spread(jumps),
    pageMib: await heldMib(page),
  }
}

function day(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'yurak-day-'))
  try {
    const [path = ''] = writeDay('edf', folder)
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function signedIn(own: Browser, email: string): Promise<Page> {
  const context = await own.newContext({ baseURL: BASE, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password: PASSWORD, json: 'true' }
  await page.request.post('/api/auth/callback/credentials', { form })
  return page
}

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const headers = { 'idempotency-key': randomUUID() }
  const answer = await page.request.post(`/api/v1/${path}`, { data, headers, timeout: 120_000 })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

async function send(nurse: Page, bytes: Buffer): Promise<FileView> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const announced = { name: 'day.edf', sizeBytes: bytes.length, sha256 }
  const { uploadId, missing, partBytes } = await post<UploadView>(nurse, 'uploads', announced)
  for (const index of missing) {
    const answer = await nurse.request.post(`/api/v1/uploads/${uploadId}/parts?index=${index}`, {
      data: bytes.subarray(index * partBytes, (index + 1) * partBytes),
      headers: { 'content-type': 'application/octet-stream' },
    })
    if (!answer.ok()) throw new Error(`part ${index}: ${answer.status()}`)
  }
  return post<FileView>(nurse, `uploads/${uploadId}/complete`, {})
}

/** Answers how many beats were found. */
async function untilReady(page: Page, recordingId: string): Promise<number> {
  for (;;) {
    const view: OverviewView = await (await page.request.get(`/api/v1/recordings/${recordingId}/overview`)).json()
    if (view.state === 'ready') return Object.values(view.overview.beats).reduce((sum, count) => sum + count, 0)
    if (view.state === 'failed') throw new Error(view.problem)
    await new Promise((resolve) => setTimeout(resolve, ASK_MS))
  }
}

/** The page with overview and trace on it, in a browser that knows nothing yet. */
async function open(page: Page, caseId: string): Promise<void> {
  await page.goto(`/review/${caseId}`, { waitUntil: 'commit' })
  await page.locator('[data-overview] [role="slider"]').waitFor()
  await page.locator('[data-loaded]').waitFor()
}

function spread(times: readonly number[]) {
  const { count, p50Ms, p95Ms, maxMs } = summary(times, 1, 0)
  return { count, p50Ms, p95Ms, maxMs }
}

/** From the press to the samples of that place on the paper. */
async function jumped(page: Page, durationMs: number): Promise<number[]> {
  const strip = page.getByRole('slider', { name: 'Place in the recording' })
  const box = await strip.boundingBox()
  const times: number[] = []
  for (let jump = 0; jump < JUMPS; jump++) {
    const share = ((jump * 7919) % 1000) / 1000
    const { ms } = await timed(async () => {
      await page.mouse.click((box?.x ?? 0) + share * (box?.width ?? 0), (box?.y ?? 0) + 10)
      await page.waitForFunction((aboutMs) => {
        const shown = document.querySelector('[data-loaded]')?.getAttribute('data-from-ms')
        return Math.abs(Number(shown) - aboutMs) < 150_000
      }, share * durationMs)
    })
    times.push(ms)
  }
  return times
}

/** Objects, and the arrays of samples beside them. */
async function heldMib(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const usage = await session.send('Runtime.getHeapUsage')
  return Math.round((usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / MIB)
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
