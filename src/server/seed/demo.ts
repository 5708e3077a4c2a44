import 'server-only'
import type { SubmitCaseInput } from '@/cases/api/inputs'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { writeScp } from '@/ecg/writers/scp'
import { saveDraft } from '../cases/save-draft'
import { submitCase } from '../cases/submit-case'
import { type Actor, type Context, SYSTEM_USER_ID } from '../context'
import type { Db } from '../db/client'
import { keepAndRead, saveFile, sha256Of } from '../files/upload-file'
import type { DemoCase } from './demo-case'
import { OPEN_CASES } from './demo-open-cases'
import { PAST_CASES } from './demo-past-cases'
import { madeUpPinfl } from './demo-pinfl'
import { seedDemoPlaces } from './demo-places'
import { takeStep } from './demo-steps'

const DEMO_CASES = [...PAST_CASES, ...OPEN_CASES]

/** Fills an empty database with a made-up region, through the same verbs that people use. Answers what was made. */
export async function seedDemo(db: Db, now: Date): Promise<string> {
  const people = await db.$transaction((tx) => seedDemoPlaces(tx, new Date(now.getTime() - 7 * 24 * 3_600_000)))
  const readers = ['cardiologist@surxon.demo', 'cardiologist2@surxon.demo'].flatMap(
    (email) => people.staff[email] ?? [],
  )
  for (const [index, demo] of DEMO_CASES.entries()) {
    const nurse = people.nurses[demo.from]
    const reader = readers[index % readers.length]
    if (nurse && reader) await seedCase(db, { demo, nurse, reader, index, now })
  }
  return `${DEMO_CASES.length} made-up cases`
}

type Play = {
  readonly demo: DemoCase
  readonly nurse: Actor
  readonly reader: Actor
  readonly index: number
  readonly now: Date
}

async function seedCase(db: Db, { demo, nurse, reader, index, now }: Play): Promise<void> {
  const sentAt = new Date(now.getTime() - demo.minutesAgo * 60_000)
  const asNurse = contextAt(db, nurse, sentAt)
  const fileIds = await seedFiles(asNurse, demo, index)
  const input = inputOf(demo, fileIds, index, sentAt)
  if (demo.ecg === 'draft') {
    await saveDraft(asNurse, { form: { clinical: input.clinical, patient: input.patient }, fileIds })
    return
  }
  const { caseId } = await submitCase(asNurse, input)
  // Each step comes a little later than the one before, and never after now.
  const stepMs = Math.min(70_000, (demo.minutesAgo * 60_000) / (demo.steps.length + 1))
  for (const [order, step] of demo.steps.entries()) {
    const at = new Date(sentAt.getTime() + (order + 1) * stepMs)
    await takeStep(contextAt(db, nurse, at), contextAt(db, reader, at), caseId, step)
  }
}

async function seedFiles(asNurse: Context, demo: DemoCase, index: number): Promise<string[]> {
  if (demo.ecg === 'on_its_way' || demo.ecg === 'draft') return []
  if (demo.ecg === 'unreadable') {
    const note = new TextEncoder().encode('DEMO: this stands for an export that no reader understands yet.\n')
    return [await upload(asNurse, 'export.rcd', note)]
  }
  const { recording } = makeEcg({
    scenario: demo.ecg.scenario,
    ...(demo.ecg.rhythm ? { rhythm: demo.ecg.rhythm } : {}),
    seed: 1000 + index,
    sex: demo.sex,
    ageYears: demo.age,
  })
  const at = new Date(asNurse.now().getTime() - 2 * 60_000 + 5 * 3_600_000)
  const bytes = writeScp({
    ...recording,
    recordedAt: { local: at.toISOString().slice(0, 19), utcOffsetMinutes: 300 },
    patient: {
      ...recording.patient,
      familyName: demo.name?.[0] ?? null,
      givenName: demo.name?.[1] ?? null,
      sex: demo.sex,
    },
  })
  return [await upload(asNurse, `demo-${index + 1}.scp`, new Uint8Array(bytes))]
}

async function upload(asNurse: Context, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sha256 = sha256Of(bytes)
  return (await saveFile(asNurse, await keepAndRead(asNurse, { name, bytes, sha256 }))).fileId
}

function inputOf(demo: DemoCase, fileIds: string[], index: number, sentAt: Date): SubmitCaseInput {
  const isPain = (demo.clinical.painNow ?? 0) > 0
  const onsetAt = new Date(sentAt.getTime() - (35 + ((index * 17) % 90)) * 60_000)
  return {
    patient: patientOf(demo, index, sentAt),
    emergency: demo.isEmergency ?? false,
    clinical: { ...demo.clinical, ...(isPain ? { painOnsetAt: onsetAt.toISOString() } : {}) },
    fileIds,
    filesExpected: fileIds.length === 0 ? 1 : 0,
    mismatchConfirmed: false,
  }
}

function patientOf(demo: DemoCase, index: number, at: Date): SubmitCaseInput['patient'] {
  if (!demo.name) return { unknown: true, sex: demo.sex, ageYears: demo.age }
  const birthDate = new Date(Date.UTC(at.getUTCFullYear() - demo.age, index % 10, 1 + ((index * 7) % 28)))
    .toISOString()
    .slice(0, 10)
  const [familyName, givenName] = demo.name
  return { familyName, givenName, sex: demo.sex, birthDate, pinfl: madeUpPinfl(demo.sex, birthDate, index) }
}

function contextAt(db: Db, actor: Actor, at: Date): Context {
  if (actor.userId === SYSTEM_USER_ID) throw new Error('a demo step needs a person')
  return { actor, db, now: () => at, sessionId: null }
}
