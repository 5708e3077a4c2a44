import { expect, test } from '../support/e2e'
import { chooseFile, NURSE, open, trace } from '../support/journey'
import { bareNumbersFile, wfdbPair } from '../support/journey-files'

test('a file of bare numbers asks what they mean, and is drawn', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  await chooseFile(nurse, bareNumbersFile())
  const dialogue = nurse.getByRole('group', { name: 'This file holds bare numbers' })
  await expect(dialogue).toContainText('5000 rows in 12 columns')
  await expect(dialogue.getByRole('button', { name: 'Read the file' })).toBeDisabled()
  await axe(nurse)

  await dialogue.getByLabel('Samples a second').fill('500')
  await expect(dialogue.getByText('The recording lasts 10 s then.')).toBeVisible()
  await dialogue.getByLabel('What 1 stands for').selectOption('mV')
  await expect(dialogue.getByLabel('Lead of Column 2', { exact: true })).toHaveValue('II')
  await dialogue.getByLabel('Samples a second').press('Enter')

  await expect(trace(nurse)).toBeVisible()
  await expect(dialogue).toBeHidden()
  await expect(nurse.getByText(/12 leads · 10 s · 500 Hz/)).toBeVisible()
  await expect(nurse.getByText('Good recording, no swapped electrodes found')).toBeVisible()
  await axe(nurse)
})

test('a WFDB header and its signal file chosen together are one ECG', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  await open(nurse, '/cases/new')
  const [header, signals] = wfdbPair()
  await nurse
    .getByLabel('Choose a file')
    .setInputFiles([header, signals].flatMap((file) => (file ? [{ ...file }] : [])))
  const card = nurse.getByRole('article', { name: 'ward7.zip' })
  await expect(trace(card)).toBeVisible()
  await expect(card.getByText(/WFDB · .*12 leads · 10 s · 500 Hz/)).toBeVisible()
  await expect(nurse.getByRole('article')).toHaveCount(1)
  await axe(nurse)

  if (header) await chooseFile(nurse, header)
  await expect(nurse.getByText(/choose its signal files together with it/)).toBeVisible()
})
