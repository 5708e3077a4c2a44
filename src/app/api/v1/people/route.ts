import { jsonRoute, readRoute } from '@/server/http/json-route'
import { invitePerson } from '@/server/users/invite-person'
import { listPeople } from '@/server/users/user-queries'

export const GET = readRoute(async (ctx) => ({ items: await listPeople(ctx), nextCursor: null }))
export const POST = jsonRoute((ctx, _params, body) => invitePerson(ctx, body), 201)
