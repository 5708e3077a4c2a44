import type { CaseView } from '@/cases/api/views'
import { expect, get, PHONE, post, test } from '../support/e2e'
import { DOCTOR, NURSE, OTHER_DOCTOR, open, sendCase, sendFile, trace } from '../support/journey'
import { infarctionFile, normalFile } from '../support/journey-files'

test('an elective ECG is reported by keyboard alone, read by the nurse, amended with a reason and confirmed again', async ({
  signIn,
  axe,
}) => {
  const nurse = await signIn(NURSE, PHONE)
  const doctor = await signIn(DOCTOR)
  const { caseId } = await post<{ caseId: string }>(nurse, 'cases', {
    patient: { unknown: true, sex: 'female', ageYears: 44 },
    clinical: { reasons: ['pre_op'] },
    fileIds: [await sendFile(nurse, normalFile())],
  })
  await open(doctor, `/review/${caseId}`)
  await expect(trace(doctor)).toBeVisible()
  const keys = doctor.keyboard
  await keys.press('c')
  await expect(doctor.getByText(/^Yours until/)).toBeVisible()

  await keys.press('e')
  const field = doctor.getByRole('combobox', { name: 'Add to the report' })
  await expect(field).toBeFocused()
  const enter = async (text: string, first: string) => {
    await keys.type(text)
    await expect(doctor.getByRole('option').first()).toContainText(first)
    await keys.press('Enter')
  }
  await enter('экг в норме', 'ЭКГ в норме')
  await enter('фибрилляция пред', 'Atrial fibrillation')
  await keys.press('Control+Enter')
  await expect(doctor.getByRole('alert').filter({ hasText: 'exclude each other' })).toContainText('Atrial fibrillation')
  await keys.press('Control+z')
  await enter('sinus ritmi', 'Sinus rhythm')
  await enter('ok', 'Confirm the measurements')
  await enter('Z01.8', 'Examination without a finding')
  await enter('r18', 'Discharge, outpatient')
  const statements = doctor.getByRole('list', { name: 'Statements' })
  await expect(statements.getByRole('listitem')).toHaveText([/Normal ECG/, /Sinus rhythm/])
  await axe(doctor)
  await expect(doctor.getByText(/^Saved /).first()).toBeVisible()
  await keys.press('Control+Enter')
  await expect(doctor.getByText(/goes to .* under your name/)).toBeVisible()
  await keys.press('Control+Enter')
  const signed = doctor.getByRole('region', { name: 'Signed report' })
  await expect(signed.first()).toContainText('Sinus rhythm.')

  await open(nurse, `/cases/${caseId}`)
  const report = nurse.getByRole('region', { name: 'Signed report' })
  await expect(report).toContainText('Discharge, outpatient')
  await expect(report).toContainText('Cardiologist in 30 days')
  await nurse.getByRole('button', { name: /^Understood/ }).click()
  await expect(nurse.getByText(/^Understood at /)).toBeVisible()

  await doctor.getByRole('button', { name: 'Amend this report' }).press('Enter')
  await expect(field).toBeFocused()
  await enter('3', 'Abnormal ECG')
  await enter('удлинение qt', 'Удлинение QT')
  await enter('r11', 'Repeat the ECG')
  await doctor.getByLabel('Reason', { exact: true }).fill('QT measured again by hand: 490 ms.')
  await doctor.getByRole('radio', { name: 'What to do' }).check()
  await expect(doctor.getByRole('region', { name: 'What changed' })).toContainText('Prolonged QT interval.')
  await doctor
    .getByRole('list', { name: 'Recommendations' })
    .getByRole('button', { name: /^Remove Discharge/ })
    .click()
  await doctor.getByRole('button', { name: /^Sign and send/ }).click()
  await doctor.getByRole('button', { name: /^Sign now/ }).click()

  await expect(nurse.getByText(/^The report was changed/)).toBeVisible()
  await expect(nurse.getByRole('region', { name: 'What changed' })).toContainText('Prolonged QT interval.')
  await expect(report).toContainText('Because: QT measured again by hand: 490 ms.')
  await axe(nurse)
  expect((await get<CaseView>(nurse, `cases/${caseId}`)).state).toBe('AMENDED')
  await nurse.getByRole('button', { name: /^Understood the change/ }).click()
  await expect(nurse.getByText(/^Understood at /)).toBeVisible()
  await expect(nurse.getByText(/^Still to be confirmed/)).toHaveCount(0)
  const { state, reports } = await get<CaseView>(nurse, `cases/${caseId}`)
  expect({ state, versions: reports.map(({ version }) => version) }).toEqual({
    state: 'ACKNOWLEDGED',
    versions: [2, 1],
  })
})

test('fibrinolysis that is forbidden waits for a second cardiologist; the nurse reads the doses', async ({
  signIn,
  axe,
  expectedFaults,
}) => {
  expectedFaults.push(/report.*status of 4\d\d/, /status of 4\d\d.*report/)
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const colleague = await signIn(OTHER_DOCTOR)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, infarctionFile())] })
  await post(nurse, `cases/${caseId}/clinical`, { weightKg: 72, systolicMmHg: 86, killipClass: 1 })
  await post(doctor, `cases/${caseId}/claim`, {})
  await open(doctor, `/review/${caseId}`)
  await expect(trace(doctor)).toBeVisible()
  await doctor.keyboard.press('e')
  const field = doctor.getByRole('combobox', { name: 'Add to the report' })
  await expect(field).toBeFocused()
  for (const code of ['3', 'R02']) {
    await field.fill(code)
    await field.press('Enter')
  }
  const suggestions = doctor.getByRole('region', { name: 'The findings would say' })
  const buttons = suggestions.getByRole('button', { name: 'Agree', exact: true })
  await buttons.first().click()
  await expect(doctor.getByRole('list', { name: 'Statements' })).toContainText(/myocardial infarction, acute/)
  await expect(doctor.getByText('40 mg', { exact: true })).toBeVisible()
  await expect(doctor.getByText('Do not give')).toBeVisible()
  const checklist = doctor.getByRole('region', { name: 'Before fibrinolysis' })
  for (const question of (await checklist.getByRole('group').all()).slice(0, 8))
    await question.getByRole('radio', { name: 'No' }).check()
  await checklist
    .getByRole('group', { name: /^Bleeding of stomach/ })
    .getByRole('radio', { name: 'Yes' })
    .check()
  await checklist.getByRole('button', { name: /relative ones: no$/ }).click()
  await expect(checklist).toContainText('all answered')
  await doctor.getByLabel('Why it should be given all the same').fill('The centre is four hours away.')
  await doctor.getByRole('button', { name: 'Ask a second cardiologist' }).click()
  await expect(doctor.getByText(/^A second cardiologist is asked/)).toBeVisible()

  await open(colleague, `/review/${caseId}`)
  await colleague.getByLabel('Your reason').fill('Agreed, the bleeding was small.')
  await colleague.getByRole('button', { name: 'Agree', exact: true }).first().click()
  await expect(doctor.getByText('A second cardiologist has agreed')).toBeVisible()
  await axe(doctor)
  await doctor.getByRole('button', { name: /^Sign and send/ }).click()
  await doctor.getByRole('button', { name: /^Sign now/ }).click()
  await expect(doctor.getByRole('region', { name: 'Signed report' }).first()).toBeVisible()

  await open(nurse, `/cases/${caseId}`)
  await expect(nurse.getByText('40 mg', { exact: true })).toBeVisible()
  await expect(nurse.getByText('= 8000 U = 8 mL')).toBeVisible()
  await expect(nurse.getByText('Do not give')).toBeVisible()
  await axe(nurse)
  const { files, report } = await get<CaseView>(nurse, `cases/${caseId}`)
  const recordingId = files[0]?.recording?.recordingId
  const pdf = await nurse.request.get(`/api/v1/cases/${caseId}/export?recordingId=${recordingId}&format=pdf`)
  expect(pdf.ok()).toBe(true)
  expect(report?.hash).toMatch(/^[0-9a-f]{64}$/)
})
