/**
 * Our viewer beside the npm package `ecg-dicom-web-viewer`, on the same DICOM files in the same Chromium: scale as it
 * stands in the pixels, time to the first trace, bytes. Prints JSON.
 *
 *   npm run --silent bench:viewers -- DIR      DIR: where `npm install ecg-dicom-web-viewer` was run
 *
 * The files are made: in every lead a step of 1 mV for half a second, so that the pixels say by themselves what 1 mV and
 * 1 s have become. Millimetres are those of the grid that each viewer draws under the trace.
 */
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { type EcgRecording, STANDARD_LEADS } from '@/ecg/types'
import { dicomWriter } from '@/ecg/writers/dicom'
import { summary, timed } from './measure'
import { type Step, stepOf } from './parts/step-in-pixels'

const BASE = process.env.BASE_URL ?? 'http://localhost:3000'
const PASSWORD = 'yurak-demo-2026'
const NURSE = 'nurse@jarqorgon.demo'
const READER = 'cardiologist@surxon.demo'
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const VIEWPORT = { width: 1440, height: 900 }
const THEIR_PAGE = 'http://viewer.test'
const RATES_HZ = [250, 500, 1000]
const OPENINGS = 10
const STEP_SECONDS = 0.5
/** Ours at zoom 1 on a screen that nobody has matched; theirs draws six pixels of its canvas for a millimetre. */
const OUR_PX_PER_MM = 4
const THEIR_PX_PER_MM = 6

const other = join(process.argv[2] ?? '.', 'node_modules', 'ecg-dicom-web-viewer')
if (!existsSync(other)) throw new Error(`ecg-dicom-web-viewer is not installed in ${process.argv[2] ?? 'that folder'}.`)

const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
})
console.log(JSON.stringify(await all(browser), null, 2))
await browser.close()

async function all(own: Browser) {
  const files = RATES_HZ.map((rateHz) => ({ rateHz, bytes: steps(rateHz) }))
  const script = readFileSync(join(other, 'dist', 'index.umd.js'))
  const { version } = JSON.parse(readFileSync(join(other, 'package.json'), 'utf8')) as { version: string }
  const state = await signedIn(own, READER)
  const caseIds = await sent(own, files)
  return {
    bench: 'viewers',
    at: new Date().toISOString(),
    loadBefore: loadavg()[0],
    ours: {
      scale: await Promise.all(
        RATES_HZ.map(async (rateHz, at) => ({ rateHz, ...(await ourScale(own, state, caseIds[at])) })),
      ),
      firstTraceColdMs: await repeated(() => ourFirstTrace(own, state, caseIds[1])),
    },
    theirs: {
      version,
      scale: await Promise.all(
        files.map(async ({ rateHz, bytes }) => ({ rateHz, ...(await theirScale(own, script, bytes)) })),
      ),
      firstTraceColdMs: await repeated(() => theirFirstTrace(own, script, files[1]?.bytes ?? new Uint8Array())),
      scriptBytesCompressed: gzipSync(script).length,
      fileBytes: files[1]?.bytes.length,
    },
    loadAfter: loadavg()[0],
  }
}

/** Ten seconds; from 0.3 to 0.8 s of every 2.5 s each lead stands 1 mV higher. */
function steps(sampleRateHz: number): Uint8Array {
  const { recording } = makeEcg({ scenario: 'normal', seed: 1 })
  const samplesUv = Float32Array.from({ length: 10 * sampleRateHz }, (_, index) => {
    const second = (index / sampleRateHz) % 2.5
    return second >= 0.3 && second < 0.3 + STEP_SECONDS ? 1000 : 0
  })
  const leads = STANDARD_LEADS.map((name) => ({ name, samplesUv, isDerived: false }))
  const made: EcgRecording = { ...recording, sampleRateHz, leads }
  return dicomWriter.write(made, 'steps')[0]?.bytes ?? new Uint8Array()
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

async function signedIn(own: Browser, email: string): Promise<State> {
  const context = await own.newContext({ baseURL: BASE })
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password: PASSWORD, json: 'true' },
  })
  const state = await context.storageState()
  await context.close()
  return state
}

async function sent(own: Browser, files: readonly { bytes: Uint8Array }[]): Promise<string[]> {
  const context = await own.newContext({ baseURL: BASE, storageState: await signedIn(own, NURSE) })
  const caseIds: string[] = []
  for (const { bytes } of files) {
    const file = await context.request.post('/api/v1/files', {
      data: Buffer.from(bytes),
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'steps.dcm' },
    })
    const { fileId } = await file.json()
    const answer = await context.request.post('/api/v1/cases', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: {
        patient: { unknown: true, sex: 'male', ageYears: 57 },
        clinical: { reasons: ['chest_pain'] },
        fileIds: [fileId],
        filesExpected: 0,
      },
    })
    caseIds.push((await answer.json()).caseId)
  }
  await context.close()
  return caseIds
}

async function opened<T>(own: Browser, storageState: State | undefined, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await own.newContext({ baseURL: BASE, viewport: VIEWPORT, ...(storageState ? { storageState } : {}) })
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

type Scale = {
  /** What 1 mV is in each lead, and what 1 s is in lead I; must be 10 and 25. */
  readonly mmPerMv: Readonly<Record<string, number>>
  readonly mmPerSecond: number
}

function ourScale(own: Browser, state: State, caseId = ''): Promise<Scale> {
  return opened(own, state, async (page) => {
    await page.goto(`/review/${caseId}`)
    await page.locator('[data-loaded]').waitFor()
    await page.getByText(/^Live/).waitFor()
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll<SVGPathElement>('[data-loaded] path[data-lead]')].slice(0, 12).map((path) => {
        const { left, top, width, height } = path.getBoundingClientRect()
        return { lead: path.dataset.lead ?? '', left, top, width, height }
      }),
    )
    return scaleOf(await page.screenshot(), boxes, OUR_PX_PER_MM)
  })
}

function ourFirstTrace(own: Browser, state: State, caseId = ''): Promise<number> {
  return opened(own, state, async (page) => {
    const { ms } = await timed(async () => {
      await page.goto(`/review/${caseId}`, { waitUntil: 'commit' })
      await page
        .getByRole('img', { name: /^ECG, / })
        .first()
        .waitFor()
    })
    return ms
  })
}

/** Their README's page: a script, a file, a place to draw. */
async function theirPage(page: Page, script: Buffer, file: Uint8Array): Promise<void> {
  const html = '<!doctype html><body style="margin:0"><div id="view"></div><script src="/viewer.js"></script>'
  await page.route(`${THEIR_PAGE}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/viewer.js') return route.fulfill({ body: script, contentType: 'text/javascript' })
    if (pathname === '/steps.dcm') return route.fulfill({ body: Buffer.from(file), contentType: 'application/dicom' })
    return route.fulfill({ body: html, contentType: 'text/html' })
  })
  await page.goto(THEIR_PAGE, { waitUntil: 'commit' })
  await page.waitForFunction('window.$?.DicomECGViewer')
  await page.evaluate(`(async () => {
    const bytes = await (await fetch('/steps.dcm')).arrayBuffer()
    new window.$.DicomECGViewer(bytes, 'view', '1').loadCanvas()
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })()`)
}

function theirFirstTrace(own: Browser, script: Buffer, file: Uint8Array): Promise<number> {
  return opened(own, undefined, async (page) => (await timed(() => theirPage(page, script, file))).ms)
}

/** In pixels of its canvas, before the browser stretches it over the page. */
function theirScale(own: Browser, script: Buffer, file: Uint8Array): Promise<Scale> {
  return opened(own, undefined, async (page) => {
    await theirPage(page, script, file)
    const picture = await page.evaluate(() => document.querySelector('canvas')?.toDataURL('image/png') ?? '')
    const png = Buffer.from(picture.split(',')[1] ?? '', 'base64')
    const { width, height } = await loadImage(png)
    const [wide, high] = [width / 2, height / 6]
    // Right of the names; a row's zero lies in its middle.
    const boxes = STANDARD_LEADS.map((lead, at) => ({
      lead,
      left: Math.floor(at / 6) * wide + 70,
      top: ((at % 6) - 0.4) * high,
      width: wide - 90,
      height: high,
    }))
    return scaleOf(png, boxes, THEIR_PX_PER_MM)
  })
}

type Box = {
  readonly lead: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

async function scaleOf(png: Buffer, boxes: readonly Box[], pxPerMm: number): Promise<Scale> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  // A canvas may be transparent where nothing was drawn.
  context.fillStyle = 'white'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  const found = boxes.map((box): readonly [string, Step] => [box.lead, stepOf(context, box)])
  const rounded = (px: number) => Math.round((px / pxPerMm) * 100) / 100
  return {
    mmPerMv: Object.fromEntries(found.map(([lead, { heightPx }]) => [lead, rounded(heightPx)])),
    mmPerSecond: rounded((found[0]?.[1].widthPx ?? Number.NaN) / STEP_SECONDS),
  }
}
