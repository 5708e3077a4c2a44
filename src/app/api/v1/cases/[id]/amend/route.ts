import { amendReport } from '@/server/cases/amend-report'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => amendReport(ctx, id, body))
