import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/e2e'

const PASSWORD = 'tulip carpet engine'

test('an admin opens a hospital, invites a nurse to it, and ends her access again', async ({
  signIn,
  visit,
  axe,
  expectedFaults,
}) => {
  test.slow()
  const mark = randomUUID().slice(0, 8)
  const hospital = `Sariosiyo OShP ${mark}`
  const nurse = `Tosheva ${mark}`
  const admin = await signIn('admin@yurak.demo')

  await test.step('the hospital', async () => {
    await admin.goto('/facilities')
    await axe(admin)
    await admin.getByRole('button', { name: 'Add a facility' }).click()
    const form = admin.getByRole('dialog')
    await form.getByRole('button', { name: 'Add the facility' }).click()
    await expect(form.getByLabel('Name')).toBeFocused()
    await form.getByLabel('Name').fill(hospital)
    await form.getByLabel('Telephone').fill('+998 76 000-09-09')
    await form.getByLabel('Region').selectOption({ label: 'Surxondaryo viloyati' })
    await form.getByLabel('District or city').selectOption({ label: 'Sariosiyo tumani' })
    await axe(admin)
    await form.getByRole('button', { name: 'Add the facility' }).click()
    await expect(admin.getByRole('row', { name: new RegExp(hospital) })).toContainText('Sariosiyo tumani')
  })

  const link = await test.step('the invitation', async () => {
    await admin.goto('/people')
    await admin.getByRole('button', { name: 'Invite a person' }).click()
    const form = admin.getByRole('dialog')
    await form.getByLabel('Name').fill(nurse)
    await form.getByLabel('E-mail').fill(`${mark}@sariosiyo.test`)
    await form.getByLabel('Works at').selectOption({ label: hospital })
    await form.getByRole('button', { name: 'Make the invitation' }).click()
    const made = await admin.getByRole('textbox', { name: 'Link', exact: true }).inputValue()
    await axe(admin)
    await admin.getByRole('button', { name: 'I have passed it on' }).click()
    await expect(admin.getByRole('row', { name: new RegExp(nurse) })).toContainText('invited, link until')
    return made
  })

  const guest = await visit()
  await test.step('the nurse sets a password and is in', async () => {
    expectedFaults.push(/422/)
    await guest.goto(link)
    await guest.getByRole('textbox', { name: 'New password' }).fill('Termiz2026!!')
    await guest.getByRole('button', { name: 'Set the password and sign in' }).click()
    await expect(guest.getByText('Too easy to guess')).toBeVisible()
    await axe(guest)
    await guest.getByRole('textbox', { name: 'New password' }).fill(PASSWORD)
    await guest.getByRole('button', { name: 'Set the password and sign in' }).click()
    await expect(guest).toHaveURL(/\/cases$/)
  })

  await test.step('the link works once', async () => {
    const other = await visit()
    await other.goto(link)
    await expect(other.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
    await axe(other)
  })

  await test.step('the end', async () => {
    expectedFaults.push(/401/)
    await admin.reload()
    await admin.getByRole('button', { name: `Change ${nurse}` }).click()
    await admin.getByRole('button', { name: 'Deactivate' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await expect(admin.getByRole('status').filter({ hasText: `${nurse} can no longer sign in.` })).toBeVisible()
    // Her open page is still there: the stream of events ends, and with it the page that believed itself signed in.
    const ended = guest.getByRole('alert').filter({ hasText: 'Your session has ended.' })
    await expect(ended).toBeVisible({ timeout: 30_000 })
    await ended.getByRole('link', { name: 'Sign in again' }).click()
    await expect(guest).toHaveURL(/\/sign-in\?next=%2Fcases$/)
  })
})

test('the auditor sees what was done, without its content', async ({ signIn, axe, expectedFaults }) => {
  expectedFaults.push(/404/)
  const auditor = await signIn('auditor@yurak.demo')
  await auditor.goto('/audit')
  await auditor.getByLabel('What').selectOption({ label: 'Audit list read' })
  await expect(auditor.getByRole('row', { name: /Audit list read/ }).first()).toContainText('auditor')
  await axe(auditor)
  await auditor.goto('/people')
  await expect(auditor.getByText('Not found', { exact: true })).toBeVisible()
})

test('signing in says what is wrong, keeps what was typed and leads to the wanted page', async ({
  visit,
  axe,
  expectedFaults,
}) => {
  expectedFaults.push(/401/)
  const page = await visit()
  await page.goto('/account')
  await expect(page.getByText('your session has ended')).toBeVisible()
  await page.getByLabel('E-mail').fill('coordinator@surxon.demo')
  await page.getByLabel('Password', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail or the password is not right.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('coordinator@surxon.demo')
  await axe(page)
  await page.getByRole('button', { name: /coordinator@surxon\.demo/ }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/account$/)
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await axe(page)
})
