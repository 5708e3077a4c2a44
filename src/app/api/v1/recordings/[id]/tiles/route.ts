import { guarded } from '@/server/http/json-route'
import { getTile } from '@/server/recordings/overview-queries'

export const GET = guarded(async (ctx, request, { id = '' }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'private, no-store' }
  return new Response(await getTile(ctx, id, query), { headers })
})
