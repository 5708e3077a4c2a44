/** Sends one file with progress, which `fetch` cannot report. Cancelling and losing the line are told apart. */
import type { FileView } from '@/cases/api/views'
import { type ApiResult, problemOf } from './client'

type Upload = { readonly result: Promise<ApiResult<FileView> | 'cancelled'>; readonly cancel: () => void }

export function uploadFile(file: File, key: string, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const result = new Promise<ApiResult<FileView> | 'cancelled'>((resolve) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({ ok: false, problem: null }))
    request.addEventListener('abort', () => resolve('cancelled'))
  })
  request.open('POST', '/api/v1/files')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  request.setRequestHeader('idempotency-key', key)
  request.send(file)
  return { result, cancel: () => request.abort() }
}

function answerOf(request: XMLHttpRequest): ApiResult<FileView> {
  const body = parsed(request.responseText)
  const isOk = request.status >= 200 && request.status < 300
  // The server answers with the schema of `FileView`.
  return isOk ? { ok: true, status: request.status, data: body as FileView } : { ok: false, problem: problemOf(body) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
