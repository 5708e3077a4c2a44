import { heartbeatCase } from '@/server/cases/heartbeat-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => heartbeatCase(ctx, id, body))
