import { guarded } from '@/server/http/json-route'
import { exportEcg } from '@/server/recordings/export-ecg'

export const GET = guarded(async (ctx, request, { id = '' }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { name, mediaType, bytes } = await exportEcg(ctx, id, query)
  // A page is looked at and printed from the browser; a file for another system is saved.
  const disposition = mediaType === 'application/octet-stream' ? 'attachment' : 'inline'
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `${disposition}; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
})
