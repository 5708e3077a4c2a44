import { changeClass } from '@/server/cases/change-class'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => changeClass(ctx, id, body))
