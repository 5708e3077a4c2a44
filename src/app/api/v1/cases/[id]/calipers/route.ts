import { setCaliper } from '@/server/cases/set-caliper'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => setCaliper(ctx, id, body))
