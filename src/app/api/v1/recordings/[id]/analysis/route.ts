import { readRoute } from '@/server/http/json-route'
import { getAnalysis } from '@/server/recordings/recording-queries'

export const GET = readRoute((ctx, { id = '' }) => getAnalysis(ctx, id))
