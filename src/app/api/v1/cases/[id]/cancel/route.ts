import { cancelCase } from '@/server/cases/cancel-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => cancelCase(ctx, id, body))
