import { withdrawVerdict } from '@/server/cases/withdraw-verdict'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => withdrawVerdict(ctx, id, body))
