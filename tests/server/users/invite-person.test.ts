import { describe, expect, it } from 'vitest'
import { findLink } from '@/server/auth/one-time-link'
import { invitePerson } from '@/server/users/invite-person'
import { listPeople } from '@/server/users/user-queries'
import { NOON, rolledBack } from '../../support/database'
import { auditOf, type Office, OTHER_REGION, openOffice, REGION } from '../../support/office'

const wish = (office: Office) => ({
  email: 'New.Nurse@Hospital.uz',
  name: 'Tosheva Rayhon',
  title: null,
  phone: null,
  role: 'nurse',
  facilityId: office.hospitalId,
  regionCodes: [],
})

describe('invitePerson', () => {
  it('makes an account without a password and a link for 72 hours', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      const { userId, link, expiresAt } = await invitePerson(ctx, wish(office))

      const secret = new URL(link).pathname.replace('/link/', '')
      expect(expiresAt).toBe('2026-01-18T12:00:00.000Z')
      expect(await findLink(secret, tx, NOON)).toMatchObject({ userId, purpose: 'invitation' })
      expect(await findLink(secret, tx, new Date('2026-01-18T12:00:00Z'))).toBeNull()
      const invited = (await listPeople(ctx)).find((person) => person.userId === userId)
      expect(invited).toMatchObject({
        email: 'new.nurse@hospital.uz',
        hasPassword: false,
        openLinkExpiresAt: expiresAt,
        lastSignInAt: null,
      })
      expect(await auditOf(tx, userId)).toEqual(['user.invite'])
    }))

  it('keeps no secret in the database', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const { userId, link } = await invitePerson(await office.contextOf('admin'), wish(office))
      const secret = new URL(link).pathname.replace('/link/', '')
      const rows = await tx.$queryRaw<{ text: string }[]>`
        SELECT to_jsonb(l)::text AS text FROM one_time_link l WHERE user_id = ${userId}::uuid`
      expect(rows).toHaveLength(1)
      expect(rows[0]?.text).not.toContain(secret)
    }))

  it('refuses a second account with the same e-mail', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin')
      await invitePerson(ctx, wish(office))
      const again = invitePerson(ctx, { ...wish(office), email: 'new.nurse@hospital.uz' })
      await expect(again).rejects.toMatchObject({ code: 'email_taken' })
    }))

  it.each([
    ['a nurse without a facility', { facilityId: null }, 'facilityId', 'facility_missing'],
    ['a cardiologist without a region', { role: 'cardiologist' }, 'regionCodes', 'region_missing'],
    ['a region that is not there', { role: 'auditor', regionCodes: ['9999'] }, 'regionCodes', 'region_unknown'],
  ] as const)('refuses %s', (_name, change, path, code) =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const attempt = invitePerson(await office.contextOf('admin'), { ...wish(office), ...change })
      await expect(attempt).rejects.toMatchObject({ code: 'invalid_input', fields: [{ path, code }] })
    }),
  )

  it('refuses a facility that is not active', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      await tx.facility.update({ where: { id: office.hospitalId }, data: { isActive: false } })
      await expect(invitePerson(await office.contextOf('admin'), wish(office))).rejects.toMatchObject({
        fields: [{ path: 'facilityId', code: 'facility_unknown' }],
      })
    }))

  it('lets a regional admin make people of the own regions only, and no national ones', () =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf('admin', { regionCodes: [REGION] })
      await expect(invitePerson(ctx, wish(office))).resolves.toHaveProperty('link')
      const others = [
        { role: 'cardiologist', facilityId: null, regionCodes: [REGION, OTHER_REGION] },
        { role: 'admin', facilityId: null, regionCodes: [] },
      ]
      for (const [index, change] of others.entries()) {
        const attempt = invitePerson(ctx, { ...wish(office), email: `other${index}@b.uz`, ...change })
        await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
      }
    }))

  it.each(['nurse', 'cardiologist', 'coordinator', 'auditor'] as const)('refuses a %s', (role) =>
    rolledBack(async (tx) => {
      const office = await openOffice(tx)
      const ctx = await office.contextOf(role)
      await expect(invitePerson(ctx, wish(office))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listPeople(ctx)).rejects.toMatchObject({ code: 'forbidden' })
    }),
  )
})
