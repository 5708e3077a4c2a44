import { guarded } from '@/server/http/json-route'
import { getPicture } from '@/server/recordings/recording-queries'

export const GET = guarded(async (ctx, _request, { id = '' }) => {
  const { mediaType, bytes } = await getPicture(ctx, id)
  const headers = {
    'content-type': mediaType,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  }
  return new Response(bytes, { headers })
})
