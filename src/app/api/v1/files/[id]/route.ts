import { openFile } from '@/server/files/file-queries'
import { bytesResponse } from '@/server/http/bytes-response'
import { guarded } from '@/server/http/json-route'

export const GET = guarded(async (ctx, _request, { id = '' }) => {
  const { name, sizeBytes, pieces } = await openFile(ctx, id)
  // Never rendered by the browser as a page of ours, whatever the file says it is.
  return bytesResponse(pieces, {
    'content-type': 'application/octet-stream',
    'content-length': String(sizeBytes),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, '_')}`,
  })
})
