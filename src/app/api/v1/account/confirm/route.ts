import { confirmPassword } from '@/server/account/confirm-password'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, _params, body) => confirmPassword(ctx, body))
