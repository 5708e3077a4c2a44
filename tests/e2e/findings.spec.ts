import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e'
import {
  ADMIN,
  answerWaitingEmergencies,
  DOCTOR,
  NURSE,
  OTHER_DOCTOR,
  open,
  sendCase,
  sendFile,
  trace,
} from '../support/journey'
import { deviceSaysFile, infarctionFile, normalFile } from '../support/journey-files'

test('an infarction is an emergency without any button; its finding shows its numbers and takes an answer', async ({
  signIn,
  axe,
}) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  await answerWaitingEmergencies([doctor, other])
  await open(doctor, '/queue')
  const { caseId, number } = await sendCase(nurse, { fileIds: [await sendFile(nurse, infarctionFile())] })

  const row = doctor
    .getByRole('region', { name: /^EMERGENT/ })
    .getByRole('listitem')
    .filter({ hasText: number })
  await expect(row).toContainText('ST elevation, STEMI criteria')
  await row.getByRole('button', { name: /^Claim and open/ }).click()
  await expect(trace(doctor)).toBeVisible()
  await expect(doctor.getByText('Good recording, no swapped electrodes found')).toBeVisible()
  const findings = doctor.getByRole('region', { name: 'Findings' })
  await expect(findings).toContainText('ST elevation meets STEMI criteria: anterolateral wall')
  const v3 = findings.getByRole('listitem').filter({ hasText: /^V3/ })
  await expect(v3.first()).toContainText('≥ 2.0')

  await expect(shaded(doctor)).toHaveCount(0)
  await findings.getByRole('button', { name: 'Show on the trace' }).click()
  await expect(shaded(doctor).first()).toBeAttached()
  for (const layout of ['6×2', '12×1']) {
    await doctor.getByRole('radio', { name: layout }).check({ force: true })
    await expect(shaded(doctor).first()).toBeAttached()
  }
  await findings.getByText('How it was found: ISC-01').click()
  await expect(findings.getByText(/Universal Definition of MI 2018.* · ISC-01 \d/)).toBeVisible()
  await axe(doctor)

  await doctor.keyboard.press('a')
  await expect(findings.getByText(/^N\. Xolmatova agrees, /)).toBeVisible()
  await doctor.keyboard.press('f')
  await expect(findings.getByRole('button', { name: 'Hide on the trace' })).toHaveCount(1)
  await open(other, `/review/${caseId}`)
  const same = other.getByRole('region', { name: 'Findings' })
  await expect(same.getByText(/^N\. Xolmatova agrees, /)).toBeVisible()
  await same.getByRole('button', { name: 'No', exact: true }).first().click()
  await expect(same.getByRole('button', { name: 'Save' })).toBeDisabled()
  await same.getByRole('textbox', { name: 'Why not?' }).fill('Early repolarisation, unchanged for years.')
  await axe(other)
  await same.getByRole('button', { name: 'Save' }).click()
  await expect(same.getByText(/disagrees, .*: Early repolarisation, unchanged for years\./)).toBeVisible()
})

test('words of the device raise the case, and stand as the device’s own', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const fileId = await sendFile(nurse, deviceSaysFile('>>> Acute MI <<<'))
  const { caseId } = await sendCase(nurse, { fileIds: [fileId] })
  await open(doctor, `/review/${caseId}`)
  await expect(doctor.getByRole('region', { name: 'Case' })).toContainText('EMERGENT')
  await expect(doctor.getByRole('region', { name: 'Patient' })).toContainText('>>> Acute MI <<<')
  await expect(doctor.getByRole('region', { name: 'Printed by the device, not checked' })).toContainText(
    '>>> Acute MI <<<',
  )
  await axe(doctor)
})

test('a rule that is switched off with a reason finds nothing any more, and the trail says who did it', async ({
  signIn,
  axe,
}) => {
  const admin = await signIn(ADMIN)
  await admin.goto('/rules')
  await admin.getByRole('button', { name: 'Switch off: ST elevation, STEMI criteria' }).click()
  const dialog = admin.getByRole('dialog', { name: /STEMI criteria/ })
  await dialog.getByLabel('Reason').fill('Checked against the new machine first.')
  await axe(admin)
  await dialog.getByRole('button', { name: 'Switch off' }).click()
  const back = admin.getByRole('button', { name: 'Switch on: ST elevation, STEMI criteria' })
  await expect(back).toBeVisible()
  await expect(admin.getByText(/: Checked against the new machine first\.$/)).toBeVisible()

  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, infarctionFile())] })
  await open(doctor, `/review/${caseId}`)
  await expect(trace(doctor)).toBeVisible()
  await expect(doctor.getByRole('region', { name: 'Findings' })).not.toContainText('meets STEMI criteria')

  await back.click()
  await admin
    .getByRole('dialog', { name: /STEMI criteria/ })
    .getByLabel('Reason')
    .fill('Checked.')
  await admin.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click()
  await expect(back).toBeHidden()
  await admin.goto('/audit')
  await expect(
    admin
      .getByRole('row')
      .filter({ hasText: /ISC-01/ })
      .first(),
  ).toBeVisible()
  await axe(admin)
})

test('an ECG without a finding says so, and what was looked for', async ({ signIn }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, normalFile())] })
  await open(doctor, `/review/${caseId}`)
  const findings = doctor.getByRole('region', { name: 'Findings' })
  await expect(findings).toContainText('No automatic finding. This does not exclude disease.')
  await findings.getByText(/^Looked for and not found \(\d+\)$/).click()
  await expect(findings).toContainText('ST elevation, STEMI criteria')
})

/** Stretches of the trace that a finding of raised ST speaks of. */
function shaded(page: Page) {
  return page.locator('svg [class*="st-up"]')
}
