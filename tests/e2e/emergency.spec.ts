import type { Page } from '@playwright/test'
import { expect, signInByForm, test } from '../support/e2e'
import { clarkScp, madeScp } from '../support/ecg-files'
import {
  answerWaitingEmergencies,
  chooseFile,
  DOCTOR,
  enterBozorov,
  NURSE,
  OTHER_DOCTOR,
  open,
  receiptNumber,
  sendCase,
  sendFile,
  tapSix,
  trace,
} from '../support/journey'

test('an emergency is sent, comes up first, is answered, read back and closed', async ({ visit, signIn, axe }) => {
  test.setTimeout(180_000)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  await answerWaitingEmergencies([doctor, other])
  const nurse = await visit()
  await nurse.goto('/sign-in')
  await signInByForm(nurse, NURSE)
  await open(doctor, '/queue')
  await open(other, '/queue')
  await expect(emergencies(doctor)).toBeHidden()

  await nurse.getByRole('link', { name: 'Emergency ECG' }).click()
  await chooseFile(nurse, clarkScp())
  await expect(trace(nurse)).toBeVisible()
  await enterBozorov(nurse)
  await tapSix(nurse)
  await nurse.getByRole('checkbox', { name: /^I have checked/ }).check()
  await axe(nurse)
  await nurse.getByRole('button', { name: /^Send now/ }).click()
  const number = await receiptNumber(nurse)
  await expect(nurse.getByText('First in the queue.')).toBeVisible()

  const row = emergencies(doctor).getByRole('listitem').first()
  await expect(row).toContainText('Bozorov Shavkat')
  await expect(doctor.getByRole('alert').filter({ hasText: 'New emergency' })).toContainText('Bozorov Shavkat')
  await expect(emergencies(other).getByRole('listitem').first()).toContainText('Bozorov Shavkat')
  await axe(doctor)
  await row.getByRole('button', { name: /^Claim and open/ }).click()
  await expect(emergencies(other).getByRole('listitem').first()).toContainText('N. Xolmatova')
  await expect(doctor.getByRole('region', { name: 'Case' })).toContainText(number)
  await expect(trace(doctor)).toBeVisible()
  await expect(doctor.getByText('Is it the right person?')).toBeVisible()

  await doctor.keyboard.press('1')
  await expect(doctor.getByRole('status').filter({ hasText: /^ACT NOW delivered/ })).toBeVisible()
  await expect(nurse.getByRole('alert').filter({ hasText: 'ACT NOW' })).toBeVisible()
  await expect(nurse).toHaveTitle(/^\(\d+\) ANSWER — /)
  await axe(nurse)
  await nurse.getByRole('main').getByRole('link', { name: 'Open the answer' }).click()
  await expect(nurse.getByRole('heading', { name: 'ACT NOW' })).toBeVisible()
  await expect(nurse).not.toHaveTitle(/ANSWER — Bozorov/)

  await doctor.keyboard.press('e')
  await doctor.getByRole('textbox', { name: 'Conclusion' }).fill('Anterior ST elevation, sinus rhythm 94/min.')
  await doctor.getByRole('textbox', { name: 'Recommendation' }).fill('Aspirin 300 mg now. Transfer for PCI, call 103.')
  await axe(doctor)
  await doctor.getByRole('button', { name: /^Sign and send/ }).click()
  await doctor.getByRole('button', { name: /^Sign now/ }).click()
  await expect(nurse.getByRole('heading', { name: 'Signed report' })).toBeVisible()
  await expect(nurse.getByText('Transfer for PCI, call 103.', { exact: false })).toBeVisible()

  await nurse.getByRole('button', { name: /^Understood/ }).click()
  await expect(nurse.getByText(/^Understood at .*D\. Normurodova\.$/)).toBeVisible()
  await expect(doctor.getByText(/Read back .*: understood/)).toBeVisible()
  await nurse.getByLabel('What became of the person').selectOption({ label: 'Artery opened (PCI)' })
  await nurse.getByRole('button', { name: 'Close the case' }).click()
  await expect(nurse.getByText(/^Closed .*: Artery opened \(PCI\)$/)).toBeVisible()
  await expect(doctor.getByRole('status').filter({ hasText: 'Closed: Artery opened (PCI)' })).toBeVisible()
  await expect(emergencies(other)).toBeHidden()
  await axe(nurse)
  await axe(doctor)
})

test('a verdict that is taken back within ten seconds is taken back on both sides', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const fileId = await sendFile(nurse, madeScp('normal'))
  const { caseId } = await sendCase(nurse, { fileIds: [fileId] })
  await open(nurse, `/cases/${caseId}`)
  await open(doctor, `/review/${caseId}`)
  await expect(trace(doctor)).toBeVisible()

  await doctor.keyboard.press('c')
  await expect(doctor.getByRole('button', { name: /ACT NOW/ })).toBeVisible()
  await doctor.keyboard.press('1')
  await expect(nurse.getByRole('heading', { name: 'ACT NOW' })).toBeVisible()
  await doctor.getByRole('button', { name: /^Undo/ }).click()

  await expect(doctor.getByRole('alert').filter({ hasText: /^The verdict ACT NOW .* was withdrawn/ })).toBeVisible()
  await expect(doctor.getByRole('button', { name: /ACT NOW/ })).toBeVisible()
  await expect(nurse.getByRole('alert').filter({ hasText: /^The verdict was withdrawn/ })).toBeVisible()
  await expect(nurse.getByRole('heading', { name: 'ACT NOW' })).toBeHidden()
  await axe(nurse)
  await axe(doctor)
  await doctor.keyboard.press('3')
  await expect(nurse.getByRole('heading', { name: 'NO EMERGENCY' })).toBeVisible()
})

/** The rows of the class that is always on top. */
function emergencies(page: Page) {
  return page.getByRole('region', { name: /^EMERGENT/ }).getByRole('list')
}
