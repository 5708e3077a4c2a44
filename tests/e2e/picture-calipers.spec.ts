import type { Page } from '@playwright/test'
import type { CaseView } from '@/cases/api/views'
import { expect, get, PHONE, post, test } from '../support/e2e'
import { paperPhoto, type SentFile } from '../support/ecg-files'
import { DOCTOR, NURSE, open, sendCase, sendFile } from '../support/journey'
import { normalFile } from '../support/journey-files'

const PHOTO = { width: 900, height: 600 }
const A4 = { width: 842, height: 595 }

test('a photo gets its scale by hand, is measured by mouse, keyboard and touch, and signed', async ({
  signIn,
  axe,
  expectedFaults,
}) => {
  test.slow()
  expectedFaults.push(/409.*heartbeat/)
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const caseId = await openPicture(nurse, doctor, paperPhoto())

  await doctor.keyboard.press('m')
  // Ten lines of the paper, 20 pixels each.
  await drag(doctor, PHOTO, [100, 100], [300, 100])
  await doctor.getByRole('button', { name: 'Use this scale' }).click()
  await expect(doctor.getByText('Picture: scale from 10 mm, set by hand')).toBeVisible()
  // One beat: 150 pixels are 7.5 mm, 300 ms.
  await drag(doctor, PHOTO, [300, 300], [450, 300])
  await expect(measured(doctor).first()).toContainText(/^Interval (29[5-9]|30[0-5]) ms ± \d+ ms · \d+\/min · page 1/)
  await axe(doctor)

  await doctor.getByRole('radio', { name: 'mV', exact: true }).check()
  await doctor.getByRole('button', { name: 'Place a line in the middle of the page' }).press('Enter')
  const end = doctor.getByRole('slider', { name: 'mV: end' })
  await end.focus()
  await end.press('Shift+ArrowUp')
  await expect(measured(doctor).nth(1)).toContainText(/mV ± /)

  const phone = await signIn(DOCTOR, PHONE)
  await open(phone, `/review/${caseId}`)
  await expect(measured(phone)).toHaveCount(2)
  // The scale is kept with what was measured by it.
  await expect(phone.getByText('Picture: scale from 10 mm, set by hand')).toBeVisible()
  await phone.getByRole('button', { name: 'Grid' }).tap()
  await expect(phone.getByTestId('picture-grid')).toBeAttached()
  await phone.getByRole('button', { name: 'Measure' }).tap()
  await drag(phone, PHOTO, [400, 400], [700, 400])
  await expect(measured(phone)).toHaveCount(3)
  // What lies under the bar at the top cannot be judged.
  await phone.evaluate(() => window.scrollTo({ top: 0 }))
  await axe(phone, ['light'])

  await post(doctor, `cases/${caseId}/report`, { conclusion: 'Seen.', recommendation: 'Repeat.', sign: true })
  await open(nurse, `/cases/${caseId}`)
  const signed = nurse.getByRole('region', { name: 'Measured for this report' })
  await expect(signed.getByRole('listitem')).toHaveCount(3)
})

test('a PDF to scale is measured, and says what the trace said', async ({ signIn }) => {
  test.slow()
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, normalFile())] })
  const { files } = await get<CaseView>(nurse, `cases/${caseId}`)
  const recordingId = files[0]?.recording?.recordingId
  const page = await nurse.request.get(`/api/v1/cases/${caseId}/export?recordingId=${recordingId}&format=pdf`)
  const pdf: SentFile = { name: 'page.pdf', mimeType: 'application/pdf', buffer: await page.body() }
  await openPicture(nurse, doctor, pdf)

  await doctor.keyboard.press('m')
  const pt = (mm: number) => (mm * 72) / 25.4
  // The pulse of the first row: its foot at 61 mm, 10 mm tall.
  await drag(doctor, A4, [pt(22.5), pt(61)], [pt(22.5), pt(51)])
  await doctor.getByRole('button', { name: 'Use this scale' }).click()
  await drag(doctor, A4, [pt(50), pt(61)], [pt(75), pt(61)])
  const text = (await measured(doctor).first().textContent()) ?? ''
  const [ms, error] = [/(\d{1,3}(?:,\d{3})?) ms ±/, /± (\d+) ms/].map((pattern) =>
    Number((pattern.exec(text)?.[1] ?? '').replace(',', '')),
  )
  expect(Math.abs((ms ?? 0) - 1000)).toBeLessThanOrEqual(error ?? 0)
})

async function openPicture(nurse: Page, doctor: Page, file: SentFile): Promise<string> {
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, file)] })
  await post(doctor, `cases/${caseId}/claim`, {})
  await open(doctor, `/review/${caseId}`)
  await expect(doctor.getByTestId('picture-calipers-1')).toBeAttached()
  return caseId
}

/** From one place of the picture to another, in its own pixels. */
async function drag(page: Page, size: typeof PHOTO, from: readonly number[], to: readonly number[]): Promise<void> {
  const area = page.getByTestId('picture-calipers-1')
  await area.scrollIntoViewIfNeeded()
  const box = await area.boundingBox()
  if (!box) throw new Error('no picture')
  const fit = Math.min(box.width / size.width, box.height / size.height)
  const place = ([x = 0, y = 0]: readonly number[]) =>
    [
      box.x + (box.width - size.width * fit) / 2 + x * fit,
      box.y + (box.height - size.height * fit) / 2 + y * fit,
    ] as const
  await page.mouse.move(...place(from))
  await page.mouse.down()
  await page.mouse.move(...place(to), { steps: 4 })
  await page.mouse.up()
}

function measured(page: Page) {
  return page.getByRole('list', { name: 'Measured by hand' }).getByRole('listitem')
}
