import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => acknowledgeCase(ctx, id, body))
