import { getLadder, setLadder } from '@/server/escalation/region-ladder'
import { jsonRoute, readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, { code = '' }) => getLadder(ctx, code))
export const POST = jsonRoute((ctx, { code = '' }, body) => setLadder(ctx, code, body))
