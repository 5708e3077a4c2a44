import { setAway } from '@/server/duty/set-away'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, _params, body) => setAway(ctx, body))
