import { beginUpload } from '@/server/files/parted-upload'
import { jsonRoute } from '@/server/http/json-route'

export const POST = jsonRoute((ctx, _params, body) => beginUpload(ctx, body), 201)
