import { claimCase } from '@/server/cases/claim-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => claimCase(ctx, id, body))
