import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createLink, findLink } from '@/server/auth/one-time-link'
import { type Context, systemContext } from '@/server/context'
import type { Tx } from '@/server/db/client'
import { updatePerson } from '@/server/users/update-person'
import { listPeople } from '@/server/users/user-queries'
import { NOON, ownDatabase, rolledBack } from '../../support/database'
import { auditOf, OTHER_REGION, openOffice, REGION } from '../../support/office'

const LATER = new Date('2026-01-16T12:00:00Z')

describe('updatePerson', () => {
  it('changes a name without signing anybody out', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const nurse = await office.contextOf('nurse')
      const { userId } = nurse.actor
      await openAccess(tx, userId)
      const changed = await updatePerson(await office.contextOf('admin'), userId, { name: 'Tosheva', title: 'Doctor' })
      expect(changed).toMatchObject({ name: 'Tosheva', title: 'Doctor', role: 'nurse', facilityId: office.hospitalId })
      expect(await livingAccess(tx, userId)).toEqual({ sessions: 1, tokens: 1 })
      expect(await auditOf(tx, userId)).toEqual(['user.change'])
    }))

  it('gives another role with its regions, drops the facility, and ends the sessions', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const { userId } = (await office.contextOf('nurse')).actor
      await openAccess(tx, userId)
      const change = { role: 'auditor', regionCodes: [REGION] }
      const changed = await updatePerson(await office.contextOf('admin'), userId, change)
      expect(changed).toMatchObject({ role: 'auditor', facilityId: null, regionCodes: [REGION] })
      expect(await livingAccess(tx, userId)).toEqual({ sessions: 0, tokens: 1 })
    }))

  it('ends every session, token and link of a deactivated person', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const admin = await office.contextOf('admin')
      const { userId } = (await office.contextOf('nurse')).actor
      await openAccess(tx, userId)
      const secret = await linkOf(tx, admin, userId)

      expect(await updatePerson(admin, userId, { isActive: false })).toMatchObject({ isActive: false })
      expect(await livingAccess(tx, userId)).toEqual({ sessions: 0, tokens: 0 })
      await updatePerson(admin, userId, { isActive: true })
      expect(await findLink(secret, tx, NOON)).toBeNull()
      expect(await auditOf(tx, userId)).toEqual(['user.deactivate', 'user.activate'])
    }))

  it.each([
    ['deactivate', { isActive: false }],
    ['demote', { role: 'auditor' }],
  ])('lets no admin %s the own account', (_name, change) =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      await office.contextOf('admin')
      const ctx = await office.contextOf('admin')
      await expect(updatePerson(ctx, ctx.actor.userId, change)).rejects.toMatchObject({
        code: 'conflict',
        fields: [{ code: 'own_account' }],
      })
    }),
  )

  it('lets an admin change the own name', () =>
    rolledBack(async (tx) => {
      const ctx = await (await openOffice(tx)).contextOf('admin')
      expect(await updatePerson(ctx, ctx.actor.userId, { name: 'Rahimova' })).toMatchObject({ name: 'Rahimova' })
    }))

  it('never takes the last admin of the country away', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const { userId } = (await office.contextOf('admin')).actor
      await office.contextOf('admin', { passwordHash: null })
      await office.contextOf('admin', { regionCodes: [REGION] })
      await office.contextOf('admin', { isActive: false })
      const ctx = systemContext(tx, () => NOON)
      for (const change of [{ isActive: false }, { role: 'auditor' }, { regionCodes: [REGION] }]) {
        await expect(updatePerson(ctx, userId, change)).rejects.toMatchObject({
          code: 'conflict',
          fields: [{ code: 'last_admin' }],
        })
      }
    }))

  it('leaves one of two admins who deactivate each other at the same moment', () =>
    ownDatabase(async (db) => {
      const [first, second] = await db.$transaction(async (tx) => {
        const office = await openOffice(tx)
        return [await office.contextOf('admin'), await office.contextOf('admin')] as const
      })
      const outcomes = await Promise.allSettled([
        updatePerson({ ...first, db }, second.actor.userId, { isActive: false }),
        updatePerson({ ...second, db }, first.actor.userId, { isActive: false }),
      ])
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await db.user.count({ where: { isActive: true, membership: { role: 'admin' } } })).toBe(1)
    }))

  it('hides people outside the own regions from a regional admin', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin', { regionCodes: [REGION] })
      const nurse = await office.contextOf('nurse')
      const outside = [
        await office.contextOf('admin'),
        await office.contextOf('cardiologist', { regionCodes: [REGION, OTHER_REGION] }),
      ]
      const seen = (await listPeople(ctx)).filter((person) => person.isActive).map((person) => person.userId)
      expect(seen.toSorted()).toEqual([ctx.actor.userId, nurse.actor.userId].toSorted())
      for (const { actor } of outside) {
        await expect(updatePerson(ctx, actor.userId, { name: 'x' })).rejects.toMatchObject({ code: 'not_found' })
      }
    }))

  it('refuses a nurse, and does not know people who are not there', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      await expect(updatePerson(await office.contextOf('nurse'), randomUUID(), {})).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(updatePerson(await office.contextOf('admin'), randomUUID(), {})).rejects.toMatchObject({
        code: 'not_found',
      })
    }))
})

async function openAccess(tx: Tx, userId: string): Promise<void> {
  const dates = { createdAt: NOON, expiresAt: LATER }
  await tx.session.create({ data: { userId, ...dates, tokenHash: hashOfNothing() } })
  await tx.personalToken.create({ data: { userId, ...dates, name: 'cart', tokenHash: hashOfNothing() } })
}

async function livingAccess(tx: Tx, userId: string): Promise<{ sessions: number; tokens: number }> {
  const where = { userId, revokedAt: null }
  return { sessions: await tx.session.count({ where }), tokens: await tx.personalToken.count({ where }) }
}

async function linkOf(tx: Tx, ctx: Context, userId: string): Promise<string> {
  const { link } = await createLink(tx, ctx, userId, 'password_reset')
  return new URL(link).pathname.replace('/link/', '')
}

function hashOfNothing(): Buffer<ArrayBuffer> {
  return Buffer.from(randomUUID().replaceAll('-', '').repeat(2), 'hex')
}
