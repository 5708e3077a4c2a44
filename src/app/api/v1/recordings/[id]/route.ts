import { readRoute } from '@/server/http/json-route'
import { getRecording } from '@/server/recordings/recording-queries'

export const GET = readRoute((ctx, { id = '' }) => getRecording(ctx, id))
