import { listQueue } from '@/server/cases/queue-queries'
import { readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, _params, search) => listQueue(ctx, search))
