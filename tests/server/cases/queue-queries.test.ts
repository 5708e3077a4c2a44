import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compareQueued, queueKeyAt } from '@/cases/queue-order'
import { CASE_CLASSES } from '@/cases/values'
import { listQueue } from '@/server/cases/queue-queries'
import { submitCase } from '@/server/cases/submit-case'
import type { Context } from '@/server/context'
import { auditOf, caseIn, caseInput, OTHER_PERSON, REACHABLE, refusal, sendCase } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { PNG_FILE, upload, uploadUnreadable } from '../../support/files'
import { at, type Cast, makeCast, REGION } from '../../support/people'

const queueOf = async (cast: Cast, limit = 500) =>
  (await listQueue(cast.cardiologist, { limit })).items.map((item) => item.caseId)

describe('the queue', () => {
  it('holds what waits or is read, and beside it the answers that nobody has confirmed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const all = new Map<string, string>()
      for (const state of REACHABLE) all.set(state, await caseIn(cast, state))
      const queue = await listQueue(cast.coordinator, {})
      const named = (states: readonly string[]) => states.map((state) => all.get(state)).toSorted()
      expect(queue.items.map((item) => item.caseId).toSorted()).toEqual(named(['TRIAGED', 'CLAIMED', 'IN_REVIEW']))
      expect(queue.unconfirmed.map((item) => item.caseId).toSorted()).toEqual(named(['RECOMMENDED', 'REPORTED']))
      expect(queue.nextCursor).toBeNull()
    }))

  it('has the order of clinical.md C5 on any cases', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const patient = await tx.patient.create({
        data: { isUnknown: true, sex: 'male', ageYears: 60, createdAt: NOON },
      })
      // A fixed, uneven spread: every class, many acuities, times that often tie.
      const cases = Array.from({ length: 90 }, (_, index) => ({
        id: randomUUID(),
        class: CASE_CLASSES[index % 3] ?? 'ROUTINE',
        acuity: (index * 37) % 101,
        submittedAt: new Date(NOON.getTime() - ((index * 53) % 40) * 60_000),
      }))
      await tx.case.createMany({
        data: cases.map((one) => ({
          ...one,
          state: 'TRIAGED',
          queueKeyAt: queueKeyAt(one.class, one.acuity, one.submittedAt),
          isEmergency: false,
          facilityId: cast.nurse.actor.facilityId ?? '',
          regionCode: REGION,
          patientId: patient.id,
          createdById: cast.nurse.actor.userId,
          clinical: { reasons: ['follow_up'] },
          warnings: [],
          createdAt: one.submittedAt,
          clockStartedAt: one.submittedAt,
          openDueAt: NOON,
          answerDueAt: NOON,
        })),
      })
      const order = cases.toSorted(compareQueued).map((one) => one.id)
      expect(await queueOf(cast)).toEqual(order)
      expect(await queueOf(cast, 40)).toEqual(order.slice(0, 40))
      // Thirty cases are EMERGENT: no limit cuts them off.
      expect(await queueOf(cast, 5)).toEqual(order.slice(0, 30))
    }))

  it('keeps a claimed case at its place and names its reader', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const first = await caseIn(cast, 'IN_REVIEW')
      const second = await sendCase(at(cast.nurse, 60))
      const { items } = await listQueue(cast.cardiologist2, {})
      expect(items.map((item) => [item.caseId, item.reader?.name ?? null])).toEqual([
        [first, cast.cardiologist.actor.name],
        [second, null],
      ])
      expect(items[0]?.reader?.isMine).toBe(false)
    }))

  it('shows on each row what the nurse entered', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const clinical = {
        reasons: ['chest_pain' as const],
        painNow: 6,
        painOnsetAt: '2026-01-15T16:30:00+05:00',
        systolicMmHg: 140,
        diastolicMmHg: 90,
        heartRateBpm: 88,
        spo2Percent: 97,
      }
      const { number } = await submitCase(cast.nurse, caseInput([await upload(cast.nurse)], { clinical }))
      const [item] = (await listQueue(cast.cardiologist, {})).items
      const { painOnsetAt: _, ...measured } = clinical
      expect(item).toMatchObject({
        ...measured,
        number,
        painOnsetAt: '2026-01-15T11:30:00.000Z',
        patientName: 'Sinov Bemor',
        ageYears: 55,
        sex: 'male',
        facilityName: cast.nurse.actor.facilityName,
        ecg: 'waveform',
        hasWarnings: false,
        isCancelRequested: false,
      })
      expect(item?.recordingId).not.toBeNull()
    }))

  it.each([
    ['waveform', [upload, uploadUnreadable]],
    ['unreadable', [uploadUnreadable]],
    ['on_its_way', []],
  ] satisfies [string, ((ctx: Context) => Promise<string>)[]][])('says that the ECG is %s', (ecg, uploads) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const fileIds: string[] = []
      for (const kind of uploads) fileIds.push(await kind(cast.nurse))
      await sendCase(cast.nurse, { fileIds, filesExpected: 1 })
      expect((await listQueue(cast.cardiologist, {})).items[0]?.ecg).toBe(ecg)
    }),
  )

  it('says that the ECG is a picture', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await sendCase(cast.nurse, { fileIds: [await upload(cast.nurse, PNG_FILE, 'ecg.png')] })
      expect((await listQueue(cast.cardiologist, {})).items[0]).toMatchObject({ ecg: 'picture', recordingId: null })
    }))

  it('ends at the border of the region', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const near = await sendCase(cast.nurse)
      const far = await sendCase(cast.farNurse, { patient: OTHER_PERSON })
      expect(await queueOf(cast)).toEqual([near])
      expect((await listQueue(cast.farCardiologist, {})).items.map((item) => item.caseId)).toEqual([far])
      expect(await auditOf(tx, near)).not.toContain('case.read')
    }))

  it.each(['nurse', 'admin', 'auditor'] as const)('is not for a %s', (role) =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      expect(await refusal(listQueue(cast[role], {}))).toBe('forbidden')
    }),
  )

  it('has a limit of a thousand', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      expect(await refusal(listQueue(cast.cardiologist, { limit: '1001' }))).toBe('invalid_input')
      expect(await refusal(listQueue(cast.cardiologist, { limit: '0' }))).toBe('invalid_input')
    }))
})
