/** `npm run admin -- EMAIL`: the first admin of an installation, or an admin who lost the way in. */
import { systemContext } from '@/server/context'
import { ensureAdmin } from '@/server/users/ensure-admin'
import { runWithEmail } from './command/run-with-email'

await runWithEmail('npm run admin -- EMAIL', async (email) => {
  const { link, expiresAt, isNew } = await ensureAdmin(systemContext(), { email })
  const account = isNew ? `${email} is now an admin` : `The password of ${email} is no longer valid`
  return `${account}: set a password within 72 hours, until ${expiresAt}, at ${link}`
})
