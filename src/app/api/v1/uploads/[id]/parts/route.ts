import { putPart } from '@/server/files/parted-upload'
import { readPart } from '@/server/files/read-upload'
import { guarded } from '@/server/http/json-route'

/** Sending a part again changes nothing, so it needs no key of its own. */
export const POST = guarded(async (ctx, request, { id = '' }) => {
  const { index, bytes } = await readPart(ctx, request)
  return Response.json(await putPart(ctx, id, index, bytes), { headers: { 'cache-control': 'no-store' } })
})
