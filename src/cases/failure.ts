/**
 * Failures that a person can act on: most were caused by one, `unavailable` passes by itself. Anything else is a bug.
 * A code is stable: it is the `code` of the HTTP problem and the message key `failure.<code>`.
 */
export const FAILURE_STATUS = {
  invalid_input: 422,
  idempotency_key_reused: 422,
  empty_file: 422,
  weak_password: 422,
  wrong_password: 422,
  report_refused: 422,
  link_expired: 410,
  unauthenticated: 401,
  forbidden: 403,
  confirm_password: 403,
  not_found: 404,
  conflict: 409,
  already_claimed: 409,
  not_holder: 409,
  email_taken: 409,
  too_large: 413,
  unsupported_encoding: 415,
  rate_limited: 429,
  unavailable: 503,
} as const

export type FailureCode = keyof typeof FAILURE_STATUS

/** One field that is wrong: a dotted path into the body, and a stable code. */
export type FieldError = { readonly path: string; readonly code: string }

/** RFC 9457 problem with our `code`. `title` is English and safe to show. */
export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: FailureCode
  readonly errors?: readonly FieldError[]
}
