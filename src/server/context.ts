import 'server-only'
import { can, type Permission } from '@/cases/permissions'
import type { Role } from '@/cases/values'
import { type Db, db, type Tx } from './db/client'
import { AppError } from './errors'

/** Who acts. A nurse has a facility; the others have regions. */
export type Actor = {
  readonly userId: string
  readonly role: Role
  readonly name: string
  readonly title: string | null
  readonly email: string
  readonly facilityId: string | null
  readonly facilityName: string | null
  readonly facilityPhone: string | null
  /** Telephone of the centre that answers the actor's facility. */
  readonly centrePhone: string | null
  readonly regionCodes: readonly string[]
  readonly regionNames: readonly string[]
}

/** Who acts, on which connection, at what time. Every verb's first argument. */
export type Context = {
  readonly actor: Actor
  readonly db: Db
  readonly now: () => Date
  /** The signed-in browser's session, or null for a personal token and the command line. */
  readonly sessionId: string | null
  /** The personal token that was sent, or null. */
  readonly tokenId?: string | null
}

/** The command line and the worker act in nobody's name; their audit rows have no actor. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000'

export function systemContext(database: Db = db(), now: () => Date = () => new Date()): Context {
  const actor: Actor = {
    userId: SYSTEM_USER_ID,
    role: 'admin',
    name: 'System',
    title: null,
    email: '',
    facilityId: null,
    facilityName: null,
    facilityPhone: null,
    centrePhone: null,
    regionCodes: [],
    regionNames: [],
  }
  return { actor, db: database, now, sessionId: null }
}

export function requirePermission(ctx: Context, permission: Permission): void {
  if (!can(ctx.actor.role, permission)) throw new AppError('forbidden', `A ${ctx.actor.role} may not do this.`)
}

/** All or nothing. Inside a transaction that is already open (another verb's, a test's) it becomes a savepoint. */
export async function inTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.$transaction(work)
}
