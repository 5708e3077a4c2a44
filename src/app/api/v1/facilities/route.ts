import { createFacility } from '@/server/facilities/create-facility'
import { listFacilities } from '@/server/facilities/facility-queries'
import { jsonRoute, readRoute } from '@/server/http/json-route'

export const GET = readRoute(async (ctx) => ({ items: await listFacilities(ctx), nextCursor: null }))
export const POST = jsonRoute((ctx, _params, body) => createFacility(ctx, body), 201)
