import 'server-only'
import type { PersonView } from '@/cases/api/admin-views'
import type { Tx } from '../db/client'
import { AppError } from '../errors'

/**
 * Somebody must stay who can sign in and manage at least what this admin manages: the whole country for an
 * admin without regions. The rows are locked, so that two admins who deactivate each other at the same moment
 * do not both succeed.
 */
export async function requireAnotherAdmin(tx: Tx, leaving: PersonView): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string; isNational: boolean }[]>`
    SELECT u.id, NOT EXISTS (SELECT FROM membership_region r WHERE r.user_id = u.id) AS "isNational"
    FROM app_user u JOIN membership m ON m.user_id = u.id
    WHERE m.role = 'admin' AND u.is_active AND u.password_hash IS NOT NULL
    ORDER BY u.id FOR UPDATE OF u`
  const isNational = leaving.regionCodes.length === 0
  const others = admins.filter((admin) => admin.id !== leaving.userId && (admin.isNational || !isNational))
  if (others.length > 0) return
  throw new AppError('conflict', 'This is the last admin.', [{ path: 'isActive', code: 'last_admin' }])
}
