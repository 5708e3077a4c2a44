import { claimNext } from '@/server/cases/claim-next'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, _params, body) => claimNext(ctx, body))
