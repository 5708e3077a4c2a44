import { listEarlierEcgs } from '@/server/cases/earlier-ecgs'
import { readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, { id = '' }) => listEarlierEcgs(ctx, id))
