import 'server-only'
import type { Role } from '@/cases/values'
import type { Context } from '../context'

/** Somebody who has just shown a password or a link, before there is a session: the trail names this person. */
export function actingAs(
  ctx: Context,
  person: { readonly userId: string; readonly role: Role; readonly facilityId: string | null },
): Context {
  const { userId, role, facilityId } = person
  return { ...ctx, actor: { ...ctx.actor, userId, role, facilityId } }
}
