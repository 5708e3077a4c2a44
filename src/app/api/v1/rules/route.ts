import { jsonRoute, readRoute } from '@/server/http/json-route'
import { getRuleSettings } from '@/server/rules/rule-settings'
import { switchRule } from '@/server/rules/switch-rule'

export const GET = readRoute((ctx) => getRuleSettings(ctx))
export const POST = jsonRoute((ctx, _params, body) => switchRule(ctx, body))
