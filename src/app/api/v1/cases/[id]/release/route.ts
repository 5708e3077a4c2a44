import { releaseCase } from '@/server/cases/release-case'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => releaseCase(ctx, id, body))
