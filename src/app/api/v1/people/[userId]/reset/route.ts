import { jsonRoute } from '@/server/http/json-route'
import { resetPassword } from '@/server/users/reset-password'

export const POST = jsonRoute((ctx, params) => resetPassword(ctx, params.userId ?? ''))
