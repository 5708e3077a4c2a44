import { describe, expect, it } from 'vitest'
import { listFavourites, markFavourite } from '@/server/account/favourites'
import { auditOf, refusal } from '../../support/cases'
import { rolledBack } from '../../support/database'
import { at, makeCast } from '../../support/people'

describe('favourite statements', () => {
  it('are the reader’s own, the newest first', () =>
    rolledBack(async (tx) => {
      const { cardiologist, cardiologist2 } = await makeCast(tx)
      await markFavourite(cardiologist, { code: 20, isFavourite: true })
      expect(await markFavourite(at(cardiologist, 1), { code: 50, isFavourite: true })).toEqual({ codes: [50, 20] })
      expect(await markFavourite(at(cardiologist, 2), { code: 20, isFavourite: false })).toEqual({ codes: [50] })
      expect(await listFavourites(cardiologist2)).toEqual({ codes: [] })
      expect(await auditOf(tx, cardiologist.actor.userId)).toContain('account.favourite')
    }))

  it('are statements that can stand for themselves, for readers only', () =>
    rolledBack(async (tx) => {
      const { cardiologist, nurse } = await makeCast(tx)
      expect(await refusal(markFavourite(cardiologist, { code: 330, isFavourite: true }))).toBe('not_found')
      expect(await refusal(markFavourite(cardiologist, { code: 999, isFavourite: true }))).toBe('not_found')
      expect(await refusal(markFavourite(nurse, { code: 20, isFavourite: true }))).toBe('forbidden')
      expect(await refusal(listFavourites(nurse))).toBe('forbidden')
    }))
})
