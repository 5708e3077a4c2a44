import { addRecordings } from '@/server/cases/add-recordings'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, { id = '' }, body) => addRecordings(ctx, id, body))
