import { guarded } from '@/server/http/json-route'
import { liveStream } from '@/server/realtime/live-stream'

export const dynamic = 'force-dynamic'

export const GET = guarded(async (ctx, request) => {
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  }
  return new Response(liveStream(ctx, request), { headers })
})
