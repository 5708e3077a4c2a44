import { getUpload } from '@/server/files/parted-upload'
import { readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, { id = '' }) => getUpload(ctx, id))
