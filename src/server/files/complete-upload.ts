import 'server-only'
import type { Context } from '../context'
import { AppError } from '../errors'
import { answerOnce } from '../http/json-route'
import { endUpload, readUploaded } from './parted-upload'
import { saveFile, sha256Of } from './upload-file'

/** The parts become a file. Sent again under the same key, it answers as before although the parts are gone. */
export async function completeUpload(ctx: Context, request: Request, uploadId: string): Promise<Response> {
  const read = await readUploaded(ctx, uploadId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return error
    throw error
  })
  return answerOnce(ctx, request, sha256Of(Buffer.from(uploadId)), async (inner) => {
    if (read instanceof AppError) throw read
    const body = await saveFile(inner, read)
    await endUpload(inner, uploadId)
    return { status: 201, body }
  })
}
