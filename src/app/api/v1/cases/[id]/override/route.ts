import { askOverride } from '@/server/cases/ask-override'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => askOverride(ctx, id, body))
