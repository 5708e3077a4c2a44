import type { Page } from '@playwright/test'
import type { FacilityView, LinkResult } from '@/cases/api/admin-views'
import type { CaseListItem, CaseListResult, QueueResult } from '@/cases/api/views'
import { type Axe, expect, expectNoOverflow, get, post, signInByApi, test } from '../support/e2e'
import { ADMIN, AUDITOR, COORDINATOR, DOCTOR, NURSE } from '../support/journey'

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 360, height: 780 }
const PASSWORD = 'a long walk by the Surxon river'

type Look = (path: string, heading: string | RegExp) => Promise<void>

test('the pages without a session fit and can be read', async ({ visit, axe, expectedFaults }) => {
  expectedFaults.push(/404/)
  const look = looker(await visit(), axe)
  await look('/sign-in', 'Sign in')
  await look('/link/a-link-that-nobody-has-made', 'This link does not work any more')
})

test('the pages of a nurse fit and can be read', async ({ signIn, axe, expectedFaults }) => {
  test.slow()
  expectedFaults.push(/404/)
  const page = await signIn(NURSE)
  const look = looker(page, axe)
  const { items } = await get<CaseListResult>(page, 'cases?show=all&limit=200')
  await look('/cases', 'Our cases')
  await look('/cases/new', 'New ECG')
  await look('/cases/new?emergency=1', 'New ECG')
  await look('/account', /./)
  await look('/no-such-page', 'Not found')
  for (const state of ['TRIAGED', 'RECOMMENDED', 'REPORTED', 'RETURNED_FOR_REPEAT', 'CLOSED', 'CANCELLED'] as const) {
    const path = pathOf(items, state)
    if (path) await look(path, /./)
  }
})

test('the pages of a cardiologist fit and can be read', async ({ signIn, axe }) => {
  test.slow()
  const page = await signIn(DOCTOR)
  const look = looker(page, axe)
  await look('/queue', 'Queue')
  await look('/cases', 'Cases')
  await look('/account', /./)
  const { items, unconfirmed } = await get<QueueResult>(page, 'queue')
  for (const kind of ['waveform', 'unreadable', 'on_its_way'] as const) {
    const item = items.find(({ ecg }) => ecg === kind)
    if (item) await look(`/review/${item.caseId}`, /./)
  }
  const [answered] = unconfirmed
  if (answered) await look(`/review/${answered.caseId}`, /./)
})

test('the pages of a coordinator fit and can be read', async ({ signIn, axe }) => {
  const page = await signIn(COORDINATOR)
  const look = looker(page, axe)
  await look('/queue', 'Queue')
  const { items } = await get<QueueResult>(page, 'queue')
  await look(`/review/${items[0]?.caseId}`, /./)
  await look('/duty', 'Duty')
  await look('/wall', 'Duty room')
})

test('the pages of an administrator and of an auditor fit and can be read', async ({ signIn, axe }) => {
  test.slow()
  const look = looker(await signIn(ADMIN), axe)
  await look('/facilities', 'Facilities')
  await look('/people', 'People')
  await look('/duty', 'Escalation ladder')
  await look('/audit', 'Audit')
  await look('/account', /./)
  await looker(await signIn(AUDITOR), axe)('/audit', 'Audit')
})

test('pages with nothing on them say so, fit and can be read', async ({ signIn, visit, axe }) => {
  const admin = await signIn(ADMIN)
  const stamp = Date.now().toString(36)
  const { facilityId } = await post<FacilityView>(admin, 'facilities', {
    name: `Boʻsh OShP ${stamp}`,
    type: 'family_doctor_point',
    regionCode: '1733',
    districtCode: null,
    address: null,
    phone: '+998 75 000-00-01',
    centreId: null,
    backupCentreId: null,
  })
  const nurse = await visit()
  await signInAsNew(admin, nurse, { email: `nurse-${stamp}@bosh.test`, role: 'nurse', facilityId, regionCodes: [] })
  await looker(nurse, axe)('/cases', 'Our cases')
  await expect(nurse.getByText('Nothing is waiting')).toBeVisible()
  const doctor = await visit()
  const email = `doctor-${stamp}@bosh.test`
  await signInAsNew(admin, doctor, { email, role: 'cardiologist', facilityId: null, regionCodes: ['1733'] })
  const look = looker(doctor, axe)
  await look('/queue', 'Queue')
  await expect(doctor.getByText('All clear')).toBeVisible()
  await look('/cases', 'Cases')
})

/** Opens a page and looks at it wide and light, then narrow and dark; the journeys look at it the other way round. */
function looker(page: Page, axe: Axe): Look {
  return async (path, heading) => {
    await page.setViewportSize(WIDE)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading }).first()).toBeAttached()
    await expectNoOverflow(page)
    await axe(page, ['light'])
    await page.setViewportSize(NARROW)
    await expectNoOverflow(page)
    await axe(page, ['dark'])
  }
}

function pathOf(items: readonly CaseListItem[], state: CaseListItem['state']): string | null {
  const item = items.find((each) => each.state === state)
  return item ? `/cases/${item.caseId}` : null
}

/** By invitation and link, as everybody comes in, but without the forms. */
async function signInAsNew(
  admin: Page,
  page: Page,
  { email, ...place }: { email: string; role: string; facilityId: string | null; regionCodes: readonly string[] },
): Promise<void> {
  const person = { email, name: 'Karimova Nilufar', title: null, phone: null, ...place }
  const { link } = await post<LinkResult>(admin, 'people', person)
  await post(page, 'links', { token: new URL(link).pathname.split('/').at(-1), newPassword: PASSWORD })
  await signInByApi(page, email, PASSWORD)
}
