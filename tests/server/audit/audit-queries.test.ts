import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listAudit, listAuditActors } from '@/server/audit/audit-queries'
import { recordAudit } from '@/server/audit/record-audit'
import type { Context } from '@/server/context'
import { rolledBack } from '../../support/database'
import { OTHER_REGION, openOffice, REGION } from '../../support/office'

describe('listAudit', () => {
  it('shows who did what where, newest first, and that it was read', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const nurse = await office.contextOf('nurse')
      const entityId = randomUUID()
      await act(nurse, 'case.submit', entityId, 0)
      await act(nurse, 'case.acknowledge', entityId, 1)
      const ctx = await office.contextOf('auditor')

      const { items } = await listAudit(ctx, { actorId: nurse.actor.userId })
      expect(items.map((item) => item.action)).toEqual(['case.acknowledge', 'case.submit'])
      expect(items[0]).toMatchObject({ actorName: 'The nurse', actorRole: 'nurse', entityType: 'case', entityId })
      expect(items[0]?.facilityName).toContain('Hospital')
      const own = await listAudit(ctx, { actorId: ctx.actor.userId })
      expect(own.items.map((item) => item.action)).toEqual(['audit.read', 'audit.read'])
      expect(own.items.at(-1)?.detail).toEqual({ actorId: nurse.actor.userId })
    }))

  it('filters by subject, by action and by time', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const nurse = await office.contextOf('nurse')
      for (const [minute, action] of ['case.submit', 'case.cancel', 'file.upload'].entries()) {
        await act(nurse, action, randomUUID(), minute)
      }
      const ctx = await office.contextOf('auditor')
      const actionsOf = async (filter: Record<string, string>) =>
        (await listAudit(ctx, { actorId: nurse.actor.userId, ...filter })).items.map((item) => item.action)
      expect(await actionsOf({ action: 'case' })).toEqual(['case.cancel', 'case.submit'])
      expect(await actionsOf({ action: 'case.cancel' })).toEqual(['case.cancel'])
      expect(await actionsOf({ from: minute(1), to: minute(2) })).toEqual(['case.cancel'])
    }))

  it('goes on page by page without a gap, also within one moment', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const nurse = await office.contextOf('nurse')
      for (let index = 0; index < 5; index += 1) await act(nurse, 'case.submit', `${index}`, 0)
      const ctx = await office.contextOf('auditor')
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page = await listAudit(ctx, { actorId: nurse.actor.userId, limit: '2', ...(cursor ? { cursor } : {}) })
        seen.push(...page.items.map((item) => item.entityId))
        cursor = page.nextCursor
      } while (cursor)
      expect(seen.toSorted()).toEqual(['0', '1', '2', '3', '4'])
      await expect(listAudit(ctx, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_input' })
    }))

  it('shows a regional auditor the own regions only', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const nurse = await office.contextOf('nurse')
      await act(nurse, 'case.submit', randomUUID(), 0)
      const seenFrom = async (regionCode: string) => {
        const ctx = await office.contextOf('auditor', { regionCodes: [regionCode] })
        return (await listAudit(ctx, { actorId: nurse.actor.userId })).items.length
      }
      expect(await seenFrom(REGION)).toBe(1)
      expect(await seenFrom(OTHER_REGION)).toBe(0)
    }))

  it.each(['nurse', 'cardiologist', 'coordinator'] as const)('refuses a %s', (role) =>
    rolledBack(async (tx) => {
      const ctx = await (await openOffice(tx)).contextOf(role)
      await expect(listAudit(ctx, {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listAuditActors(ctx)).rejects.toMatchObject({ code: 'forbidden' })
    }),
  )
})

const minute = (index: number) => `2026-01-15T12:0${index}:00.000Z`

async function act(ctx: Context, action: string, entityId: string, atMinute: number): Promise<void> {
  const then = { ...ctx, now: () => new Date(minute(atMinute)) }
  await recordAudit(ctx.db, then, { action, entityType: action.split('.')[0] ?? '', entityId })
}
