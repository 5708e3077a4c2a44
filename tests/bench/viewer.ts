/**
 * How fast a trace is there and how heavy it is, in Chromium against the running application: from the queue, cold, cold
 * with a processor slowed to a quarter; frames a second while a caliper is dragged and the paper is zoomed; bytes of
 * scripts and samples; time and size of the PDF. Prints JSON.
 */
import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import type { CaseView, QueueResult } from '@/cases/api/views'
import { summary, timed } from './measure'

const BASE = process.env.BASE_URL ?? 'http://localhost:3000'
const READER = { email: 'cardiologist@surxon.demo', password: 'yurak-demo-2026' }
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const OPENINGS = 10
const SLOWED = 4
const DRAGGED_FRAMES = 120

const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
})
console.log(JSON.stringify(await all(browser), null, 2))
await browser.close()

async function all(own: Browser) {
  const { page, context } = await signedIn(own)
  const { items } = await get<QueueResult>(page, 'queue')
  const caseId = items.find(({ ecg }) => ecg === 'waveform')?.caseId ?? ''
  const { files } = await get<CaseView>(page, `cases/${caseId}`)
  const recordingId = files[0]?.recording?.recordingId ?? ''
  const storageState = await context.storageState()
  return {
    bench: 'viewer',
    at: new Date().toISOString(),
    loadBefore: loadavg()[0],
    bytes: await bytesOf(own, { storageState, caseId, recordingId }),
    firstTrace: {
      fromQueue: await repeated(() => fromQueue(own, storageState)),
      cold: await repeated(() => cold(own, storageState, caseId, 1)),
      coldSlowed: await repeated(() => cold(own, storageState, caseId, SLOWED)),
    },
    framesPerSecondSlowed: await frames(own, storageState, caseId),
    pdf: await pdf(page, caseId, recordingId),
    loadAfter: loadavg()[0],
  }
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

async function signedIn(own: Browser) {
  const context = await own.newContext({ baseURL: BASE, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  await page.request.post('/api/auth/callback/credentials', { form: { csrfToken, ...READER, json: 'true' } })
  return { page, context }
}

async function get<T>(page: Page, path: string): Promise<T> {
  return (await page.request.get(`/api/v1/${path}`)).json()
}

async function opened<T>(own: Browser, storageState: State, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await own.newContext({ baseURL: BASE, viewport: { width: 1440, height: 900 }, storageState })
  const result = await work(await context.newPage())
  await context.close()
  return result
}

async function repeated(once: () => Promise<number>) {
  const times: number[] = []
  const started = performance.now()
  for (let time = 0; time < OPENINGS; time++) times.push(await once())
  return summary(times, performance.now() - started, 0)
}

function traceOf(page: Page) {
  return page.getByRole('img', { name: /^ECG, / }).first()
}

/** From the press in the queue to the trace on the screen. */
function fromQueue(own: Browser, state: State): Promise<number> {
  return opened(own, state, async (page) => {
    await page.goto('/queue')
    await page
      .getByRole('img', { name: /^Lead / })
      .first()
      .waitFor()
    await page.getByText(/^Live/).waitFor()
    const link = page.locator('main a[href^="/review/"]').first()
    const { ms } = await timed(async () => {
      await link.click()
      await traceOf(page).waitFor()
    })
    return ms
  })
}

function cold(own: Browser, state: State, caseId: string, rate: number): Promise<number> {
  return opened(own, state, async (page) => {
    await slow(page, rate)
    const { ms } = await timed(async () => {
      await page.goto(`/review/${caseId}`, { waitUntil: 'commit' })
      await traceOf(page).waitFor()
    })
    return ms
  })
}

async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Median of the frames while the pointer moves at every frame, the processor slowed. */
function frames(own: Browser, state: State, caseId: string) {
  return opened(own, state, async (page) => {
    await page.goto(`/review/${caseId}`)
    await page.locator('[data-loaded]').waitFor()
    await page.getByText(/^Live/).waitFor()
    await page.keyboard.press('m')
    const box = await page.getByTestId('calipers').boundingBox()
    const [left, top] = [box?.x ?? 0, (box?.y ?? 0) + 60]
    await slow(page, SLOWED)
    await page.mouse.move(left + 100, top)
    await page.mouse.down()
    const caliper = await medianRate(page, async (frame) => page.mouse.move(left + 110 + (frame % 200), top))
    await page.mouse.up()
    await page.keyboard.press('Control+z')
    await page.keyboard.down('Control')
    const zoom = await medianRate(page, async (frame) => page.mouse.wheel(0, frame % 40 < 20 ? -8 : 8))
    await page.keyboard.up('Control')
    return { caliper, zoom }
  })
}

async function medianRate(page: Page, move: (frame: number) => Promise<void>): Promise<number> {
  const times = page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = []
        const next = (at: number) => {
          seen.push(at)
          if (seen.length > count) resolve(seen)
          else requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      }),
    DRAGGED_FRAMES,
  )
  let isRunning = true
  const done = times.finally(() => {
    isRunning = false
  })
  for (let frame = 0; isRunning && frame < 10 * DRAGGED_FRAMES; frame++) await move(frame)
  const seen = await done
  const gaps = seen.slice(1).map((at, index) => at - (seen[index] ?? at))
  const median = gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? Number.NaN
  return Math.round(10_000 / median) / 10
}

/** Scripts as they travel: all of the reading page, and those of them that the queue does not need. */
async function bytesOf(
  own: Browser,
  { storageState, caseId, recordingId }: { storageState: State; caseId: string; recordingId: string },
) {
  const queue = await scriptsOf(own, storageState, '/queue')
  const review = await scriptsOf(own, storageState, `/review/${caseId}`)
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
  const lacking = [...review].filter(([path]) => !queue.has(path)).map(([, size]) => size)
  const samples = await opened(own, storageState, async (page) => {
    const answer = await page.request.get(`/api/v1/recordings/${recordingId}/samples`)
    return (await answer.body()).length
  })
  return { samples, scriptsOfReading: sum([...review.values()]), scriptsThatTheQueueLacks: sum(lacking) }
}

function scriptsOf(own: Browser, state: State, path: string): Promise<ReadonlyMap<string, number>> {
  return opened(own, state, async (page) => {
    await page.goto(path)
    await page.getByText(/^Live/).waitFor()
    const entries = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith('.js'))
        .map((entry) => [new URL(entry.name).pathname, (entry as PerformanceResourceTiming).encodedBodySize] as const),
    )
    return new Map(entries)
  })
}

async function pdf(page: Page, caseId: string, recordingId: string) {
  const path = `/api/v1/cases/${caseId}/export?recordingId=${recordingId}&format=pdf`
  let bytes = 0
  const times = await repeated(async () => {
    const { ms, value } = await timed(async () => (await page.request.get(path)).body())
    bytes = value.length
    return ms
  })
  return { bytes, ...times }
}
