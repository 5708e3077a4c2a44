import { STANDARD_LEADS } from '@/ecg/types'
import { expect, expectNoOverflow, PHONE, test } from '../support/e2e'
import {
  chooseFile,
  DOCTOR,
  enterUnknownMan,
  NURSE,
  open,
  receiptNumber,
  searchedRow,
  tap,
  trace,
} from '../support/journey'
import { longEdf } from '../support/make-hours'

const PAUSES_AT_MS = [600_000, 1_200_000]

test('half an hour in parts over a line that is cut: the doctor sees all of it and jumps to its pauses', async ({
  signIn,
  axe,
  expectedFaults,
}) => {
  test.setTimeout(240_000)
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  await open(doctor, '/queue')
  await open(nurse, '/cases/new')

  expectedFaults.push(/ERR_INTERNET_DISCONNECTED/)
  const sent: string[] = []
  await nurse.route('**/api/v1/uploads/*/parts?*', async (route) => {
    const index = new URL(route.request().url()).searchParams.get('index') ?? ''
    sent.push(index)
    const isCut = index === '1' && sent.filter((one) => one === '1').length === 1
    await (isCut ? route.abort('internetdisconnected') : route.continue())
  })
  const buffer = Buffer.from(
    longEdf({ minutes: 30, sampleRateHz: 500, leads: STANDARD_LEADS, pausesAtMs: PAUSES_AT_MS }),
  )
  await chooseFile(nurse, { name: 'half-hour.edf', mimeType: 'application/octet-stream', buffer })
  const card = nurse.getByRole('article', { name: 'half-hour.edf' })
  await expect(card.getByRole('region', { name: 'Whole recording' })).toBeVisible({ timeout: 120_000 })
  expect(sent).toEqual(['0', '1', '1', '2'])
  await expect(trace(card)).toBeVisible()
  await axe(nurse)

  await enterUnknownMan(nurse, 60)
  await nurse.getByRole('radio', { name: 'Pain 5 of 10' }).check()
  await tap(nurse, 'Fainted', 'Yes')
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  const number = await receiptNumber(nurse)

  const row = await searchedRow(doctor, number)
  await row.getByRole('button', { name: /^Claim and open/ }).click()
  const overview = doctor.getByRole('region', { name: 'Whole recording' })
  await expect(overview).toContainText('0:30:00')
  const place = overview.getByRole('slider', { name: 'Place in the recording' })
  await expect(place).toHaveAttribute('aria-valuenow', '0')
  await expect(trace(doctor)).toBeVisible()
  await expect(overview.getByRole('button', { name: 'Pauses 2' })).toHaveAttribute('aria-pressed', 'true')
  await axe(doctor)

  const pauses = overview.getByRole('list', { name: 'Events' }).getByRole('button')
  await expect(pauses).toHaveCount(2)
  await pauses.nth(1).click()
  await expect(overview.getByRole('status')).toContainText(/On the paper: 0:19:5\d to 0:20:0\d/)
  await expect(doctor.locator('[data-loaded]')).toHaveAttribute('data-from-ms', /^119\d{4}$/)
  await doctor.keyboard.press('BracketLeft')
  await expect(overview.getByRole('status')).toContainText(/On the paper: 0:09:5\d/)
  await doctor.keyboard.press('BracketRight')
  await expect(overview.getByRole('status')).toContainText(/On the paper: 0:19:5\d/)

  await place.focus()
  await doctor.keyboard.press('End')
  await expect(place).toHaveAttribute('aria-valuenow', '1790')
  await expect(doctor.locator('[data-loaded]')).toHaveAttribute('data-from-ms', '1790000')
  await doctor.keyboard.press('Home')
  await doctor.keyboard.press('PageDown')
  await doctor.keyboard.press('ArrowRight')
  await expect(place).toHaveAttribute('aria-valuenow', '11')
  const strip = await place.boundingBox()
  await doctor.mouse.click((strip?.x ?? 0) + (strip?.width ?? 0) / 2, (strip?.y ?? 0) + 20)
  await expect(overview.getByRole('status')).toContainText(/On the paper: 0:1[45]:/)

  await doctor.keyboard.press('m')
  await doctor.getByRole('region', { name: 'ECG paper' }).focus()
  await doctor.keyboard.press('Enter')
  await expect(doctor.getByRole('list', { name: 'Measured by hand' }).getByRole('listitem')).toHaveCount(1)
  await doctor.keyboard.press('Escape')

  const phone = await signIn(DOCTOR, PHONE)
  await open(phone, new URL(doctor.url()).pathname)
  await expect(phone.getByRole('region', { name: 'Whole recording' })).toBeVisible()
  await expect(trace(phone)).toBeVisible()
  await expectNoOverflow(phone)
  await axe(phone)
})
