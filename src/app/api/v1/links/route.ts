import { setPassword } from '@/server/account/set-password'
import { isServedSafely } from '@/server/auth/safe-host'
import { publicJsonRoute } from '@/server/http/json-route'
import { problem, problemResponse } from '@/server/http/problem'

const setByLink = publicJsonRoute((database, body) => setPassword(database, body))

/** A password travels here, so plain http is for this machine alone. */
export const POST: typeof setByLink = async (request, args) =>
  isServedSafely(request.headers.get('host'))
    ? setByLink(request, args)
    : problemResponse(problem('forbidden', 'Passwords are set over https, or on this machine only.'))
