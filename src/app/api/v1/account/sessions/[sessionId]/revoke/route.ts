import { revokeSession } from '@/server/account/revoke-session'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, params) => revokeSession(ctx, params.sessionId ?? ''))
