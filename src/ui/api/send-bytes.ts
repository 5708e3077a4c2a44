/** A body of bytes with progress, which `fetch` cannot report. Cancelling and losing the line are told apart. */
import { type ApiResult, problemOf } from './client'

/** `onProgress` gets the bytes that have left. */
export function sendBytes<T>(
  path: string,
  bytes: Blob,
  headers: Readonly<Record<string, string>>,
  onProgress: (sentBytes: number) => void,
): { readonly result: Promise<ApiResult<T> | 'cancelled'>; readonly cancel: () => void } {
  const request = new XMLHttpRequest()
  const result = new Promise<ApiResult<T> | 'cancelled'>((resolve) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded)
    })
    request.addEventListener('load', () => resolve(answerOf<T>(request)))
    request.addEventListener('error', () => resolve({ ok: false, problem: null }))
    request.addEventListener('abort', () => resolve('cancelled'))
  })
  request.open('POST', `/api/v1/${path}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.send(bytes)
  return { result, cancel: () => request.abort() }
}

function answerOf<T>(request: XMLHttpRequest): ApiResult<T> {
  const body = parsed(request.responseText)
  const isOk = request.status >= 200 && request.status < 300
  // The server answers with the schema of the route.
  return isOk ? { ok: true, status: request.status, data: body as T } : { ok: false, problem: problemOf(body) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
