/** Cases for tests, brought to any state by the verbs themselves, and what can be said about them afterwards. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { z } from 'zod'
import type { SubmitCaseInput } from '@/cases/api/inputs'
import { CASE_STATES, type CaseState, isEnded } from '@/cases/case-state'
import { PROTOCOL } from '@/cases/report/protocol'
import { EMPTY_STRUCTURE, type ReportStructure } from '@/cases/report/structure'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { cancelCase } from '@/server/cases/cancel-case'
import { claimCase } from '@/server/cases/claim-case'
import { closeCase } from '@/server/cases/close-case'
import { giveVerdict } from '@/server/cases/give-verdict'
import { openCase } from '@/server/cases/open-case'
import { saveDraft } from '@/server/cases/save-draft'
import { submitCase } from '@/server/cases/submit-case'
import { writeReport } from '@/server/cases/write-report'
import type { Context } from '@/server/context'
import type { Db } from '@/server/db/client'
import { problemOf } from '@/server/http/problem'
import { upload } from './files'
import type { Cast } from './people'

export type CaseInput = z.input<typeof SubmitCaseInput>

export const PERSON = {
  pinfl: '31503705120012',
  familyName: 'Sinov',
  givenName: 'Bemor',
  sex: 'male',
  birthDate: '1970-03-15',
} as const
export const OTHER_PERSON = {
  pinfl: '60512015120021',
  familyName: 'Boshqa',
  givenName: 'Odam',
  sex: 'female',
  birthDate: '2001-12-05',
} as const
export const REPORT = { conclusion: 'Sinus rhythm.', recommendation: 'Repeat when the pain comes back.' } as const

/** A case as the nurse sends it: URGENT, because nothing analyses the ECG. */
export function caseInput(fileIds: readonly string[], more: Partial<CaseInput> = {}): CaseInput {
  return { patient: PERSON, clinical: { reasons: ['dyspnoea'] }, fileIds: [...fileIds], ...more }
}

export async function sendCase(nurse: Context, more: Partial<CaseInput> = {}): Promise<string> {
  const { caseId } = await submitCase(nurse, caseInput(more.fileIds ?? [await upload(nurse)], more))
  return caseId
}

const STEPS = {
  claim: ({ cardiologist }, id) => claimCase(cardiologist, id, {}),
  open: ({ cardiologist }, id) => openCase(cardiologist, id, {}),
  repeat: ({ cardiologist }, id) => giveVerdict(cardiologist, id, { verdict: 'repeat' }),
  verdict: ({ cardiologist }, id) => giveVerdict(cardiologist, id, { verdict: 'act_now' }),
  sign: ({ cardiologist }, id) => writeReport(cardiologist, id, { ...REPORT, sign: true }),
  acknowledge: ({ nurse }, id) => acknowledgeCase(nurse, id, { response: 'understood' }),
  close: ({ nurse }, id) => closeCase(nurse, id, { outcome: 'transferred' }),
  cancel: ({ nurse }, id) => cancelCase(nurse, id, { reason: 'test' }),
} as const satisfies Record<string, (cast: Cast, caseId: string) => Promise<unknown>>

const WAYS = {
  TRIAGED: [],
  CLAIMED: ['claim'],
  IN_REVIEW: ['claim', 'open'],
  RETURNED_FOR_REPEAT: ['claim', 'open', 'repeat'],
  RECOMMENDED: ['claim', 'open', 'verdict'],
  REPORTED: ['claim', 'open', 'sign'],
  ACKNOWLEDGED: ['claim', 'open', 'verdict', 'acknowledge'],
  CLOSED: ['claim', 'open', 'verdict', 'acknowledge', 'close'],
  CANCELLED: ['cancel'],
} as const satisfies Partial<Record<CaseState, readonly (keyof typeof STEPS)[]>>

/** The states that the verbs of today lead to. */
export const REACHABLE = ['DRAFT', ...(Object.keys(WAYS) as (keyof typeof WAYS)[])] as const
export type Reachable = (typeof REACHABLE)[number]

/** A case of the nurse in this state; the cardiologist is its reader. */
export async function caseIn(cast: Cast, state: Reachable, more: Partial<CaseInput> = {}): Promise<string> {
  if (state === 'DRAFT') return (await saveDraft(cast.nurse, { form: {}, fileIds: [] })).draftId
  const caseId = await sendCase(cast.nurse, more)
  for (const step of WAYS[state]) await STEPS[step](cast, caseId)
  return caseId
}

/** The code with which the work was refused; fails when it was not, or was broken by a bug. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  const problem = problemOf(error)
  if (problem) return problem.code
  if (error !== null) throw error
  return 'done'
}

/** In every state but these the verb is refused with `conflict`, whoever reads the case. */
export async function expectConflictOutside(
  allowed: readonly CaseState[],
  cast: Cast,
  verb: (caseId: string) => Promise<unknown>,
): Promise<void> {
  for (const [state, caseId] of await bareCases(cast)) {
    if (allowed.includes(state)) continue
    // A draft is nobody's but the facility's: for a reader it is not there.
    const refused = state === 'DRAFT' ? ['conflict', 'not_found'] : ['conflict']
    expect(refused, `in ${state}`).toContain(await refusal(verb(caseId)))
  }
}

/** One case in each state of the life cycle, also in those that no verb leads to yet; the cardiologist is the reader. */
async function bareCases({ db, nurse, cardiologist }: Cast): Promise<readonly (readonly [CaseState, string])[]> {
  const at = nurse.now()
  const patient = await db.patient.create({ data: { isUnknown: true, sex: 'male', ageYears: 60, createdAt: at } })
  const cases = CASE_STATES.map((state) => [state, randomUUID()] as const)
  await db.case.createMany({
    data: cases.map(([state, id]) => ({
      ...{ id, state, class: 'URGENT' as const, acuity: 0, queueKeyAt: at, isEmergency: false, createdAt: at },
      ...{ facilityId: nurse.actor.facilityId ?? '', regionCode: cardiologist.actor.regionCodes[0] ?? '' },
      ...{ createdById: nurse.actor.userId, clinical: { reasons: ['dyspnoea'] }, warnings: [] },
      ...(state === 'DRAFT'
        ? {}
        : { patientId: patient.id, submittedAt: at, clockStartedAt: at, openDueAt: at, answerDueAt: at }),
      ...{ readerId: cardiologist.actor.userId, claimedAt: at, leaseUntil: at },
      ...(isEnded(state) ? { endedAt: at, outcome: 'transferred' } : {}),
    })),
  })
  return cases
}

/** Types of the case's events, in order. */
export async function eventsOf(db: Db, caseId: string): Promise<string[]> {
  const rows = await db.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' }, select: { type: true } })
  return rows.map((row) => row.type)
}

/** The newest event of the case. */
export function lastEvent(db: Db, caseId: string) {
  return db.caseEvent.findFirstOrThrow({ where: { caseId }, orderBy: { seq: 'desc' } })
}

/** Audited actions on the entity, in order. */
export async function auditOf(db: Db, entityId: string): Promise<string[]> {
  const rows = await db.auditEvent.findMany({ where: { entityId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => row.action)
}

/** A whole structured report of a normal ECG. */
export const STRUCTURE: ReportStructure = {
  ...EMPTY_STRUCTURE,
  statements: [1, 20].map((code) => ({ code, modifiers: [], leads: [], secondary: [] })),
  conclusionText: 'Nothing new.',
  recommendations: [{ templateId: 'R18', params: { days: '30' }, deadlineMin: null }],
}

/** One of an anterior infarction that asks for fibrinolysis; nothing forbids it but what is answered with yes. */
export function lysisStructure(forbidden: readonly string[] = []): ReportStructure {
  const questions = PROTOCOL.questions.filter(({ kind }) => kind !== 'ask')
  return {
    ...EMPTY_STRUCTURE,
    statements: [
      { code: 3, modifiers: [], leads: [], secondary: [] },
      { code: 160, modifiers: [330, 363], leads: ['V1', 'V2', 'V3', 'V4'], secondary: [] },
    ],
    recommendations: [
      { templateId: 'R02', params: { lytic: 'tenecteplase', anticoagulant: 'enoxaparin' }, deadlineMin: 10 },
    ],
    answers: Object.fromEntries(questions.map(({ id }) => [id, forbidden.includes(id) ? 'yes' : 'no'])),
    given: { weightKg: 72, creatinineUmolL: null },
  }
}
