import { completeUpload } from '@/server/files/complete-upload'
import { guarded } from '@/server/http/json-route'

export const POST = guarded((ctx, request, { id = '' }) => completeUpload(ctx, request, id))
