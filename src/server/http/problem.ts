import 'server-only'
import { ZodError } from 'zod'
import { FAILURE_STATUS, type FailureCode, type FieldError, type Problem } from '@/cases/failure'
import { isDatabaseAway } from '../db/is-database-away'
import { AppError } from '../errors'

/** The RFC 9457 answer to an expected failure, or null for a bug. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof AppError) return problem(error.code, error.message, error.fields)
  if (error instanceof ZodError)
    return problem('invalid_input', 'Some fields are missing or out of range.', fieldErrors(error))
  return null
}

export function problem(code: FailureCode, title: string, errors: readonly FieldError[] = []): Problem {
  return { type: 'about:blank', title, status: FAILURE_STATUS[code], code, ...(errors.length > 0 ? { errors } : {}) }
}

export function problemResponse(body: Problem): Response {
  return Response.json(body, {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** How soon a sender should ask again while the database starts. */
const RETRY_AFTER_SECONDS = 1

/** A database that is away will be back; all else is a bug: the log gets it, the caller one sentence and nothing of ours. */
export function unexpectedResponse(error: unknown): Response {
  if (isDatabaseAway(error)) {
    console.error(`The database is away: ${lastLine(error)}`)
    const answer = problemResponse(
      problem('unavailable', 'The database is just starting. Send the same request again.'),
    )
    answer.headers.set('retry-after', String(RETRY_AFTER_SECONDS))
    return answer
  }
  console.error(error)
  const body = {
    type: 'about:blank',
    title: 'Something went wrong on our side. Nothing was changed.',
    status: 500,
    code: 'internal',
  }
  return Response.json(body, {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** Prisma puts the reason last, below an excerpt of our source. */
function lastLine(error: unknown): string {
  return String(error).trim().split('\n').at(-1) ?? ''
}

function fieldErrors(error: ZodError): FieldError[] {
  return flatIssues(error.issues, []).slice(0, 50)
}

type Issue = ZodError['issues'][number]

/** Of a union's branches the one with the fewest complaints is what the sender meant. */
function flatIssues(issues: readonly Issue[], prefix: readonly PropertyKey[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const [closest] = issue.errors.toSorted((a, b) => a.length - b.length)
      return flatIssues(closest ?? [], path)
    }
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), code: 'unknown_field' }))
    const custom = issue.code === 'custom' ? issue.params?.code : undefined
    return [{ path: path.join('.'), code: typeof custom === 'string' ? custom : issue.code }]
  })
}
