import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listSessions, listTokens } from '@/server/account/account-queries'
import { changePassword } from '@/server/account/change-password'
import { createToken } from '@/server/account/create-token'
import { issueToken } from '@/server/account/issue-token'
import { revokeSession } from '@/server/account/revoke-session'
import { revokeToken } from '@/server/account/revoke-token'
import { setPassword } from '@/server/account/set-password'
import { createLink } from '@/server/auth/one-time-link'
import { hashPassword, verifyPassword } from '@/server/auth/password'
import { type Context, systemContext } from '@/server/context'
import type { Tx } from '@/server/db/client'
import { NOON, rolledBack } from '../../support/database'
import { auditOf, openOffice } from '../../support/office'

const OLD = 'tulip carpet engine'
const NEW = 'river plum thunder'
const LATER = new Date('2026-01-16T00:00:00Z')

describe('changePassword', () => {
  it('sets the new one, keeps this session and ends the others', () =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      await openSession(tx, ctx.actor.userId)
      await changePassword(ctx, { currentPassword: OLD, newPassword: NEW })
      const { passwordHash } = await tx.user.findUniqueOrThrow({ where: { id: ctx.actor.userId } })
      expect(await verifyPassword(passwordHash, NEW)).toBe(true)
      expect(await listSessions(ctx)).toMatchObject([{ sessionId: ctx.sessionId, isCurrent: true }])
      expect(await auditOf(tx, ctx.actor.userId)).toEqual(['account.change-password'])
    }))

  it.each([
    ['a wrong current password', 'tulip carpet', NEW, 'wrong_password', 'currentPassword'],
    ['a short new one', OLD, 'plum', 'weak_password', 'newPassword'],
    ['a guessable new one', OLD, 'Termiz2026!!', 'weak_password', 'newPassword'],
  ])('refuses %s and changes nothing', (_name, currentPassword, newPassword, code, path) =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      await openSession(tx, ctx.actor.userId)
      const attempt = changePassword(ctx, { currentPassword, newPassword })
      await expect(attempt).rejects.toMatchObject({ code, fields: [{ path }] })
      expect(await listSessions(ctx)).toHaveLength(2)
    }),
  )
})

describe('setPassword', () => {
  it('works once, signs out everywhere, and keeps no password', () =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      const token = await linkOf(tx, ctx)
      await setPassword(tx, { token, newPassword: NEW }, NOON)
      expect(await listSessions(ctx)).toEqual([])
      const again = setPassword(tx, { token, newPassword: OLD }, NOON)
      await expect(again).rejects.toMatchObject({ code: 'link_expired' })
      expect(await auditOf(tx, ctx.actor.userId)).toEqual(['account.set-password'])
    }))

  it('keeps the link for another try after a weak password', () =>
    rolledBack(async (tx) => {
      const token = await linkOf(tx, await signedIn(tx))
      await expect(setPassword(tx, { token, newPassword: 'plum' }, NOON)).rejects.toMatchObject({
        code: 'weak_password',
      })
      await expect(setPassword(tx, { token, newPassword: NEW }, NOON)).resolves.toEqual({ ok: true })
    }))

  it('refuses a link after 72 hours, a made-up one, and one of a deactivated person', () =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      const token = await linkOf(tx, ctx)
      const expired = { code: 'link_expired' }
      const late = setPassword(tx, { token, newPassword: NEW }, new Date('2026-01-18T12:00:00Z'))
      await expect(late).rejects.toMatchObject(expired)
      const madeUp = setPassword(tx, { token: 'x'.repeat(43), newPassword: NEW }, NOON)
      await expect(madeUp).rejects.toMatchObject(expired)
      await tx.user.update({ where: { id: ctx.actor.userId }, data: { isActive: false } })
      await expect(setPassword(tx, { token, newPassword: NEW }, NOON)).rejects.toMatchObject(expired)
    }))
})

describe('personal tokens', () => {
  it('are shown once, kept as a hash, and revoked by their owner', () =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      const { token, tokenId, expiresAt } = await createToken(ctx, { name: 'ECG cart', days: 30 })
      expect(token).toMatch(/^yrk_[\w-]{43}$/)
      expect(expiresAt).toBe('2026-02-14T12:00:00.000Z')
      const tokenHash = createHash('sha256').update(token).digest()
      expect(await tx.personalToken.findUnique({ where: { tokenHash } })).toMatchObject({ id: tokenId })
      expect(await listTokens(ctx)).toMatchObject([{ tokenId, name: 'ECG cart', lastUsedAt: null }])
      await revokeToken(ctx, tokenId)
      expect(await listTokens(ctx)).toEqual([])
      expect(await auditOf(tx, tokenId)).toEqual(['token.create', 'token.revoke'])
    }))

  it('cannot make further tokens, and are at most twenty', () =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      const wish = { name: 'ECG cart', days: 30 }
      await expect(createToken({ ...ctx, sessionId: null }, wish)).rejects.toMatchObject({ code: 'forbidden' })
      for (let made = 0; made < 20; made += 1) await createToken(ctx, wish)
      await expect(createToken(ctx, wish)).rejects.toMatchObject({
        code: 'conflict',
        fields: [{ code: 'too_many_tokens' }],
      })
    }))

  it('of another person are not there', () =>
    rolledBack(async (tx) => {
      const owner = await signedIn(tx)
      const { tokenId } = await createToken(owner, { name: 'ECG cart', days: 30 })
      const other = await (await openOffice(tx)).contextOf('admin')
      await expect(revokeToken(other, tokenId)).rejects.toMatchObject({ code: 'not_found' })
      expect(await listTokens(owner)).toHaveLength(1)
    }))

  it('are issued on the command line by e-mail, for active people only', () =>
    rolledBack(async (tx) => {
      const { actor } = await signedIn(tx)
      const system = systemContext(tx, () => NOON)
      const { tokenId } = await issueToken(system, { email: actor.email.toUpperCase(), name: 'command line', days: 30 })
      expect(await tx.personalToken.findUnique({ where: { id: tokenId } })).toMatchObject({ userId: actor.userId })
      expect(await auditOf(tx, tokenId)).toEqual(['token.issue'])
      await tx.user.update({ where: { id: actor.userId }, data: { isActive: false } })
      for (const email of [actor.email, 'nobody@nowhere.uz']) {
        const attempt = issueToken(system, { email, name: 'command line', days: 30 })
        await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
      }
    }))
})

describe('sessions', () => {
  it('are ended one by one by their owner, and by nobody else', () =>
    rolledBack(async (tx) => {
      const ctx = await signedIn(tx)
      const elsewhere = await openSession(tx, ctx.actor.userId)
      const other = await (await openOffice(tx)).contextOf('admin')
      await expect(revokeSession(other, elsewhere)).rejects.toMatchObject({ code: 'not_found' })
      expect(await listSessions(ctx)).toHaveLength(2)
      await revokeSession(ctx, elsewhere)
      expect((await listSessions(ctx)).map((session) => session.sessionId)).toEqual([ctx.sessionId])
      expect(await auditOf(tx, elsewhere)).toEqual(['session.revoke'])
    }))
})

async function signedIn(tx: Tx): Promise<Context & { readonly sessionId: string }> {
  const office = await openOffice(tx)
  const ctx = await office.contextOf('nurse', { passwordHash: await hashPassword(OLD) })
  return { ...ctx, sessionId: await openSession(tx, ctx.actor.userId) }
}

async function openSession(tx: Tx, userId: string): Promise<string> {
  const tokenHash = createHash('sha256').update(randomUUID()).digest()
  const { id } = await tx.session.create({ data: { userId, tokenHash, createdAt: NOON, expiresAt: LATER } })
  return id
}

async function linkOf(tx: Tx, ctx: Context): Promise<string> {
  const { link } = await createLink(tx, ctx, ctx.actor.userId, 'password_reset')
  return new URL(link).pathname.replace('/link/', '')
}
