import { expect, test } from '../support/e2e'
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
import { leadOffFile } from '../support/journey-files'

test('a lead that is off is told before sending; sent as it is, its reader is told too', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  await open(doctor, '/queue')

  await open(nurse, '/cases/new')
  await chooseFile(nurse, leadOffFile())
  await expect(trace(nurse)).toBeVisible()
  const gate = nurse.getByRole('alert').filter({ hasText: 'Record again: V2 off' })
  await expect(gate).toContainText('V2: 4th rib space, left edge of the breastbone')
  await expect(nurse.getByText('The other 11 leads are good.')).toBeVisible()
  await axe(nurse)
  await gate.getByRole('button', { name: 'Send as it is' }).click()
  await expect(gate).toBeHidden()
  await expect(nurse.getByText('It goes as it is.')).toBeVisible()
  await enterUnknownMan(nurse, 58)
  await nurse.getByRole('radio', { name: 'Pain 4 of 10' }).check()
  await tap(nurse, 'Fainted', 'No')
  await nurse.getByRole('button', { name: 'Send', exact: true }).click()
  const number = await receiptNumber(nurse)

  const row = await searchedRow(doctor, number)
  await row.getByRole('button', { name: /^Claim and open/ }).click()
  await expect(trace(doctor)).toBeVisible()
  await expect(doctor.getByText('V2 off', { exact: true })).toBeVisible()
  await doctor.getByText(/^Not assessable/).click()
  await axe(doctor)
})
