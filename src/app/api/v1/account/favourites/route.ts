import { listFavourites, markFavourite } from '@/server/account/favourites'
import { jsonRoute, readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx) => listFavourites(ctx))
export const POST = jsonRoute((ctx, _params, body) => markFavourite(ctx, body))
