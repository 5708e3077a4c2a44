import { describe, expect, it } from 'vitest'
import { claimNext } from '@/server/cases/claim-next'
import { auditOf, refusal, sendCase } from '../../support/cases'
import { ownDatabase, rolledBack } from '../../support/database'
import { uploadAnalysed } from '../../support/files'
import { at, type Cast, COMMITTED, makeCast } from '../../support/people'

const HOURS = 3600
const CHECK_UP = { clinical: { reasons: ['screening' as const] } }

async function sendRoutine(cast: Cast, seconds = 0): Promise<string> {
  const nurse = at(cast.nurse, seconds)
  return sendCase(nurse, { ...CHECK_UP, fileIds: [await uploadAnalysed(nurse, 'normal')] })
}

describe('claiming the next case', () => {
  it('gives the most urgent one, claimed, with its trail', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await sendCase(cast.nurse)
      const emergency = await sendCase(at(cast.nurse, 30), { emergency: true })
      const { case: given } = await claimNext(at(cast.cardiologist, 60), {})
      expect(given).toMatchObject({ caseId: emergency, state: 'CLAIMED', class: 'EMERGENT' })
      expect(await auditOf(tx, emergency)).toContain('case.claim')
    }))

  it('is nobody when nobody waits', () =>
    rolledBack(async (tx) => {
      const { cardiologist } = await makeCast(tx)
      expect(await claimNext(cardiologist, {})).toEqual({ case: null })
    }))

  it('gives an overdue ROUTINE case after three URGENT ones', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const routine = await sendRoutine(cast)
      const later = 3 * HOURS + 60
      for (let count = 0; count < 5; count++) await sendCase(at(cast.nurse, later))
      const classes: string[] = []
      for (let count = 0; count < 4; count++) {
        const { case: given } = await claimNext(at(cast.cardiologist, later + 60 + count), {})
        classes.push(given?.class ?? '')
        if (given?.class === 'ROUTINE') expect(given.caseId).toBe(routine)
      }
      expect(classes).toEqual(['URGENT', 'URGENT', 'URGENT', 'ROUTINE'])
    }))

  it('is not for a nurse, and not of another region', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await sendCase(cast.nurse)
      expect(await refusal(claimNext(cast.nurse, {}))).toBe('forbidden')
      expect(await claimNext(cast.farCardiologist, {})).toEqual({ case: null })
    }))

  it('gives readers who ask at once each a case of their own', () =>
    ownDatabase(async (db) => {
      const cast = await makeCast(db, COMMITTED)
      const ids = await Promise.all(Array.from({ length: 6 }, () => sendCase(cast.nurse)))
      const readers = [cast.cardiologist, cast.cardiologist2, cast.cardiologist]
      const given = await Promise.all([...readers, ...readers].map((reader) => claimNext(reader, {})))
      const claimed = given.flatMap((answer) => answer.case?.caseId ?? [])
      expect(claimed.toSorted()).toEqual(ids.toSorted())
    }))
})
