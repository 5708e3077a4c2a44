import { guarded } from '@/server/http/json-route'
import { getSamples } from '@/server/recordings/recording-queries'

export const GET = guarded(async (ctx, _request, { id = '' }) => {
  const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'private, no-store' }
  return new Response(await getSamples(ctx, id), { headers })
})
