import type { Page } from '@playwright/test'
import type { DutyResult } from '@/cases/api/duty-views'
import type { CaseView, QueueResult } from '@/cases/api/views'
import { expect, expectNoOverflow, get, PHONE, post, test } from '../support/e2e'
import { madeScp } from '../support/ecg-files'
import {
  answerWaitingEmergencies,
  COORDINATOR,
  DOCTOR,
  NURSE,
  OTHER_DOCTOR,
  open,
  sendCase,
  sendFile,
} from '../support/journey'

test('the board is worked by keyboard: search, filter, saved view, why here, next case', async ({ signIn, axe }) => {
  test.slow()
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  await answerWaitingEmergencies([doctor, other])
  const emergency = await sendCase(nurse, { emergency: true })
  await open(doctor, '/queue')
  const emergent = doctor.getByRole('region', { name: /^EMERGENT/ })
  const urgent = doctor.getByRole('region', { name: /^URGENT/ })
  await expect(emergent.getByRole('listitem')).toHaveCount(1)
  await expect(urgent.getByRole('listitem').first()).toBeVisible()

  // What nobody is called hides everything but the emergency.
  await doctor.keyboard.press('/')
  await expect(doctor.getByRole('searchbox', { name: 'Search the queue' })).toBeFocused()
  await doctor.keyboard.type('zzzz')
  await expect(urgent.getByRole('listitem')).toHaveCount(0)
  await expect(emergent.getByRole('listitem')).toHaveCount(1)
  await expect(doctor.getByText(/^The filter hides \d+ cases\. Emergencies are always shown\./)).toBeVisible()
  await doctor.keyboard.press('Escape')
  await expect(urgent.getByRole('listitem').first()).toBeVisible()

  await doctor.keyboard.press('f')
  const filter = doctor.getByRole('dialog', { name: 'Filter the queue' })
  await filter.getByRole('radio', { name: 'ROUTINE' }).focus()
  await doctor.keyboard.press('Space')
  await filter.getByLabel('Name of this view').fill('Routine only')
  await filter.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await filter.getByRole('button', { name: 'Open the board with Routine only' }).press('Enter')
  await axe(doctor)
  await filter.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(urgent.getByText('None that fits the filter.')).toBeVisible()
  await expect(emergent.getByRole('listitem')).toHaveCount(1)
  await axe(doctor)

  await open(doctor, '/queue')
  await expect(doctor.getByRole('combobox', { name: 'View' })).toHaveValue(/.+/)
  await expect(urgent.getByText('None that fits the filter.')).toBeVisible()
  await doctor.getByRole('button', { name: 'Show all' }).press('Enter')
  await expect(urgent.getByRole('listitem').first()).toBeVisible()
  await doctor.getByRole('radio', { name: 'Compact' }).check()
  await expect(urgent.getByRole('listitem').first()).toBeVisible()
  await axe(doctor)
  await doctor.getByRole('radio', { name: 'Comfortable' }).check()

  await doctor.getByRole('heading', { name: 'Queue', level: 1 }).focus()
  await doctor.keyboard.press('w')
  const why = doctor.getByRole('dialog', { name: 'Place 1 among EMERGENT' })
  await expect(why.getByText('The class comes first')).toBeVisible()
  await expect(why.getByText('An emergency is always given first.')).toBeVisible()
  await axe(doctor)
  await doctor.keyboard.press('Escape')

  await doctor.keyboard.press('n')
  await expect(doctor).toHaveURL(new RegExp(`/review/${emergency.caseId}$`))
  await expect(doctor.getByRole('button', { name: /ACT NOW/ })).toBeVisible()
})

test('reading in a row opens the next case by itself, unless the reader stays', async ({ signIn }) => {
  test.slow()
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  await answerWaitingEmergencies([doctor, await signIn(OTHER_DOCTOR)])
  const first = await sendCase(nurse, { emergency: true })
  const second = await sendCase(nurse, { emergency: true })
  await open(doctor, '/queue')
  await doctor.getByRole('checkbox', { name: 'Read in a row' }).check()
  await doctor.keyboard.press('n')
  await expect(doctor).toHaveURL(new RegExp(`/review/(${first.caseId}|${second.caseId})$`))
  const opened = doctor.url()
  await expect(doctor.getByRole('button', { name: /ACT NOW/ })).toBeVisible()
  await doctor.keyboard.press('3')
  await expect(doctor.getByRole('button', { name: 'Next case follows: stay here' })).toBeVisible()
  await expect(doctor).not.toHaveURL(opened, { timeout: 20_000 })
  await expect(doctor.getByRole('button', { name: /ACT NOW/ })).toBeVisible()
  await doctor.keyboard.press('3')
  await doctor.getByRole('button', { name: 'Next case follows: stay here' }).click()
  await expect(doctor.getByRole('button', { name: /^Next case/ })).toBeVisible()
  await doctor.evaluate(() => localStorage.removeItem('yurak.row'))
})

test('a case is handed over with words; the colleague hears it and finds them', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  const { caseId, number } = await sendCase(nurse, { fileIds: [await sendFile(nurse, madeScp('normal'))] })
  await open(other, '/queue')
  await open(doctor, `/review/${caseId}`)
  await doctor.keyboard.press('c')
  await expect(doctor.getByRole('button', { name: /ACT NOW/ })).toBeVisible()

  await doctor.keyboard.press('h')
  const dialog = doctor.getByRole('dialog', { name: `Hand over ${number}` })
  await dialog.getByRole('radio', { name: /S\. Ergashev/ }).check()
  await dialog.getByLabel('Words for the colleague').fill('Please look at V2 once more.')
  await axe(doctor)
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await expect(doctor.getByText(/S\. Ergashev reading \d/)).toBeVisible()
  await expect(doctor.getByRole('alert').filter({ hasText: 'You no longer hold this case' })).toBeHidden()

  const alarm = other.getByRole('alert').filter({ hasText: 'A case was handed over to you' })
  await expect(alarm).toBeVisible()
  await axe(other)
  await alarm.getByRole('link', { name: 'Open' }).click()
  await expect(other).toHaveURL(new RegExp(`/review/${caseId}$`))
  await other.getByText('Course of the case').click()
  await expect(other.getByText('“Please look at V2 once more.”')).toBeVisible()
  await post(other, `cases/${caseId}/release`, {})
})

test('who leaves the desk says so, and the coordinator sees it, names readers and changes the ladder', async ({
  signIn,
  axe,
}) => {
  test.slow()
  const doctor = await signIn(DOCTOR)
  const coordinator = await signIn(COORDINATOR)
  await open(doctor, '/queue')
  const away = doctor.getByRole('banner').getByRole('button', { name: /I'm away$/ })
  await away.press('Enter')
  await expect(doctor.getByRole('banner').getByRole('button', { name: /I'm back$/ })).toBeVisible()
  await axe(doctor)

  await open(coordinator, '/duty')
  const line = coordinator.getByRole('listitem').filter({ hasText: 'N. Xolmatova' })
  await expect(line).toContainText('away')
  await doctor
    .getByRole('banner')
    .getByRole('button', { name: /I'm back$/ })
    .press('Enter')
  await expect(away).toBeVisible()
  await open(coordinator, '/duty')
  await expect(line).not.toContainText('away')

  const named = coordinator.getByRole('checkbox', { name: 'S. Ergashev reads now' })
  await named.check()
  await expect(coordinator.getByText('only those with a tick count as readers')).toBeVisible()
  await named.uncheck()
  await expect(coordinator.getByText('nobody is named: everybody who is here counts')).toBeVisible()

  await coordinator.getByRole('button', { name: 'Change the minutes' }).click()
  const field = coordinator.getByRole('textbox', { name: 'All readers hear the alarm again, EMERGENT, minutes' })
  await field.fill('9')
  await coordinator.getByRole('button', { name: 'Save the ladder' }).click()
  await expect(coordinator.getByText('Must be later than the call before it')).toBeVisible()
  await expect(coordinator.getByText('Say why, in a few words.')).toBeVisible()
  await axe(coordinator)
  await field.fill('2')
  await coordinator.getByLabel('Why it is changed').fill('Tried in a test, the same as before')
  await coordinator.getByRole('button', { name: 'Save the ladder' }).click()
  await expect(coordinator.getByText(/^own minutes since/)).toBeVisible()
})

test('the coordinator assigns a case from the board', async ({ signIn }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const coordinator = await signIn(COORDINATOR)
  const { caseId, number } = await sendCase(nurse)
  await open(doctor, '/cases')
  await open(coordinator, '/queue')
  await coordinator.getByRole('searchbox', { name: 'Search the queue' }).fill(number)
  await coordinator.getByRole('button', { name: `More about ${number}` }).click()
  await coordinator.getByRole('menuitem', { name: /^Assign to a reader/ }).click()
  const dialog = coordinator.getByRole('dialog', { name: `Assign ${number}` })
  await dialog.getByRole('radio', { name: /N\. Xolmatova/ }).check()
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(coordinator.getByText(`${number} handed over to N. Xolmatova.`)).toBeVisible()
  await expect(doctor.getByRole('alert').filter({ hasText: 'A case was handed over to you' })).toBeVisible()
  await post(doctor, `cases/${caseId}/release`, {})
})

test('the wall shows lanes, clocks and readers, and nobody by name', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  await sendCase(nurse, { emergency: true })
  const { items } = await get<QueueResult>(doctor, 'queue?limit=1000')
  const names = items.flatMap(({ patientName }) => patientName ?? []).map((name) => name.split(' ')[0] ?? name)
  await open(doctor, '/wall')
  await expect(doctor.getByRole('region', { name: 'EMERGENT' }).getByRole('listitem').first()).toBeVisible()
  await expect(doctor.getByText('N. Xolmatova').first()).toBeVisible()
  const text = (await doctor.getByRole('main').textContent()) ?? ''
  expect(names.filter((name) => text.includes(name))).toEqual([])
  await expectNoOverflow(doctor)
  await axe(doctor)
  await answerWaitingEmergencies([doctor])
})

test('a line that holds the events back is asked instead, and an emergency still rings', async ({ signIn }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  // A proxy that answers nothing until the stream ends, which it never does.
  await doctor.route('**/api/v1/events', () => undefined)
  await doctor.goto('/queue')
  await expect(doctor.getByText('Live, slower')).toBeVisible()
  await sendCase(nurse, { emergency: true })
  await expect(doctor.getByRole('alert').filter({ hasText: 'New emergency' })).toBeAttached()
  await expect(doctor).toHaveTitle(/EMERGENT/)
  await expect(doctor.locator('link[rel="icon"]').first()).toHaveAttribute('href', '/icon-alarm.svg')
  await doctor.keyboard.press('Shift')
  await expect(doctor.locator('link[rel="icon"]').first()).toHaveAttribute('href', '/icon.svg')
  await doctor.unrouteAll({ behavior: 'ignoreErrors' })
  await answerWaitingEmergencies([doctor])
})

test('who loses a case while writing keeps every word', async ({ signIn, expectedFaults }) => {
  expectedFaults.push(/409 \(Conflict\)/)
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const coordinator = await signIn(COORDINATOR)
  const { caseId } = await sendCase(nurse, { fileIds: [await sendFile(nurse, madeScp('normal'))] })
  const { regions } = await get<DutyResult>(coordinator, 'duty')
  const colleague = regions[0]?.readers.find(({ name }) => name === 'S. Ergashev')
  await open(doctor, `/review/${caseId}`)
  await doctor.keyboard.press('c')
  await doctor.getByRole('button', { name: /^Report/ }).click()
  await doctor.getByRole('textbox', { name: 'Conclusion' }).fill('Written while the case went away.')
  await doctor.getByRole('textbox', { name: 'Recommendation' }).fill('Not lost.')
  await post(coordinator, `cases/${caseId}/hand-over`, { toUserId: colleague?.userId })

  await expect(doctor.getByRole('alert').filter({ hasText: 'You no longer hold this case' })).toBeVisible()
  await expect(doctor.getByText(/The text is kept as your own unsigned version/)).toBeVisible()
  const { reports } = await get<CaseView>(doctor, `cases/${caseId}`)
  expect(reports.map(({ conclusion, signedAt }) => ({ conclusion, signedAt }))).toEqual([
    { conclusion: 'Written while the case went away.', signedAt: null },
  ])
  await open(doctor, `/review/${caseId}`)
  await expect(doctor.getByText('Written while the case went away.').first()).toBeVisible()
})

test('on a phone the emergencies stay in sight, and one thumb takes the next case', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR, PHONE)
  await sendCase(nurse, { emergency: true })
  await open(doctor, '/queue')
  await expectNoOverflow(doctor)
  await axe(doctor, ['dark'])
  await doctor.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const pin = doctor.getByRole('button', { name: /EMERGENT cases?: show/ })
  await expect(pin).toBeVisible()
  await pin.click()
  await expect(emergencies(doctor).first()).toBeInViewport()
  const size = await doctor.getByRole('button', { name: 'Next case' }).last().boundingBox()
  expect(size?.height).toBeGreaterThanOrEqual(48)
  await answerWaitingEmergencies([doctor])
})

function emergencies(page: Page) {
  return page.getByRole('region', { name: /^EMERGENT/ }).getByRole('listitem')
}
