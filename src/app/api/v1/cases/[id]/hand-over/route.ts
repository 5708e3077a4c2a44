import { handOver } from '@/server/cases/hand-over'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => handOver(ctx, id, body))
