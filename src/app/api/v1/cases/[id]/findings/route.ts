import { reviewFinding } from '@/server/cases/review-finding'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => reviewFinding(ctx, id, body))
