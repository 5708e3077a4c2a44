import { expect, post, test } from '../support/e2e'
import { BOZOROV, DOCTOR, NURSE, open, sendCase, sendFile } from '../support/journey'
import { infarctionFile, normalFile, scpOf } from '../support/journey-files'

test('an ECG is held against an earlier one: overlay, stacked, side by side, in numbers and in one line', async ({
  signIn,
  axe,
}) => {
  test.slow()
  const nurse = await signIn(NURSE)
  const patient = { ...BOZOROV }
  const clinical = { reasons: ['chest_pain'], painNow: 6 }
  const cases: { caseId: string }[] = []
  for (const file of [normalFile(), infarctionFile()]) {
    const fileIds = [await sendFile(nurse, file)]
    cases.push(await post(nurse, 'cases', { patient, clinical, fileIds, mismatchConfirmed: true }))
  }
  const doctor = await signIn(DOCTOR)
  await open(doctor, `/review/${cases.at(-1)?.caseId}`)
  await expect(doctor.locator('[data-loaded]')).toBeAttached()

  await doctor.keyboard.press('x')
  const panel = doctor.getByRole('region', { name: 'Compare' })
  await expect(panel.getByText(/^Changed: new or worse signs of ischaemia/)).toBeVisible()
  await expect(panel.getByRole('img', { name: 'V3: usual beats of both ECGs' })).toBeVisible()
  await panel.getByRole('slider', { name: 'Move the earlier beat' }).fill('20')
  await expect(panel.getByText('+20 ms')).toBeVisible()
  await axe(doctor)
  await panel.getByRole('radio', { name: 'Side by side' }).check()
  await expect(panel.getByText(/half scale/).first()).toBeVisible()
  await expect(panel.getByRole('img', { name: /^ECG, / })).toHaveCount(2)
  await panel.getByRole('radio', { name: 'Stacked' }).check()
  await expect(panel.getByRole('img', { name: /^ECG, / })).toHaveCount(1)
  await axe(doctor, ['light'])
})

test('marks, usual beat and the posterior view are a key away', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, infarctionFile())] })
  const doctor = await signIn(DOCTOR)
  await open(doctor, `/review/${caseId}`)
  await expect(doctor.locator('[data-loaded]')).toBeAttached()
  await doctor.keyboard.press('k')
  await expect(doctor.locator('[data-fiducials]')).toBeAttached()
  await doctor.keyboard.press('b')
  const beat = doctor.getByRole('region', { name: 'Usual beat' })
  await expect(beat.getByRole('img', { name: /^Usual beat of I, II, III/ })).toBeVisible()
  await beat.getByRole('button', { name: 'V3', exact: true }).click()
  await axe(doctor)
  await doctor.getByRole('button', { name: 'Layouts' }).click()
  await doctor.getByRole('button', { name: /posterior view/ }).click()
  await expect(doctor.getByRole('img', { name: /^ECG, posterior view/ })).toBeVisible()
})

test('swapped arm electrodes are put back in a preview that says so', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const file = scpOf({ scenario: 'normal', seed: 21, swap: 'LA-RA' }, 'swapped.scp')
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, file)] })
  const doctor = await signIn(DOCTOR)
  await open(doctor, `/review/${caseId}`)
  await expect(doctor.locator('[data-loaded]')).toBeAttached()
  await doctor.getByRole('button', { name: 'View' }).click()
  await doctor.getByRole('button', { name: 'As if the electrodes were put back' }).click()
  await expect(doctor.getByRole('img', { name: /PREVIEW, not as recorded: / })).toBeVisible()
  await axe(doctor, ['light'])
})
