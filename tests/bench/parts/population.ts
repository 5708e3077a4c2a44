/** A region with a history: as many closed cases as wanted, and open ones as a busy day leaves them. */
import type { Client } from 'pg'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { writeScp } from '@/ecg/writers/scp'
import type { Crew } from '../../support/crew'
import { type Caller, callerOf } from './caller'
import { clone, idOf } from './clones'

const PAST_DAYS = 3 * 365
const PERSONS_PER_CASE = 5
const OPEN_MINUTES = 170
/** One case of each class as a nurse sends it, and how many of a hundred open cases are like it. */
const SENT = [
  { share: 10, emergency: true, clinical: { reasons: ['chest_pain'], painNow: 8, systolicMmHg: 104, spo2Percent: 95 } },
  { share: 30, emergency: false, clinical: { reasons: ['dyspnoea'], systolicMmHg: 124, spo2Percent: 96 } },
  { share: 60, emergency: false, clinical: { reasons: ['screening'] } },
] as const

/** Sent, claimed, opened, answered, confirmed and closed through the application; answers its id. */
async function closedCase(base: string, crew: Crew): Promise<string> {
  const nurse = callerOf(base, crew.nurses[0])
  const reader = callerOf(base, crew.readers[0])
  const caseId = await sentCase(nurse, SENT[1])
  await reader.post(`cases/${caseId}/claim`, {})
  await reader.post(`cases/${caseId}/open`, {})
  await reader.post(`cases/${caseId}/verdict`, { verdict: 'no_emergency' })
  await reader.post(`cases/${caseId}/report`, {
    conclusion: 'Sinus rhythm.',
    recommendation: 'None.',
    sign: true,
  })
  await nurse.post(`cases/${caseId}/acknowledge`, { response: 'understood' })
  await nurse.post(`cases/${caseId}/outcome`, { outcome: 'discharged' })
  return caseId
}

async function sentCase(nurse: Caller, { emergency, clinical }: (typeof SENT)[number]): Promise<string> {
  const { recording } = makeEcg({ scenario: 'normal', seed: 11, variation: 'none', sex: 'male', ageYears: 55 })
  const { fileId } = await nurse.upload(Uint8Array.from(writeScp(recording)))
  const patient = { unknown: true, sex: 'male', ageYears: 60, description: 'bench' }
  const sent = await nurse.post<{ caseId: string }>('cases', { patient, emergency, clinical, fileIds: [fileId] })
  return sent.caseId
}

/** Copies of one closed case over three years, five to a person, with the events that later questions look at. */
export async function makePast(client: Client, base: string, crew: Crew, count: number): Promise<void> {
  const template = await closedCase(base, crew)
  const stepMs = Math.floor((PAST_DAYS * 86_400_000) / count)
  const beganMs = Date.now() - stepMs * (count + 1)
  const atMs = `${beganMs} + i::bigint * ${stepMs}`
  const persons = Math.ceil(count / PERSONS_PER_CASE)
  const person = (number: string) => idOf('patient', number, String(beganMs))
  const ofCase = `t.case_id = '${template}'`
  await clone(client, {
    table: 'patient',
    from: `t.id = (SELECT patient_id FROM referral_case WHERE id = '${template}')`,
    count: persons,
    atMs: String(beganMs),
    values: { id: person('i'), description: "'past'" },
  })
  await clone(client, {
    table: 'referral_case',
    from: `t.id = '${template}'`,
    count,
    atMs,
    values: {
      id: idOf('case', 'i', atMs),
      number: "nextval(pg_get_serial_sequence('referral_case', 'number'))",
      patient_id: person(`1 + i % ${persons}`),
      class: `(CASE WHEN i % 10 < 1 THEN 'EMERGENT' WHEN i % 10 < 4 THEN 'URGENT' ELSE 'ROUTINE' END)::"CaseClass"`,
      facility_id: facilityOf(crew),
    },
  })
  for (const [offset, type] of ['claim', 'close'].entries())
    await clone(client, {
      table: 'case_event',
      from: `${ofCase} AND t.type = '${type}'`,
      count,
      atMs,
      values: { id: idOf('event', 'i', atMs, offset), case_id: idOf('case', 'i', atMs), facility_id: facilityOf(crew) },
    })
}

/** Copies of one waiting case of each class, sent within the last hours, each of a person and with an ECG of its own. */
export async function makeOpen(client: Client, base: string, crew: Crew, count: number): Promise<void> {
  const nurse = callerOf(base, crew.nurses[0])
  for (const [place, sent] of SENT.entries()) {
    const template = await sentCase(nurse, sent)
    const copies = Math.round((count * sent.share) / 100) - 1
    // Numbers of their own beside those of the past and of the other classes.
    const number = `${(place + 1) * 100_000_000} + i`
    const sinceMinutes = sent.emergency ? 9 : OPEN_MINUTES
    const atMs = `${Date.now()} - i::bigint * ${Math.floor((sinceMinutes * 60_000) / copies)}`
    const caseId = idOf('case', number, atMs)
    const ids = { case_id: caseId, file_id: idOf('file', number, atMs) }
    const files = `SELECT file_id FROM case_file WHERE case_id = '${template}'`
    const one = { count: copies, atMs }
    await clone(client, {
      ...one,
      table: 'patient',
      from: `t.id = (SELECT patient_id FROM referral_case WHERE id = '${template}')`,
      values: { id: idOf('patient', number, atMs) },
    })
    await clone(client, {
      ...one,
      table: 'referral_case',
      from: `t.id = '${template}'`,
      values: {
        id: caseId,
        number: "nextval(pg_get_serial_sequence('referral_case', 'number'))",
        patient_id: idOf('patient', number, atMs),
        facility_id: facilityOf(crew),
      },
    })
    await clone(client, { ...one, table: 'stored_file', from: `t.id IN (${files})`, values: { id: ids.file_id } })
    await clone(client, {
      ...one,
      table: 'recording',
      from: `t.file_id IN (${files})`,
      values: { id: idOf('recording', number, atMs), file_id: ids.file_id },
    })
    await clone(client, { ...one, table: 'case_file', from: `t.case_id = '${template}'`, values: ids })
    await clone(client, {
      ...one,
      table: 'class_computation',
      from: `t.case_id = '${template}'`,
      values: { id: idOf('computation', number, atMs), case_id: caseId },
    })
    for (const [offset, type] of ['create', 'submit', 'triage'].entries())
      await clone(client, {
        ...one,
        table: 'case_event',
        from: `t.case_id = '${template}' AND t.type = '${type}'`,
        values: { id: idOf('event', number, atMs, offset), case_id: caseId },
      })
  }
}

/** SQL: the facilities in turn. */
function facilityOf({ nurses }: Crew): string {
  const ids = nurses.map(({ facilityId }) => `'${facilityId}'`).join(', ')
  return `(ARRAY[${ids}]::uuid[])[1 + i % ${nurses.length}]`
}
