import { getDuty } from '@/server/duty/duty-queries'
import { setDuty } from '@/server/duty/set-duty'
import { jsonRoute, readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx) => getDuty(ctx))
export const POST = jsonRoute((ctx, _params, body) => setDuty(ctx, body))
