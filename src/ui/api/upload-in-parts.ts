/**
 * Sends a large file in parts. The server knows a file by its checksum, so that the same file chosen again, after a cut
 * line or on another day, goes on with the parts that have not come yet.
 */
import type { UploadView } from '@/cases/api/long-views'
import type { FileView } from '@/cases/api/views'
import { MAX_LONG_FILE_BYTES } from '@/ecg/long/long-limits'
import { type ApiFailure, type ApiResult, apiPost, isFinal, newKey } from './client'
import { sendBytes } from './send-bytes'
import { sha256OfFile } from './sha256'

/** A line that is away for longer is said to the person, who sends again when it is back. */
const RETRY_AFTER_MS = [1000, 2000, 4000, 8000, 15_000] as const
const HEAD_BYTES = 4096
const TOO_LARGE: ApiFailure = {
  ok: false,
  problem: { type: 'about:blank', title: 'too large', status: 413, code: 'too_large' },
}

export function uploadInParts(file: File, key: string, onProgress: (share: number) => void) {
  const stop = new AbortController()
  return { result: send(file, key, onProgress, stop.signal), cancel: () => stop.abort() }
}

async function send(
  file: File,
  key: string,
  onProgress: (share: number) => void,
  stop: AbortSignal,
): Promise<ApiResult<FileView> | 'cancelled'> {
  if (file.size > MAX_LONG_FILE_BYTES || !(await isLongRecording(file))) return TOO_LARGE
  const sha256 = await sha256OfFile(file, () => stop.aborted)
  if (sha256 === null) return 'cancelled'
  const announced = { name: file.name, sizeBytes: file.size, sha256 }
  const begun = await apiPost<UploadView>('uploads', announced, { key: newKey(), signal: stop })
  if (stop.aborted) return 'cancelled'
  if (!begun.ok) return begun
  const { uploadId, partBytes, missing } = begun.data
  const sizeOf = (index: number) => Math.min(partBytes, file.size - index * partBytes)
  let sentBytes = file.size - missing.reduce((sum, index) => sum + sizeOf(index), 0)
  for (const index of missing) {
    const part = file.slice(index * partBytes, (index + 1) * partBytes)
    const path = `uploads/${uploadId}/parts?index=${index}`
    const answer = await sendPart(path, part, (bytes) => onProgress((sentBytes + bytes) / file.size), stop)
    if (answer === 'cancelled' || !answer.ok) return answer
    sentBytes += sizeOf(index)
    onProgress(sentBytes / file.size)
  }
  const done = await apiPost<FileView>(`uploads/${uploadId}/complete`, {}, { key: `${key}-${sha256}`, signal: stop })
  return stop.aborted ? 'cancelled' : done
}

async function sendPart(
  path: string,
  part: Blob,
  onProgress: (bytes: number) => void,
  stop: AbortSignal,
): Promise<ApiResult<UploadView> | 'cancelled'> {
  for (let attempt = 0; ; attempt++) {
    if (stop.aborted) return 'cancelled'
    const { result, cancel } = sendBytes<UploadView>(path, part, {}, onProgress)
    stop.addEventListener('abort', cancel)
    const answer = await result
    stop.removeEventListener('abort', cancel)
    const waitMs = RETRY_AFTER_MS[attempt]
    if (answer === 'cancelled' || answer.ok || isFinal(answer.problem) || waitMs === undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

/** The readers are fetched only by who has such a file. */
async function isLongRecording(file: File): Promise<boolean> {
  const { isReadInPieces } = await import('@/ecg/streaming/open-ecg-stream')
  return isReadInPieces(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
}
