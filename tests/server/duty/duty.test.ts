import { describe, expect, it } from 'vitest'
import { getDuty } from '@/server/duty/duty-queries'
import { keepPresence } from '@/server/duty/presence'
import { setAway } from '@/server/duty/set-away'
import { setDuty } from '@/server/duty/set-duty'
import { auditOf, caseIn, refusal } from '../../support/cases'
import { NOON, rolledBack } from '../../support/database'
import { at, type Cast, makeCast, OTHER_REGION, REGION } from '../../support/people'

const readerOf = async (cast: Cast, seconds: number, person: 'cardiologist' | 'cardiologist2' = 'cardiologist') =>
  (await getDuty(at(cast.coordinator, seconds))).regions[0]?.readers.find(
    (reader) => reader.userId === cast[person].actor.userId,
  )

describe('who is on duty', () => {
  it('is set by the coordinator for the own region, and is in the trail', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const userIds = [cast.cardiologist.actor.userId]
      const [region] = (await setDuty(cast.coordinator, { regionCode: REGION, userIds })).regions
      expect(region?.isSet).toBe(true)
      expect(region?.readers.filter((reader) => reader.isOnDuty).map((reader) => reader.userId)).toEqual(userIds)
      expect(await auditOf(tx, cast.coordinator.actor.userId)).toContain('duty.set')
      const [open] = (await setDuty(cast.coordinator, { regionCode: REGION, userIds: [] })).regions
      expect(open?.isSet).toBe(false)
    }))

  it('can be nobody who does not read there', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const set = (ctx: Cast['nurse'], regionCode: string, person: 'nurse' | 'farCardiologist' | 'cardiologist') =>
        refusal(setDuty(ctx, { regionCode, userIds: [cast[person].actor.userId] }))
      expect(await set(cast.coordinator, REGION, 'nurse')).toBe('invalid_input')
      expect(await set(cast.coordinator, REGION, 'farCardiologist')).toBe('invalid_input')
      expect(await set(cast.coordinator, OTHER_REGION, 'farCardiologist')).toBe('not_found')
      expect(await set(cast.cardiologist, REGION, 'cardiologist')).toBe('forbidden')
      expect(await refusal(getDuty(cast.nurse))).toBe('forbidden')
    }))

  it('is there for three quarters of a minute after the last sign', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await keepPresence(tx, cast.cardiologist)
      expect(await readerOf(cast, 45)).toMatchObject({ isPresent: true, seenAt: NOON.toISOString() })
      expect(await readerOf(cast, 46)).toMatchObject({ isPresent: false })
      expect((await getDuty(at(cast.coordinator, 46))).regions[0]?.emptySince).toBe(NOON.toISOString())
    }))

  it('says that he is away, and is not counted though his page is open', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await setAway(cast.cardiologist, { isAway: true })
      expect(await readerOf(cast, 1)).toMatchObject({ isPresent: true, isAway: true })
      expect((await getDuty(at(cast.coordinator, 1))).regions[0]?.emptySince).not.toBeNull()
      const back = await setAway(at(cast.cardiologist, 5), { isAway: false })
      expect(back.regions[0]?.emptySince).toBeNull()
      expect(await refusal(setAway(cast.nurse, { isAway: true }))).toBe('forbidden')
    }))

  it('does not count a colleague who is there but not on duty', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      await keepPresence(tx, cast.cardiologist2)
      expect((await getDuty(cast.coordinator)).regions[0]?.emptySince).toBeNull()
      await setDuty(cast.coordinator, { regionCode: REGION, userIds: [cast.cardiologist.actor.userId] })
      expect((await getDuty(cast.coordinator)).regions[0]?.emptySince).not.toBeNull()
    }))

  it('is shown with what each reads', () =>
    rolledBack(async (tx) => {
      const cast = await makeCast(tx)
      const caseId = await caseIn(cast, 'IN_REVIEW')
      expect((await readerOf(cast, 5))?.reading).toMatchObject([{ caseId, claimedAt: NOON.toISOString() }])
      expect((await readerOf(cast, 5, 'cardiologist2'))?.reading).toEqual([])
    }))
})
