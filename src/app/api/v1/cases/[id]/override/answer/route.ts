import { answerOverride } from '@/server/cases/answer-override'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => answerOverride(ctx, id, body))
