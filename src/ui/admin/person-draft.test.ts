import { describe, expect, it } from 'vitest'
import type { PersonView } from '@/cases/api/admin-views'
import { changeOf, invitationOf, missingPlaces, NEW_PERSON, personDraftOf } from './person-draft'

const PERSON: PersonView = {
  userId: '019a0000-0000-7000-8000-000000000001',
  email: 'a@b.uz',
  name: 'Xolmatova Nodira',
  title: null,
  phone: null,
  role: 'cardiologist',
  facilityId: null,
  facilityName: null,
  regionCodes: ['1722'],
  isActive: true,
  hasPassword: true,
  lastSignInAt: null,
  openLinkExpiresAt: null,
}

describe('a person being changed', () => {
  it('keeps the membership out when it was not touched', () => {
    const draft = { ...personDraftOf(PERSON), title: 'Doctor' }
    expect(changeOf(PERSON, draft)).toEqual({ name: 'Xolmatova Nodira', title: 'Doctor', phone: null })
  })

  it('sends the whole membership when one part of it changed', () => {
    const draft = { ...personDraftOf(PERSON), regionCodes: ['1722', '1710'] }
    expect(changeOf(PERSON, draft)).toMatchObject({
      role: 'cardiologist',
      facilityId: null,
      regionCodes: ['1710', '1722'],
    })
  })
})

describe('a person being invited', () => {
  it('takes along only what the role has a use for', () => {
    const draft = { ...NEW_PERSON, email: ' a@b.uz ', name: 'N', facilityId: 'f', regionCodes: ['1722'] }
    expect(invitationOf(draft)).toMatchObject({ email: 'a@b.uz', facilityId: 'f', regionCodes: [] })
    expect(missingPlaces(draft)).toEqual([])
    expect(invitationOf({ ...draft, role: 'auditor' })).toMatchObject({ facilityId: null, regionCodes: ['1722'] })
  })

  it.each([
    ['nurse', 'facility_missing'],
    ['cardiologist', 'region_missing'],
    ['coordinator', 'region_missing'],
    ['admin', undefined],
    ['auditor', undefined],
  ] as const)('as %s needs a place, if any: %s', (role, code) => {
    expect(missingPlaces({ ...NEW_PERSON, role })[0]?.code).toBe(code)
  })
})
