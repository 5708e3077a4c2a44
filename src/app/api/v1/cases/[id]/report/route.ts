import { writeReport } from '@/server/cases/write-report'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => writeReport(ctx, id, body))
