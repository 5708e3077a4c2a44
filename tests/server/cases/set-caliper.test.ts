import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Caliper } from '@/ecg/calipers/caliper'
import { getCase } from '@/server/cases/case-queries'
import { setCaliper } from '@/server/cases/set-caliper'
import { writeReport } from '@/server/cases/write-report'
import { auditOf, caseIn, eventsOf, REPORT, refusal } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { type Cast, makeCast } from '../../support/people'

const QT: Caliper = {
  kind: 'qt',
  lead: 'II',
  fromMs: 1200,
  toMs: 1600,
  fromUv: null,
  toUv: null,
  rrMs: 800,
  errorMs: 4,
  errorUv: 10,
  picture: null,
}

async function measured(cast: Cast, state: Parameters<typeof caseIn>[1] = 'IN_REVIEW') {
  const caseId = await caseIn(cast, state)
  const { files } = await getCase(cast.nurse, caseId)
  return { caseId, recordingId: files[0]?.recording?.recordingId ?? '', caliperId: randomUUID() }
}

describe('a caliper', () => {
  it('is kept with author and time, for both sides, with its event and its trail', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: QT })
      const [kept] = (await getCase(cast.nurse, caseId)).calipers

      expect(kept).toMatchObject({ ...place, caliper: QT, at: cast.cardiologist.now().toISOString() })
      expect(kept?.by.id).toBe(cast.cardiologist.actor.userId)
      expect(await eventsOf(tx, caseId)).toContain('measure')
      expect(await auditOf(tx, caseId)).toContain('caliper.set')
    }))

  it('is moved and taken away step by step, nothing overwritten', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: QT })
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: { ...QT, toMs: 1640 } })
      expect((await getCase(cast.cardiologist, caseId)).calipers).toMatchObject([{ caliper: { toMs: 1640 } }])

      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: null })
      expect((await getCase(cast.cardiologist, caseId)).calipers).toEqual([])
      expect(await tx.caliperEntry.count({ where: { caseId } })).toBe(3)
      expect(await auditOf(tx, caseId)).toContain('caliper.remove')
    }))

  it('belongs to who set it; the other side sets one of its own', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: QT })

      expect(await refusal(setCaliper(cast.nurse, caseId, { ...place, caliper: null }))).toBe('forbidden')
      await setCaliper(cast.nurse, caseId, { ...place, caliperId: randomUUID(), caliper: { ...QT, kind: 'pr' } })
      expect((await getCase(cast.cardiologist, caseId)).calipers).toHaveLength(2)
    }))

  it('that lay on the ECG when the report was signed stays with it', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      const gone = { ...place, caliperId: randomUUID() }
      await setCaliper(cast.cardiologist, caseId, { ...gone, caliper: QT })
      await setCaliper(cast.cardiologist, caseId, { ...gone, caliper: null })
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: QT })
      await writeReport(cast.cardiologist, caseId, { ...REPORT, sign: true })
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: { ...QT, toMs: 1700 } })
      const view = await getCase(cast.nurse, caseId)

      expect(view.calipers).toMatchObject([{ caliper: { toMs: 1700 } }])
      expect(view.report?.calipers).toMatchObject([{ caliperId: place.caliperId, caliper: { toMs: 1600 } }])
    }))

  it('is refused on another case’s ECG, out of scope, by whoever only looks, and when the case is closed', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      const other = await measured(cast)
      const set = (ctx: typeof cast.nurse, change = {}) => setCaliper(ctx, caseId, { ...place, caliper: QT, ...change })

      expect(await refusal(set(cast.cardiologist, { recordingId: other.recordingId }))).toBe('not_found')
      expect(await refusal(set(cast.farCardiologist))).toBe('not_found')
      expect(await refusal(set(cast.coordinator))).toBe('forbidden')
      const closed = await measured(cast, 'CLOSED')
      const { caseId: closedId, ...there } = closed
      expect(await refusal(setCaliper(cast.cardiologist, closedId, { ...there, caliper: QT }))).toBe('conflict')
    }))

  it('is refused with numbers that no ECG has', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      for (const wrong of [{ toMs: Number.MAX_VALUE }, { kind: 'guess' }, { lead: 'V99' }, { rrMs: 1 }]) {
        const caliper = { ...QT, ...wrong }
        expect(await refusal(setCaliper(cast.cardiologist, caseId, { ...place, caliper }))).toBe('invalid_input')
      }
    }))

  it('cannot be rewritten in the database', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const { caseId, ...place } = await measured(cast)
      await setCaliper(cast.cardiologist, caseId, { ...place, caliper: QT })
      await expect(tx.caliperEntry.deleteMany({ where: { caseId } })).rejects.toThrow()
    }))
})
