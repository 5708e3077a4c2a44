import { closeCase } from '@/server/cases/close-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => closeCase(ctx, id, body))
