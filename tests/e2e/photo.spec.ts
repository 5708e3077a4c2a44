import { expect, PHONE, test } from '../support/e2e'
import { clarkScp, paperPhoto } from '../support/ecg-files'
import {
  chooseFile,
  DOCTOR,
  enterUnknownMan,
  NURSE,
  OTHER_DOCTOR,
  open,
  receiptNumber,
  searchedRow,
  tap,
  trace,
} from '../support/journey'

test('a photo sent from a phone is looked at, asked for again, and comes back to the queue', async ({
  signIn,
  axe,
}) => {
  const nurse = await signIn(NURSE, PHONE)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  await open(doctor, '/queue')
  await open(other, '/queue')

  await open(nurse, '/cases/new')
  await nurse.getByLabel('Photograph paper').setInputFiles({ ...paperPhoto() })
  await expect(nurse.getByRole('img', { name: 'Picture of an ECG: photo.png' })).toBeVisible()
  await enterUnknownMan(nurse, 60)
  await nurse.getByRole('radio', { name: 'Pain 5 of 10' }).check()
  await tap(nurse, 'Fainted', 'No')
  await axe(nurse)
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  const number = await receiptNumber(nurse)
  await axe(nurse)

  const row = await searchedRow(doctor, number)
  await expect(row).toContainText('Unknown man')
  await expect(row).toContainText('Picture of an ECG')
  await row.getByRole('button', { name: /^Claim and open/ }).click()
  await expect(doctor.getByRole('img', { name: 'Picture of an ECG: photo.png' })).toBeVisible()
  await expect(doctor.getByRole('button', { name: 'Fit' })).toBeDisabled()
  await doctor.getByRole('button', { name: 'Larger' }).click()
  await expect(doctor.getByRole('button', { name: 'Fit' })).toBeEnabled()
  await axe(doctor)
  await doctor.keyboard.press('2')
  await expect(doctor.getByRole('status').filter({ hasText: /^RECORD AGAIN delivered/ })).toBeVisible()
  const otherRow = await searchedRow(other, number)
  await expect(otherRow.getByRole('button', { name: /^Claim/ })).toBeHidden()

  await nurse.getByRole('main').getByRole('link', { name: 'Open the answer' }).click()
  await expect(nurse.getByRole('heading', { name: 'RECORD AGAIN' })).toBeVisible()
  await axe(nurse)
  await nurse.getByRole('button', { name: 'Send the new ECG' }).click()
  const dialog = nurse.getByRole('dialog', { name: 'Another ECG of this case' })
  await chooseFile(dialog, clarkScp())
  await expect(trace(dialog)).toBeVisible()
  await axe(nurse)
  await dialog.getByRole('button', { name: 'Send the ECG' }).click()
  await expect(dialog).toBeHidden()
  await expect(nurse.getByRole('radio', { name: /^ECG 2, / })).toBeVisible()

  await expect(otherRow.getByRole('button', { name: /^Claim and open/ })).toBeVisible()
  await otherRow.getByRole('button', { name: /^Claim and open/ }).click()
  await expect(trace(other)).toBeVisible()
  await expect(other.getByRole('button', { name: /^ECG 1, / })).toBeVisible()
})
