import 'server-only'
import type { Tx } from '../db/client'
import { AppError } from '../errors'

/**
 * Somebody must stay who can manage the whole country and can sign in. The rows are locked, so that two
 * admins who deactivate each other at the same moment do not both succeed.
 */
export async function requireAnotherAdmin(tx: Tx, exceptUserId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM app_user u JOIN membership m ON m.user_id = u.id
    WHERE m.role = 'admin' AND u.is_active AND u.password_hash IS NOT NULL
      AND NOT EXISTS (SELECT FROM membership_region r WHERE r.user_id = u.id)
    ORDER BY u.id FOR UPDATE OF u`
  if (admins.some((admin) => admin.id !== exceptUserId)) return
  throw new AppError('conflict', 'This is the last admin.', [{ path: 'isActive', code: 'last_admin' }])
}
