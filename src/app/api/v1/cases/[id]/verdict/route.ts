import { giveVerdict } from '@/server/cases/give-verdict'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => giveVerdict(ctx, id, body))
