import type { z } from 'zod'
import type { PersonView } from '@/cases/api/admin-views'
import type { InvitePersonInput } from '@/cases/api/inputs'
import type { FieldError } from '@/cases/failure'
import type { Role } from '@/cases/values'

/** The form as it stands; an empty text is "none". */
export type PersonDraft = {
  readonly email: string
  readonly name: string
  readonly title: string
  readonly phone: string
  readonly role: Role
  readonly facilityId: string
  readonly regionCodes: readonly string[]
}

export const NEW_PERSON: PersonDraft = {
  email: '',
  name: '',
  title: '',
  phone: '',
  role: 'nurse',
  facilityId: '',
  regionCodes: [],
}

export function personDraftOf(person: PersonView): PersonDraft {
  const { email, name, role, regionCodes } = person
  const orEmpty = (text: string | null) => text ?? ''
  return {
    email,
    name,
    role,
    regionCodes,
    title: orEmpty(person.title),
    phone: orEmpty(person.phone),
    facilityId: orEmpty(person.facilityId),
  }
}

/** What each role belongs to; the server decides the same. */
export function needsOf(role: Role): { readonly facility: Need; readonly regions: Need } {
  if (role === 'nurse') return { facility: 'required', regions: 'none' }
  const isReader = role === 'cardiologist' || role === 'coordinator'
  return isReader ? { facility: 'optional', regions: 'required' } : { facility: 'none', regions: 'optional' }
}
type Need = 'required' | 'optional' | 'none'

/** The place that the role cannot do without. */
export function missingPlaces({ role, facilityId, regionCodes }: PersonDraft): FieldError[] {
  const needs = needsOf(role)
  if (needs.facility === 'required' && facilityId === '') return [{ path: 'facilityId', code: 'facility_missing' }]
  const isMissing = needs.regions === 'required' && regionCodes.length === 0
  return isMissing ? [{ path: 'regionCodes', code: 'region_missing' }] : []
}

export function invitationOf(draft: PersonDraft): z.input<typeof InvitePersonInput> {
  return { email: draft.email.trim(), ...detailsOf(draft), ...membershipOf(draft) }
}

/** Only what differs: a membership that was not touched signs nobody out. */
export function changeOf(person: PersonView, draft: PersonDraft): Record<string, unknown> {
  const before = personDraftOf(person)
  const isMoved = JSON.stringify(membershipOf(before)) !== JSON.stringify(membershipOf(draft))
  return { ...detailsOf(draft), ...(isMoved ? membershipOf(draft) : {}) }
}

function detailsOf({ name, title, phone }: PersonDraft) {
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  return { name, title: orNull(title), phone: orNull(phone) }
}

function membershipOf({ role, facilityId, regionCodes }: PersonDraft) {
  const needs = needsOf(role)
  return {
    role,
    facilityId: needs.facility === 'none' || facilityId === '' ? null : facilityId,
    regionCodes: needs.regions === 'none' ? [] : [...regionCodes].sort(),
  }
}
