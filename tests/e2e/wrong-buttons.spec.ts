import type { Page } from '@playwright/test'
import type { CaseListResult } from '@/cases/api/views'
import { collectFaults, expect, get, signInByApi, signInByForm, test } from '../support/e2e'
import { clarkScp, madeScp, noEcg } from '../support/ecg-files'
import {
  BOZOROV,
  chooseFile,
  DOCTOR,
  enterBozorov,
  enterUnknownMan,
  NURSE,
  OTHER_NURSE,
  open,
  receiptNumber,
  sendCase,
  trace,
} from '../support/journey'

const MIB = 1024 * 1024

test('a wrong password is said in one sentence, and the e-mail stays', async ({ visit, axe, expectedFaults }) => {
  expectedFaults.push(/401/)
  const page = await visit()
  await page.goto('/sign-in')
  await signInByForm(page, NURSE, 'not the password')
  await expect(page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' })).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(NURSE)
  await axe(page)
})

test('a session that ends over a form takes nothing with it', async ({ signIn, expectedFaults }) => {
  expectedFaults.push(/401/)
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await enterUnknownMan(nurse, 61)
  await nurse.getByLabel('Description').fill('Blue jacket, found at the bazaar.')
  await nurse.getByRole('checkbox', { name: /^Send without the ECG/ }).check()
  await nurse.getByRole('radio', { name: 'Pain 4 of 10' }).check()
  await expect(nurse.getByText(/^Draft saved/)).toBeVisible()
  await nurse.context().clearCookies()

  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(nurse.getByRole('alert').filter({ hasText: 'Your session has ended.' }).first()).toBeVisible()
  await expect(nurse.getByLabel('Description')).toHaveValue('Blue jacket, found at the bazaar.')
  await nurse.getByRole('main').getByRole('link', { name: 'Sign in again' }).click()
  await signInByForm(nurse, NURSE)
  await expect(nurse.getByLabel('Description')).toHaveValue('Blue jacket, found at the bazaar.')
  await expect(nurse.getByRole('radio', { name: 'Pain 4 of 10' })).toBeChecked()
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  expect(await receiptNumber(nurse)).toMatch(/^YK-/)
})

test('a case of another facility is not there, whoever knows its address', async ({ signIn, axe, expectedFaults }) => {
  expectedFaults.push(/404/)
  const nurse = await signIn(NURSE)
  const { caseId } = await sendCase(nurse)
  const other = await signIn(OTHER_NURSE)
  await other.goto(`/cases/${caseId}`)
  await expect(other.getByText('This page does not exist, or it belongs to another facility.')).toBeVisible()
  await axe(other)
  const answer = await other.request.get(`/api/v1/cases/${caseId}`)
  expect(answer.status()).toBe(404)
  expect(JSON.stringify(await answer.json())).not.toContain('57')
})

test('two clicks on Send make one case, and the way back does not bring the form again', async ({ signIn }) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases')
  await nurse.getByRole('main').getByRole('link', { name: 'New ECG' }).click()
  const mark = `Two clicks ${Date.now()}`
  await fillFollowing(nurse, mark)
  await nurse.getByRole('button', { name: 'Send', exact: true }).dblclick()
  const number = await receiptNumber(nurse)
  expect(await countNewerThan(nurse, number)).toBe(0)

  await nurse.goBack()
  await expect(nurse.getByRole('heading', { name: 'Our cases' })).toBeVisible()
  await nurse.goForward()
  await expect(nurse.getByRole('button', { name: 'Send', exact: true })).toBeHidden()
  await expect(nurse.getByText(number).first()).toBeVisible()

  await nurse.getByRole('navigation').getByRole('link', { name: 'New ECG' }).click()
  await enterUnknownMan(nurse, 33)
  await expect(nurse.getByLabel('Description')).toHaveValue('')
})

test('a draft that is open in two tabs is sent once', async ({ signIn, expectedFaults }) => {
  expectedFaults.push(/409/)
  const faults: string[] = []
  const first = await signIn(NURSE)
  await open(first, '/cases/new')
  await fillFollowing(first, 'Two tabs')
  await expect(first.getByText(/^Draft saved/)).toBeVisible()
  const second = await first.context().newPage()
  collectFaults(second, faults)
  await open(second, first.url())
  await expect(second.getByLabel('Description')).toHaveValue('Two tabs')

  await first.getByRole('button', { name: 'Send', exact: true }).click()
  const number = await receiptNumber(first)
  await second.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(second.getByRole('alert').filter({ hasText: 'This case was sent already' })).toBeVisible()
  await second.getByRole('link', { name: 'Open the case' }).click()
  await expect(second.getByText(number).first()).toBeVisible()
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
})

test('an empty file, a file that is too large and an unreadable one each get their sentence', async ({
  signIn,
  axe,
}) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await chooseFile(nurse, { name: 'empty.scp', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) })
  const empty = nurse.getByRole('article', { name: 'empty.scp' })
  await expect(empty).toContainText('The file is empty (0 bytes).')
  await empty.getByRole('button', { name: 'Remove empty.scp' }).click()

  await chooseFile(nurse, { name: 'film.avi', mimeType: 'video/avi', buffer: Buffer.alloc(20 * MIB + 1, 7) })
  const large = nurse.getByRole('article', { name: 'film.avi' })
  await expect(large).toContainText('The file is larger than 20 MiB.')
  await axe(nurse)
  await large.getByRole('button', { name: 'Remove film.avi' }).click()

  const letter = noEcg()
  await chooseFile(nurse, letter)
  const kept = nurse.getByRole('article', { name: letter.name })
  await expect(kept).toContainText('is kept as a file')
  await expect(kept).toContainText('It is no ECG format that is known here, and no picture.')
  await axe(nurse)
  const download = nurse.waitForEvent('download')
  await kept.getByRole('link', { name: 'Download the file' }).click()
  expect((await download).suggestedFilename()).toBe(letter.name)

  await enterUnknownMan(nurse, 44)
  await nurse.getByRole('checkbox', { name: 'Palpitations' }).check()
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  await receiptNumber(nurse)
  await expect(nurse.getByText('A file could not be read as an ECG')).toBeVisible()
})

test('nothing filled in is said field by field, and nothing is sent', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(nurse.getByRole('status').filter({ hasText: 'Not sent yet' })).toBeVisible()
  await expect(nurse.getByText('Tap a symptom above or choose why this ECG was made.')).toBeVisible()
  await expect(nurse.getByText('Add the ECG, or say that it follows.')).toBeFocused()
  await axe(nurse)
})

test('a PINFL whose check digit is wrong is sent only with a reason', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await enterBozorov(nurse)
  await nurse.getByLabel('PINFL (14 digits)').fill(`${BOZOROV.pinfl.slice(0, 13)}7`)
  await nurse.getByRole('checkbox', { name: /^Send without the ECG/ }).check()
  await nurse.getByRole('checkbox', { name: 'Follow-up' }).check()
  await expect(nurse.getByText('The last digit does not fit: one digit may be wrong.')).toBeVisible()
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(nurse.getByText('Say why the number is right all the same.')).toBeVisible()
  await axe(nurse)
  await nurse.getByLabel('Why it is right all the same').fill('Typed from the card twice.')
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  await receiptNumber(nurse)
  await expect(nurse.getByText('The check digit of the PINFL is wrong')).toBeVisible()
})

test('a file that names somebody else is shown side by side, asked about twice, and marked', async ({
  signIn,
  axe,
}) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await chooseFile(nurse, madeScp('normal', { familyName: 'Karimova', givenName: 'Zuhra', sex: 'female' }))
  await expect(trace(nurse)).toBeVisible()
  await enterBozorov(nurse)
  await nurse.getByRole('checkbox', { name: 'Follow-up' }).check()
  const question = nurse.getByRole('alert').filter({ hasText: 'The ECG file names somebody else.' })
  await expect(question.getByRole('row', { name: /^Name/ })).toContainText('Bozorov Shavkat')
  await expect(question.getByRole('row', { name: /^Name/ })).toContainText('Karimova Zuhra')
  await expect(question.getByRole('row', { name: /^Sex/ })).toContainText('female')
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(question).toContainText('Check and confirm this before sending.')
  await axe(nurse)
  await question.getByRole('checkbox').check()
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  const number = await receiptNumber(nurse)

  const doctor = await signIn(DOCTOR)
  await open(doctor, '/queue')
  const claim = doctor.getByRole('button', { name: /^Claim and open/ })
  const row = doctor.getByRole('listitem').filter({ hasText: 'Bozorov Shavkat' }).filter({ has: claim }).last()
  await row.getByRole('button', { name: /^Claim and open/ }).click()
  await expect(doctor.getByRole('region', { name: 'Case' })).toContainText(number)
  await expect(doctor.getByText('Is it the right person?')).toBeVisible()
  await expect(doctor.getByText('The nurse saw this and confirmed it.').first()).toBeVisible()
})

test('a lost connection is said in red with the telephone number, and the page recovers', async ({
  signIn,
  axe,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/)
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await expect(nurse.getByText(/^Live/)).toBeVisible()
  await nurse.context().setOffline(true)
  const lost = nurse.getByRole('alert').filter({ hasText: 'No contact with the server since' })
  await expect(lost).toBeVisible({ timeout: 45_000 })
  await expect(lost.getByRole('link', { name: /^Call \+998/ })).toBeVisible()
  await fillFollowing(nurse, 'Written without a line')
  await axe(nurse)

  await nurse.context().setOffline(false)
  await expect(lost).toBeHidden({ timeout: 30_000 })
  await expect(nurse.getByLabel('Description')).toHaveValue('Written without a line')
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  expect(await receiptNumber(nurse)).toMatch(/^YK-/)
})

test('an emergency that cannot leave says so with the number to call, and leaves when the line is back', async ({
  signIn,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/)
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new?emergency=1')
  await chooseFile(nurse, clarkScp())
  await expect(trace(nurse)).toBeVisible()
  await fillUnknown(nurse, 'No line')
  await nurse.context().setOffline(true)
  await nurse.getByRole('button', { name: /^Send now/ }).click()
  await expect(nurse.getByText('No receipt. The form is kept; call if it is urgent.')).toBeVisible({ timeout: 30_000 })
  await nurse.context().setOffline(false)
  await nurse.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  expect(await receiptNumber(nurse)).toMatch(/^YK-/)
})

test('the cookie of a session that was signed out opens nothing', async ({ visit, expectedFaults }) => {
  // What the page was just reading when the session ended is refused already.
  expectedFaults.push(/401/)
  const page = await visit()
  await signInByApi(page, NURSE)
  const [cookie] = await page.context().cookies()
  await page.goto('/account')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  if (cookie) await page.context().addCookies([cookie])
  expect((await page.request.get('/api/v1/cases')).status()).toBe(401)
})

/** A whole form without a file: the ECG follows. */
async function fillFollowing(nurse: Page, description: string): Promise<void> {
  await fillUnknown(nurse, description)
  await nurse.getByRole('checkbox', { name: /^Send without the ECG/ }).check()
}

async function fillUnknown(nurse: Page, description: string): Promise<void> {
  await enterUnknownMan(nurse, 52)
  await nurse.getByLabel('Description').fill(description)
  await nurse.getByRole('radio', { name: 'Pain 3 of 10' }).check()
}

/** Cases of the facility that were sent after the one with this number. */
async function countNewerThan(nurse: Page, number: string): Promise<number> {
  const { items } = await get<CaseListResult>(nurse, 'cases?show=open')
  return items.filter((item) => item.number > number).length
}
