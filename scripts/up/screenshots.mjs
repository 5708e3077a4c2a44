/** `npm run screenshots`: the pictures of the README, taken from an application of its own with the made-up cases. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { bundle } from './bundle.mjs'
import { chromiumPath } from './chromium.mjs'
import { atEnd, end, endWhenAsked } from './endings.mjs'
import { alone } from './lock.mjs'
import { startOwnApplication } from './own-application.mjs'
import { ROOT } from './paths.mjs'
import { step } from './say.mjs'
import { givenEnv } from './settings.mjs'
import { smallerPng } from './smaller-png.mjs'

const FOLDER = join(ROOT, 'docs', 'screenshots')
const DESK = { viewport: { width: 1440, height: 860 } }
const PHONE = { viewport: { width: 360, height: 820 }, isMobile: true, hasTouch: true }
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  // A page that was never clicked may ring here, or each picture would carry the bar that asks for a click.
  '--autoplay-policy=no-user-gesture-required',
]

export async function screenshots() {
  endWhenAsked()
  mkdirSync(join(FOLDER, 'layouts'), { recursive: true })
  await alone(bundle)
  const executablePath = await chromiumPath(givenEnv())
  const { url } = await startOwnApplication({ isDurable: false, hasDemo: true })
  const browser = await chromium.launch({ args: ARGUMENTS, ...(executablePath ? { executablePath } : {}) })
  atEnd(() => browser.close())
  await step('Screenshots', () => takeAll(visitorOf(browser, url)))
  await end()
  process.exit(0)
}

/** Opens a page of a person; `theme` is what the person chose. */
function visitorOf(browser, url) {
  return async (email, theme, size = DESK) => {
    const context = await browser.newContext({ ...size, baseURL: url, locale: 'en-GB', reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'theme', value: theme, url }])
    const page = await context.newPage()
    const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
    await page.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email, password: 'yurak-demo-2026', json: 'true' },
    })
    return page
  }
}

async function takeAll(visit) {
  const doctor = await visit('cardiologist@surxon.demo', 'light')
  await doctor.goto('/queue')
  await thumbnailOf(doctor)
  await take(doctor, 'queue')
  const pocket = await visit('cardiologist2@surxon.demo', 'dark', PHONE)
  await pocket.goto('/queue')
  await thumbnailOf(pocket)
  await take(pocket, 'queue-phone')

  await takeNewCase(await visit('nurse@denov.demo', 'light'))

  const { items } = await (await doctor.request.get('/api/v1/queue')).json()
  const emergency = items.find(isEmergencyOfNurse)
  await doctor.request.post(`/api/v1/cases/${emergency.caseId}/claim`, { data: {} })
  await doctor.goto(`/review/${emergency.caseId}`)
  await traceOf(doctor)
  await doctor.getByRole('button', { name: /ACT NOW/ }).waitFor()
  await take(doctor, 'review')
  await takeLayouts(doctor)
  await takeDark(visit, emergency.caseId)

  const note = 'Anterior STEMI. Aspirin 300 mg, heparin; to Termiz for PCI now.'
  await doctor.request.post(`/api/v1/cases/${emergency.caseId}/verdict`, { data: { verdict: 'act_now', note } })
  const nurse = await visit('nurse@jarqorgon.demo', 'light', PHONE)
  await nurse.goto(`/cases/${emergency.caseId}`)
  await nurse.getByRole('heading', { name: 'ACT NOW' }).waitFor()
  await take(nurse, 'answer-phone')
}

/** Chest pain on top of the queue, sent from the hospital of the nurse who is shown the answer. */
function isEmergencyOfNurse(item) {
  return item.class === 'EMERGENT' && item.reasons.includes('chest_pain') && item.facilityName.startsWith('Jarqo')
}

/** The paper alone, once in each layout; the usual one stands at the end again. */
async function takeLayouts(page) {
  const paper = page.getByRole('region', { name: 'ECG paper' })
  const choices = { '3x4-1': '3×4+1', '3x4-3': '3×4+3', '6x2': '6×2', '12x1': '12×1', cabrera: 'Cabrera' }
  const more = { rhythm: 'II 10 s', single: '1 lead', 15: '15 leads', 18: '18 leads', paediatric: 'Children' }
  const last = { extra: 'V3R–V9', posterior: '−V1–V3', limb: 'Limb', chest: 'Chest' }
  for (const [file, name] of Object.entries({ ...choices, ...more, ...last })) {
    await page.keyboard.press('v')
    await page.getByRole('button', { name: new RegExp(`^${name.replace('+', '\\+')} `) }).click()
    // That list stays open for its lead; everywhere else Escape would leave the page.
    if (file === 'single') await page.keyboard.press('Escape')
    writeFileSync(
      join(FOLDER, 'layouts', `${file}.png`),
      smallerPng(await paper.screenshot({ animations: 'disabled' })),
    )
  }
  await page.keyboard.press('Shift+Digit1')
}

/** The same reading at night, by a colleague who only looks. */
async function takeDark(visit, caseId) {
  const page = await visit('coordinator@surxon.demo', 'dark')
  await page.goto(`/review/${caseId}`)
  await traceOf(page)
  await take(page, 'review-dark')
}

/** A new case with the file of an earlier one. */
async function takeNewCase(page) {
  const { items } = await (await page.request.get('/api/v1/cases?show=open')).json()
  const { caseId } = items.find((item) => item.class === 'EMERGENT')
  const { files } = await (await page.request.get(`/api/v1/cases/${caseId}`)).json()
  const bytes = await (await page.request.get(`/api/v1/files/${files[0].fileId}`)).body()
  await page.goto('/cases/new?emergency=1')
  const file = { name: files[0].name, mimeType: 'application/octet-stream', buffer: bytes }
  await page.getByLabel('Choose a file').setInputFiles(file)
  await traceOf(page)
  await page.getByRole('radio', { name: 'Unknown', exact: true }).check()
  await page.getByRole('radio', { name: 'female', exact: true }).check()
  await page.getByLabel('About how old').fill('70')
  await page.getByRole('radio', { name: 'Pain 8 of 10' }).check()
  await page.getByRole('button', { name: '1–3 h' }).click()
  await page.evaluate(() => window.scrollTo({ top: 0 }))
  await take(page, 'new-case')
}

async function traceOf(page) {
  await page
    .getByRole('img', { name: /^ECG, .*mm\/s/ })
    .first()
    .waitFor()
}

async function thumbnailOf(page) {
  await page
    .getByRole('img', { name: /^Lead / })
    .first()
    .waitFor()
}

async function take(page, name) {
  await page.getByRole('heading').first().waitFor()
  await expect(page.getByRole('img', { name: 'The ECG is being loaded.' })).toHaveCount(0, { timeout: 30_000 })
  await page.evaluate(() => document.fonts.ready)
  writeFileSync(join(FOLDER, `${name}.png`), smallerPng(await page.screenshot({ animations: 'disabled' })))
}
