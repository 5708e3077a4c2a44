import type { Page } from '@playwright/test'
import { expect, get, test } from '../support/e2e'
import { madeScp } from '../support/ecg-files'
import {
  answerWaitingEmergencies,
  COORDINATOR,
  DOCTOR,
  letTimePass,
  NEIGHBOUR_DOCTOR,
  NURSE,
  OTHER_DOCTOR,
  open,
  sendCase,
  sendFile,
} from '../support/journey'

const TELEPHONE = '+998 76 000-01-03'

test('two cardiologists reach for one case: one gets it, the other is told who', async ({ signIn, expectedFaults }) => {
  // The one who was slower is refused, as he should be.
  expectedFaults.push(/409/)
  const nurse = await signIn(NURSE)
  const doctors = [await signIn(DOCTOR), await signIn(OTHER_DOCTOR)] as const
  await answerWaitingEmergencies(doctors)
  for (const doctor of doctors) await open(doctor, '/queue')
  const { caseId, number } = await sendCase(nurse, { emergency: true })
  for (const doctor of doctors) await expect(row(doctor, number)).toBeVisible()

  // Both buttons are in reach before either is pressed.
  const buttons = await Promise.all(
    doctors.map((doctor) =>
      row(doctor, number)
        .getByRole('button', { name: /^Claim and open/ })
        .elementHandle(),
    ),
  )
  await Promise.all(buttons.map((button) => button?.evaluate((element) => (element as HTMLElement).click())))

  const isHolder = await Promise.all(
    doctors.map((doctor) =>
      Promise.race([
        doctor.waitForURL(`**/review/${caseId}`).then(() => true),
        doctor
          .getByText(new RegExp(`has ${number}, since`))
          .waitFor()
          .then(() => false),
      ]),
    ),
  )
  expect(isHolder.toSorted()).toEqual([false, true])
  const { events } = await get<{ events: { type: string }[] }>(doctors[0], `cases/${caseId}`)
  expect(events.filter((event) => event.type === 'claim')).toHaveLength(1)
})

test('an emergency overtakes an open board: it is on top, rings, and stands in the title', async ({ signIn, axe }) => {
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  await answerWaitingEmergencies([doctor, other])
  await sendCase(nurse, { fileIds: [await sendFile(nurse, madeScp('normal'))] })
  await open(doctor, '/queue')
  await expect(
    doctor
      .getByRole('region', { name: /^URGENT/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible()

  const { number } = await sendCase(nurse, { emergency: true })

  await expect(row(doctor, number)).toBeVisible()
  const first = await doctor
    .getByRole('listitem')
    .filter({ hasText: /YK-|M 57|\d:\d\d/ })
    .first()
    .textContent()
  expect(first).toContain('57')
  await expect(doctor).toHaveTitle(/EMERG/)
  await expect(doctor.getByRole('alert').filter({ hasText: 'New emergency' })).toBeAttached()
  await axe(doctor)
})

test('a silent duty desk: the coordinator, the nurse and at last the neighbour region are called', async ({
  signIn,
  axe,
}) => {
  test.setTimeout(180_000)
  const nurse = await signIn(NURSE)
  const doctor = await signIn(DOCTOR)
  const other = await signIn(OTHER_DOCTOR)
  const neighbour = await signIn(NEIGHBOUR_DOCTOR)
  const coordinator = await signIn(COORDINATOR)
  await answerWaitingEmergencies([doctor, other])
  // The desk is manned, and nobody looks: only the clock of the case climbs.
  await open(doctor, '/queue')
  await open(coordinator, '/queue')
  await open(neighbour, '/queue')
  const { caseId, number } = await sendCase(nurse, { emergency: true })
  await open(nurse, `/cases/${caseId}`)
  await expect(row(coordinator, number)).toBeVisible()
  await expect(row(neighbour, number)).toBeHidden()

  await letTimePass(caseId, 2 * 60 + 5)
  await expect.poll(() => rungs(doctor, caseId)).toEqual(['repeat_alarm'])
  await letTimePass(caseId, 4 * 60)
  await expect.poll(() => rungs(doctor, caseId)).toEqual(['repeat_alarm', 'second_reader', 'coordinator'])
  await expect(nurse.getByRole('alert').filter({ hasText: TELEPHONE }).first()).toBeVisible()
  await axe(nurse)

  await letTimePass(caseId, 2 * 60)
  await expect(row(neighbour, number)).toBeVisible()
  await axe(neighbour)
  await row(neighbour, number)
    .getByRole('button', { name: /^Claim and open/ })
    .click()
  await neighbour.waitForURL(`**/review/${caseId}`)
  await expect(neighbour.getByRole('button', { name: /ACT NOW/ })).toBeVisible()
  await neighbour.keyboard.press('1')
  await expect(nurse.getByRole('heading', { name: 'ACT NOW' })).toBeVisible()
  await expect(nurse.getByRole('alert').filter({ hasText: TELEPHONE })).toBeHidden()
  await letTimePass(caseId, 10 * 60)
  const answered = await rungs(doctor, caseId)
  expect(answered).toEqual(['repeat_alarm', 'second_reader', 'coordinator', 'neighbour_pool'])
})

function row(page: Page, number: string) {
  return page
    .getByRole('region', { name: /^EMERGENT/ })
    .getByRole('listitem')
    .filter({ hasText: number })
}

async function rungs(page: Page, caseId: string): Promise<unknown[]> {
  const { events } = await get<{ events: { type: string; detail: { action?: string } }[] }>(page, `cases/${caseId}`)
  return events.filter((event) => event.type === 'escalate').map((event) => event.detail.action)
}
