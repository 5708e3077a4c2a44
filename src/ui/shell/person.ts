import type { Role } from '@/cases/values'

/** What the shell shows of the person who is signed in. */
export type SignedInPerson = {
  readonly userId: string
  readonly name: string
  readonly title: string | null
  readonly role: Role
  /** The facility of a nurse, the regions of the others. */
  readonly place: string
  readonly regionCodes: readonly string[]
  /** Whom to call when the line is lost. */
  readonly phone: string | null
}
