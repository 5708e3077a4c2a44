import { setPassword } from '@/server/account/set-password'
import { publicJsonRoute } from '@/server/http/json-route'

export const POST = publicJsonRoute((database, body) => setPassword(database, body))
