import { listTokens } from '@/server/account/account-queries'
import { createToken } from '@/server/account/create-token'
import { jsonRoute, readRoute } from '@/server/http/json-route'

export const GET = readRoute(async (ctx) => ({ items: await listTokens(ctx), nextCursor: null }))
export const POST = jsonRoute((ctx, _params, body) => createToken(ctx, body), 201)
