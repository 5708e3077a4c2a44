import { secretRoute } from '@/server/http/json-route'
import { resetPassword } from '@/server/users/reset-password'

export const POST = secretRoute((ctx, params) => resetPassword(ctx, params.userId ?? ''))
