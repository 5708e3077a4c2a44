import type { z } from 'zod'
import type { FieldError } from '@/cases/failure'
import type { ApiFailure } from '../api/client'

/** The server's own rule about the form, asked before sending: the same faults, without a round trip. */
export function checkInput(schema: z.ZodType, input: unknown, further: readonly FieldError[] = []): ApiFailure | null {
  const result = schema.safeParse(input)
  const issues = result.success ? [] : result.error.issues
  const errors = [...issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code })), ...further]
  if (errors.length === 0) return null
  return { ok: false, problem: { type: 'about:blank', title: '', status: 422, code: 'invalid_input', errors } }
}
