import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from '@playwright/test'
import type { QueueResult } from '@/cases/api/views'
import { expect, get, PHONE, test } from '../support/e2e'
import { DOCTOR } from '../support/journey'
import { pulseOf } from '../support/pulse'

const RATIOS = [1, 1.25, 2, 3]

for (const deviceScaleFactor of RATIOS) {
  test(`1 mV and 200 ms are 10 mm and 5 mm on a screen of pixel ratio ${deviceScaleFactor}`, async ({ signIn }) => {
    const page = await signIn(DOCTOR, { deviceScaleFactor, viewport: { width: 1440, height: 900 } })
    await openTrace(page)
    for (const zoom of [1, 1.25, 1.5]) {
      await expectTrueScale(page, 4 * zoom * deviceScaleFactor)
      await page.getByRole('region', { name: 'ECG paper' }).press('+')
      await expect(page.getByTestId('scale')).toContainText(`${nextOf(zoom)} %`)
    }
  })
}

test('a screen that was matched to a bank card shows true millimetres, also on the next visit', async ({ signIn }) => {
  const page = await signIn(DOCTOR)
  await openTrace(page)
  await page.getByTestId('scale').click()
  await page.getByRole('button', { name: 'Match this screen' }).click()
  await page.getByRole('slider', { name: 'Size of the card' }).fill('5.2')
  await page.getByRole('button', { name: 'Keep this size' }).click()
  await expect(page.getByTestId('scale')).toContainText('actual size')
  await expectTrueScale(page, 5.2)

  await page.reload()
  await expectLoaded(page)
  await expectTrueScale(page, 5.2)
})

test('the server draws the trace to scale before any of our scripts is there', async ({ signIn, expectedFaults }) => {
  expectedFaults.push(/ERR_FAILED/)
  const page = await signIn(DOCTOR)
  const caseId = await caseOf(page)
  await page.route(/\.js(\?|$)/, (route) => route.abort())
  await page.goto(`/review/${caseId}`)
  await expect(page.getByRole('img', { name: /^ECG, 3 by 4.*25 mm\/s, 10 mm\/mV/ })).toBeVisible()
  await expectTrueScale(page, 4)
})

test('two fingers enlarge the paper, and its label says by how much', async ({ signIn }) => {
  const page = await signIn(DOCTOR, PHONE)
  await openTrace(page)
  const box = await page.getByRole('region', { name: 'ECG paper' }).boundingBox()
  const [x, y] = [180, (box?.y ?? 0) + 80]
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spreadPx: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: x - spreadPx, y, id: 1 },
              { x: x + spreadPx, y, id: 2 },
            ],
    })
  await touch('touchStart', 40)
  for (const spread of [48, 56, 64, 72, 80]) await touch('touchMove', spread)
  await expect(page.getByTestId('scale')).toContainText('200 %')
  await touch('touchEnd', 80)
  await expect(page.getByTestId('scale')).toContainText('200 %')
  await page.getByRole('region', { name: 'ECG paper' }).evaluate((paper) => {
    paper.scrollLeft = paper.scrollWidth
  })
  await expectTrueScale(page, 8)
})

test('Shift and a digit choose a layout, v and a digit too, and the choice stays', async ({ signIn }) => {
  const page = await signIn(DOCTOR)
  await openTrace(page)
  await page.keyboard.press('Shift+Digit5')
  await expect(page.getByRole('img', { name: /^ECG, Cabrera sequence/ })).toBeVisible()
  await page.keyboard.press('v')
  await expect(page.getByRole('button', { name: /posterior view/ })).toBeVisible()
  await page.keyboard.press('2')
  await expect(page.getByRole('img', { name: /^ECG, 3 by 4 with rhythm strips/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('img', { name: /^ECG, 3 by 4 with rhythm strips/ }).first()).toBeVisible()
})

test('a filter is named beside the scale, on the paper and in the sentence', async ({ signIn, axe }) => {
  const page = await signIn(DOCTOR)
  await openTrace(page)
  await page.getByTestId('scale').click()
  await page.getByRole('group', { name: 'Low-pass, Hz' }).getByRole('radio', { name: '40' }).check()
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('scale')).toContainText('low-pass 40 Hz')
  await expect(page.getByText('25 mm/s · 10 mm/mV · low-pass 40 Hz')).toBeVisible()
  await expect(page.getByRole('img', { name: /Filtered: low-pass 40 Hz/ })).toBeVisible()
})

const nextOf = (zoom: number) => Math.round(([1.25, 1.5, 2].find((step) => step > zoom) ?? 2) * 100)

async function caseOf(page: Page): Promise<string> {
  const { items } = await get<QueueResult>(page, 'queue')
  return items.find(({ ecg, class: itsClass }) => ecg === 'waveform' && itsClass !== 'ROUTINE')?.caseId ?? ''
}

async function openTrace(page: Page): Promise<void> {
  await page.goto(`/review/${await caseOf(page)}`)
  await expectLoaded(page)
}

/** The server's own drawing gives way to the one that can be changed. */
async function expectLoaded(page: Page): Promise<void> {
  await expect(page.locator('[data-loaded] [data-pulse]').first()).toBeAttached()
}

/** Of the pulse in the first row, in the pixels of a picture of the screen. */
async function expectTrueScale(page: Page, pixelsPerMm: number): Promise<void> {
  const pulse = page.locator('[data-pulse]:visible').first()
  await pulse.scrollIntoViewIfNeeded()
  const box = await pulse.boundingBox()
  if (!box) throw new Error('no pulse on the paper')
  const clip = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 }
  const image = await loadImage(await page.screenshot({ clip, scale: 'device', animations: 'disabled' }))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const area = { left: 0, top: 0, width: image.width, height: image.height }
  const { widthMm, heightMm } = pulseOf(context, area, pixelsPerMm)
  expect(Math.abs(widthMm - 5), `${widthMm} mm wide`).toBeLessThanOrEqual(0.05)
  expect(Math.abs(heightMm - 10), `${heightMm} mm tall`).toBeLessThanOrEqual(0.1)
}
