import { changePassword } from '@/server/account/change-password'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, _params, body) => changePassword(ctx, body))
