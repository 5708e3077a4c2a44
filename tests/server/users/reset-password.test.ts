import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createToken } from '@/server/account/create-token'
import { setPassword } from '@/server/account/set-password'
import { hashPassword, verifyPassword } from '@/server/auth/password'
import { systemContext } from '@/server/context'
import { ensureAdmin } from '@/server/users/ensure-admin'
import { resetPassword } from '@/server/users/reset-password'
import { NOON, rolledBack } from '../../support/database'
import { auditOf, openOffice } from '../../support/office'

const secretOf = (link: string) => new URL(link).pathname.replace('/link/', '')

describe('resetPassword', () => {
  it('ends the old password and the tokens, and gives a link that sets a new one', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const admin = await office.contextOf('admin')
      const nurse = await office.contextOf('nurse', { passwordHash: await hashPassword('tulip carpet engine') })
      const { userId } = nurse.actor
      await createToken({ ...nurse, sessionId: randomUUID() }, { name: 'cart', days: 30 })

      const { link } = await resetPassword(admin, userId)
      expect(await tx.user.findUnique({ where: { id: userId } })).toMatchObject({ passwordHash: null })
      expect(await tx.personalToken.count({ where: { userId, revokedAt: null } })).toBe(0)
      await setPassword(tx, { token: secretOf(link), newPassword: 'river plum thunder' }, NOON)
      const { passwordHash } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
      expect(await verifyPassword(passwordHash, 'river plum thunder')).toBe(true)
      expect(await auditOf(tx, userId)).toEqual(['user.reset-password', 'account.set-password'])
    }))

  it('lets only the newest link work', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const admin = await office.contextOf('admin')
      const { userId } = (await office.contextOf('nurse')).actor
      const first = await resetPassword(admin, userId)
      await resetPassword(admin, userId)
      const late = setPassword(tx, { token: secretOf(first.link), newPassword: 'river plum thunder' }, NOON)
      await expect(late).rejects.toMatchObject({ code: 'link_expired' })
    }))

  it('refuses the own account, an inactive one, and everybody but an admin', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const admin = await office.contextOf('admin')
      const resting = await office.contextOf('nurse', { isActive: false })
      await expect(resetPassword(admin, admin.actor.userId)).rejects.toMatchObject({ code: 'conflict' })
      await expect(resetPassword(admin, resting.actor.userId)).rejects.toMatchObject({ code: 'conflict' })
      const coordinator = await office.contextOf('coordinator')
      await expect(resetPassword(coordinator, admin.actor.userId)).rejects.toMatchObject({ code: 'forbidden' })
    }))
})

describe('ensureAdmin', () => {
  it('makes the first admin of an installation, in nobody’s name', () =>
    rolledBack(async (tx) => {
      await openOffice(tx)
      const { userId, isNew, link } = await ensureAdmin(
        systemContext(tx, () => NOON),
        { email: 'First@Ministry.uz' },
      )
      expect(isNew).toBe(true)
      expect(link).toMatch(/^http:\/\/localhost:3000\/link\/[\w-]{43}$/)
      expect(await tx.membership.findUnique({ where: { userId } })).toMatchObject({ role: 'admin', facilityId: null })
      expect(await tx.auditEvent.findFirst({ where: { entityId: userId } })).toMatchObject({
        action: 'user.invite',
        actorId: null,
        actorRole: null,
      })
    }))

  it('lets an admin who lost the way back in, even a deactivated one', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const { actor } = await office.contextOf('admin', { isActive: false })
      const result = await ensureAdmin(
        systemContext(tx, () => NOON),
        { email: actor.email },
      )
      expect(result).toMatchObject({ userId: actor.userId, isNew: false })
      expect(await tx.user.findUnique({ where: { id: actor.userId } })).toMatchObject({ isActive: true })
    }))

  it('makes nobody of another role an admin', () =>
    rolledBack(async (tx) => {
      const { actor } = await (await openOffice(tx)).contextOf('nurse')
      const attempt = ensureAdmin(
        systemContext(tx, () => NOON),
        { email: actor.email },
      )
      await expect(attempt).rejects.toMatchObject({ code: 'conflict' })
    }))
})
