import { readRoute } from '@/server/http/json-route'
import { getOverview } from '@/server/recordings/overview-queries'

export const GET = readRoute((ctx, { id = '' }) => getOverview(ctx, id))
