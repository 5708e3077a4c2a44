import { saveDraft } from '@/server/cases/save-draft'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, _params, body) => saveDraft(ctx, body))
