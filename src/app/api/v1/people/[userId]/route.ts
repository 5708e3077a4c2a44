import { jsonRoute } from '@/server/http/json-route'
import { updatePerson } from '@/server/users/update-person'

export const POST = jsonRoute((ctx, params, body) => updatePerson(ctx, params.userId ?? '', body))
