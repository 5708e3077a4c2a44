import { listAudit } from '@/server/audit/audit-queries'
import { readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, _params, search) => listAudit(ctx, search))
