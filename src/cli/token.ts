/** `npm run --silent token -- EMAIL`: a personal token for 30 days, alone on standard output. */
import { issueToken } from '@/server/account/issue-token'
import { systemContext } from '@/server/context'
import { runWithEmail } from './command/run-with-email'

const DAYS = 30

await runWithEmail('npm run --silent token -- EMAIL', async (email) => {
  const { token } = await issueToken(systemContext(), { email, name: 'command line', days: DAYS })
  return token
})
