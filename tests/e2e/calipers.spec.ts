import type { Page } from '@playwright/test'
import { expect, PHONE, post, test } from '../support/e2e'
import { DOCTOR, NURSE, OTHER_DOCTOR, open, sendCase, sendFile } from '../support/journey'
import { normalFile } from '../support/journey-files'

test('an interval is measured by mouse, by keyboard and by touch, seen live, and signed with the report', async ({
  signIn,
  axe,
  expectedFaults,
}) => {
  test.slow()
  // The report is signed behind the back of the page that still holds the case.
  expectedFaults.push(/409.*heartbeat/)
  const nurse = await signIn(NURSE)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, normalFile())] })
  const doctor = await signIn(DOCTOR)
  await post(doctor, `cases/${caseId}/claim`, {})
  await open(nurse, `/cases/${caseId}`)
  await open(doctor, `/review/${caseId}`)
  const paper = doctor.getByRole('region', { name: 'ECG paper' })
  await expect(paper.locator('[data-loaded]')).toBeAttached()

  await doctor.keyboard.press('m')
  await expect(doctor.getByRole('button', { name: 'Undo' })).toBeVisible()
  const box = await paper.boundingBox()
  const [left, top] = [box?.x ?? 0, box?.y ?? 0]
  await doctor.keyboard.down('Alt')
  await doctor.mouse.move(left + 100, top + 60)
  await doctor.mouse.down()
  await doctor.mouse.move(left + 180, top + 62, { steps: 4 })
  await doctor.mouse.up()
  await doctor.keyboard.up('Alt')
  await expect(measured(doctor).first()).toContainText('Interval 800 ms ± 10 ms · 75/min')
  await expect(measured(nurse).first()).toContainText('Interval 800 ms')
  await expect(nurse.locator('[data-caliper="time"]')).toBeAttached()

  await doctor.getByRole('radio', { name: 'QT', exact: true }).check()
  await paper.focus()
  await doctor.keyboard.press('Enter')
  await expect(doctor.getByRole('slider', { name: 'QT: end' })).toBeFocused()
  const before = await qtOf(doctor)
  await doctor.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => qtOf(doctor)).toBe(before + 20)
  await doctor.keyboard.press('Control+z')
  await expect.poll(() => qtOf(doctor)).toBe(before)
  await doctor.keyboard.press('Control+Shift+z')
  await expect.poll(() => qtOf(doctor)).toBe(before + 20)
  await expect(measured(nurse).nth(1)).toContainText(/QT \d+ ms ± \d+ ms · QTc \d+ ms \(Fridericia\)/)
  await axe(doctor)
  await doctor.keyboard.press('Escape')
  await expect(doctor).toHaveURL(new RegExp(caseId))

  const phone = await signIn(DOCTOR, PHONE)
  await open(phone, `/review/${caseId}`)
  await phone.getByRole('button', { name: 'Measure' }).tap()
  await phone.getByRole('radio', { name: 'QRS', exact: true }).check()
  const small = await phone.getByRole('region', { name: 'ECG paper' }).boundingBox()
  await phone.touchscreen.tap((small?.x ?? 0) + 120, (small?.y ?? 0) + 60)
  await expect(measured(phone).filter({ hasText: 'QRS' })).toContainText(/QRS \d+ ms ± /)
  await expect(measured(doctor)).toHaveCount(3)
  await axe(phone)

  await post(doctor, `cases/${caseId}/report`, {
    conclusion: 'Sinus rhythm.',
    recommendation: 'Repeat when the pain comes back.',
    sign: true,
  })
  const signed = nurse.getByRole('region', { name: 'Measured for this report' })
  await expect(signed.getByRole('listitem')).toHaveCount(3)
  await expect(signed.getByRole('listitem').filter({ hasText: 'Interval' })).toContainText('800 ms ± 10 ms')
  await axe(nurse)
})

test('a caliper belongs to who set it: another reader sees it and cannot take hold of it', async ({ signIn }) => {
  const nurse = await signIn(NURSE)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, normalFile())] })
  await open(nurse, `/cases/${caseId}`)
  await expect(nurse.locator('[data-loaded]')).toBeAttached()
  await nurse.keyboard.press('m')
  await nurse.getByRole('region', { name: 'ECG paper' }).focus()
  await nurse.keyboard.press('Enter')
  await expect(measured(nurse)).toHaveCount(1)

  const other = await signIn(OTHER_DOCTOR)
  await open(other, `/review/${caseId}`)
  await expect(measured(other)).toHaveCount(1)
  await other.keyboard.press('m')
  await expect(other.getByRole('slider', { name: /end$/ })).toHaveCount(0)
  await expect(other.getByRole('button', { name: /^Take away/ })).toHaveCount(0)
  await nurse.keyboard.press('Delete')
  await expect(measured(other)).toHaveCount(0)
})

function measured(page: Page) {
  return page.getByRole('list', { name: 'Measured by hand' }).getByRole('listitem')
}

/** As the list says it. */
async function qtOf(page: Page): Promise<number> {
  const text = await measured(page).filter({ hasText: 'QT' }).textContent()
  return Number(/QT (\d+) ms/.exec(text ?? '')?.[1])
}
