import { describeFile } from '@/server/files/describe-file'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => describeFile(ctx, id, body))
