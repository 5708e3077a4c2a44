/**
 * The browser's way to `/api/v1`. Paths are relative to it (`cases/…/claim`).
 *
 * A POST carries one `Idempotency-Key` for one intent: make it with `newKey()` when the person decides, keep it
 * across retries. Lost connections and answers of a restarting server or database are retried with back-off under the same key,
 * so that nothing happens twice.
 */
import type { Problem } from '@/cases/failure'

/** `problem: null` means: no connection, or an answer that is not ours. */
export type ApiFailure = { readonly ok: false; readonly problem: Problem | null }
export type ApiResult<T> = { readonly ok: true; readonly status: number; readonly data: T } | ApiFailure

const RETRY_AFTER_MS = [400, 1200, 3000] as const
const TIMEOUT_MS = 20_000

export function newKey(): string {
  return crypto.randomUUID()
}

export function apiGet<T>(path: string, options: { readonly signal?: AbortSignal } = {}): Promise<ApiResult<T>> {
  return once<T>(path, { method: 'GET' }, options.signal)
}

export async function apiPost<T>(
  path: string,
  body: unknown,
  options: {
    readonly key?: string
    readonly signal?: AbortSignal
    /** The request outlives the page that sends it. */
    readonly keepalive?: boolean
  } = {},
): Promise<ApiResult<T>> {
  const init = {
    keepalive: options.keepalive ?? false,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': options.key ?? newKey() },
    body: JSON.stringify(body),
  }
  let result = await once<T>(path, init, options.signal)
  for (const waitMs of RETRY_AFTER_MS) {
    if (result.ok || isFinal(result.problem)) return result
    if (!options.signal?.aborted) await new Promise((resolve) => setTimeout(resolve, waitMs))
    if (options.signal?.aborted) return result
    result = await once<T>(path, init, options.signal)
  }
  return result
}

/** Everything but silence and a database that is just starting. */
export function isFinal(problem: Problem | null): boolean {
  return problem !== null && problem.code !== 'unavailable'
}

/** The problem in a body of an answer that failed; null when the body is not a problem of ours. */
export function problemOf(body: unknown): Problem | null {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
  // The server sends nothing else under `code`; unknown codes get the general sentence.
  return isProblem ? (body as Problem) : null
}

async function once<T>(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<ApiResult<T>> {
  const limit = new AbortController()
  const abort = () => limit.abort()
  const timer = setTimeout(abort, TIMEOUT_MS)
  signal?.addEventListener('abort', abort)
  try {
    const response = await fetch(`/api/v1/${path}`, { ...init, credentials: 'same-origin', signal: limit.signal })
    const body: unknown = await response.json().catch(() => null)
    // The views of `@/cases/api/views` are what the server answers with; both come from the same schemas.
    if (response.ok) return { ok: true, status: response.status, data: body as T }
    return { ok: false, problem: problemOf(body) }
  } catch {
    return { ok: false, problem: null }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
