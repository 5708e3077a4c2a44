import 'server-only'
import type { FailureCode, FieldError } from '@/cases/failure'

/** Thrown by verbs. `code` reaches the person as a translated sentence; `message` is English, safe to show, and names no person. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: FailureCode,
    message: string,
    readonly fields: readonly FieldError[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
