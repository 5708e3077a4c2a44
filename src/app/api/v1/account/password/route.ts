import { changePassword } from '@/server/account/change-password'
import { secretRoute } from '@/server/http/json-route'

export const POST = secretRoute((ctx, _params, body) => changePassword(ctx, body))
