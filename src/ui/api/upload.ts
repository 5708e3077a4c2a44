/** Sends one file; a large one goes in parts, so that a cut line costs one part. */
import type { FileView } from '@/cases/api/views'
import { MAX_FILE_BYTES } from '@/ecg/long/long-limits'
import type { ApiResult } from './client'
import { sendBytes } from './send-bytes'
import { uploadInParts } from './upload-in-parts'

type Upload = { readonly result: Promise<ApiResult<FileView> | 'cancelled'>; readonly cancel: () => void }

export function uploadFile(file: File, key: string, onProgress: (share: number) => void): Upload {
  if (file.size > MAX_FILE_BYTES) return uploadInParts(file, key, onProgress)
  const headers = { 'x-file-name': encodeURIComponent(file.name), 'idempotency-key': key }
  return sendBytes<FileView>('files', file, headers, (sentBytes) => onProgress(sentBytes / file.size))
}
