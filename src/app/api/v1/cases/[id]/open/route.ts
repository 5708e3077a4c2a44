import { openCase } from '@/server/cases/open-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => openCase(ctx, id, body))
