import { revokeToken } from '@/server/account/revoke-token'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, params) => revokeToken(ctx, params.tokenId ?? ''))
