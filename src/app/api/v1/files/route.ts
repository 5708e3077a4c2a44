import { readUpload } from '@/server/files/read-upload'
import { keepAndRead, saveFile } from '@/server/files/upload-file'
import { answerOnce, guarded } from '@/server/http/json-route'

export const POST = guarded(async (ctx, request) => {
  const upload = await readUpload(ctx, request)
  const read = await keepAndRead(ctx, upload)
  return answerOnce(ctx, request, upload.sha256, async (inner) => ({
    status: 201,
    body: await saveFile(inner, read),
  }))
})
