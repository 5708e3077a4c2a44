/** Steps that several journeys take, in the words of the screen. */
import { expect, type Locator, type Page } from '@playwright/test'
import { Client } from 'pg'
import type { QueueItem } from '@/cases/api/views'
import { get, post } from './e2e'
import type { SentFile } from './ecg-files'

export const NURSE = 'nurse@jarqorgon.demo'
export const OTHER_NURSE = 'nurse@denov.demo'
export const DOCTOR = 'cardiologist@surxon.demo'
export const OTHER_DOCTOR = 'cardiologist2@surxon.demo'
export const NEIGHBOUR_DOCTOR = 'cardiologist@qashqa.demo'
export const ADMIN = 'admin@yurak.demo'
export const AUDITOR = 'auditor@yurak.demo'
export const COORDINATOR = 'coordinator@surxon.demo'

/** A person with a right PINFL; the name in Example_clark_v20.scp is another one. */
export const BOZOROV = {
  pinfl: '31503705120012',
  familyName: 'Bozorov',
  givenName: 'Shavkat',
  sex: 'male',
  birthDate: '1970-03-15',
} as const

/** Opens a page and waits until it is alive: before that it shows buttons that hear no press yet. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByText(/^Live/)).toBeAttached()
}

export async function chooseFile(page: Page | Locator, file: SentFile): Promise<void> {
  await page.getByLabel('Choose a file').setInputFiles({ ...file })
}

export async function enterBozorov(page: Page): Promise<void> {
  await page.getByLabel('PINFL (14 digits)').fill(BOZOROV.pinfl)
  await page.getByLabel('Family name').fill(BOZOROV.familyName)
  await page.getByLabel('Given name').fill(BOZOROV.givenName)
}

export async function enterUnknownMan(page: Page, ageYears: number): Promise<void> {
  await tap(page, 'How the person is known', 'Unknown')
  await tap(page, 'Sex', 'male')
  await page.getByLabel('About how old').fill(String(ageYears))
}

export async function tapSix(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Pain 8 of 10' }).check()
  await page.getByRole('button', { name: '1–3 h' }).click()
  await tap(page, 'Short of breath', 'No')
  await tap(page, 'Fainted', 'No')
  await page.getByLabel('Upper pressure').fill('104')
  await page.getByLabel('Lower pressure').fill('68')
  await page.getByLabel('SpO₂').fill('93')
}

export async function tap(page: Page, group: string, choice: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check()
}

/** The trace itself, drawn, as a sentence for those who do not see it. */
export function trace(page: Page | Locator): Locator {
  return page.getByRole('img', { name: /^ECG, .*mm\/s/ })
}

/** The number on the receipt, once it is there. */
export async function receiptNumber(page: Page): Promise<string> {
  await expect(page.getByRole('status').filter({ hasText: 'Received' })).toBeVisible()
  const line = await page.getByText(/^server time, /).textContent()
  return /YK-\d\d-\d+/.exec(line ?? '')?.[0] ?? 'no number on the receipt'
}

/** An unknown person's case, sent without the form. */
export async function sendCase(
  nurse: Page,
  change: { readonly emergency?: boolean; readonly filesExpected?: number; readonly fileIds?: readonly string[] } = {},
): Promise<{ caseId: string; number: string }> {
  return post(nurse, 'cases', {
    patient: { unknown: true, sex: 'male', ageYears: 57 },
    clinical: { reasons: ['chest_pain'], painNow: 6 },
    fileIds: [],
    filesExpected: change.fileIds === undefined ? 1 : 0,
    ...change,
  })
}

export async function sendFile(nurse: Page, file: SentFile): Promise<string> {
  const answer = await nurse.request.post('/api/v1/files', {
    data: file.buffer,
    headers: { 'content-type': file.mimeType, 'x-file-name': encodeURIComponent(file.name) },
  })
  expect(answer.status()).toBe(201)
  const { fileId } = await answer.json()
  return fileId
}

/** The row of a case on an open board, looked for by its number: a long board draws only what is in sight. */
export async function searchedRow(page: Page, number: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Search the queue' }).fill(number)
  return page.getByRole('listitem').filter({ hasText: number })
}

/** So that the next emergency is the first: those who wait are answered, each by whoever reads it. */
export async function answerWaitingEmergencies(doctors: readonly Page[]): Promise<void> {
  for (const doctor of doctors) {
    const { items } = await get<{ items: QueueItem[] }>(doctor, 'queue')
    for (const { caseId, reader } of items.filter((item) => item.class === 'EMERGENT')) {
      if (reader !== null && !reader.isMine) continue
      if (reader === null) await post(doctor, `cases/${caseId}/claim`, {})
      await post(doctor, `cases/${caseId}/verdict`, { verdict: 'no_emergency' })
    }
  }
}

/** For this case it is so many seconds later: all its clocks are set back, which is all that a later hour is to it. */
export async function letTimePass(caseId: string, seconds: number): Promise<void> {
  const client = new Client({ connectionString: process.env.JOURNEY_DATABASE_URL })
  await client.connect()
  try {
    const clocks = ['submitted_at', 'clock_started_at', 'open_due_at', 'answer_due_at', 'queue_key_at']
    const earlier = [...clocks, 'next_rung_at', 'unattended_since'].map(
      (clock) => `${clock} = ${clock} - make_interval(secs => $2)`,
    )
    const since = `to_char((escalation->>'since')::timestamptz AT TIME ZONE 'UTC' - make_interval(secs => $2), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    earlier.push(`escalation = jsonb_set(escalation, '{since}', to_jsonb(${since}))`)
    // In one statement: the rungs that ran belong to the same clock, whenever the worker looks.
    const { rowCount } = await client.query(
      `WITH rungs AS (UPDATE escalation SET since = since - make_interval(secs => $2) WHERE case_id = $1)
       UPDATE referral_case SET ${earlier.join(', ')} WHERE id = $1`,
      [caseId, seconds],
    )
    expect(rowCount, 'the case whose clocks move').toBe(1)
  } finally {
    await client.end()
  }
}
