import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readContext } from '../auth/session'
import type { Context } from '../context'
import { db } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { type Answer, once } from './idempotency'
import { problem, problemOf, problemResponse, unexpectedResponse } from './problem'

/** Places are known by their SOATO code, everything else by an id of ours. */
const REGION_CODE = z.string().regex(/^\d{4}$/)
const MAX_JSON_BYTES = 1024 * 1024

export type Params = Readonly<Record<string, string>>
type RouteArgs = { readonly params: Promise<Params | undefined> }
type Handler = (request: Request, args: RouteArgs) => Promise<Response>

/** A POST: body in, verb, answer out, once per `Idempotency-Key`. `params` are the ids of the path. */
export function jsonRoute<Out>(
  verb: (ctx: Context, params: Params, body: unknown) => Promise<Out>,
  status = 200,
): Handler {
  return guarded(async (ctx, request, params) => {
    const text = await readText(request)
    const body = parseJson(text)
    return answerOnce(ctx, request, createHash('sha256').update(text).digest(), async (inner) => ({
      status,
      body: (await verb(inner, params, body)) as Prisma.InputJsonValue, // verbs answer with plain JSON values (api/views.ts)
    }))
  })
}

/** A GET: ids and query in, query out, never cached. */
export function readRoute<Out>(
  query: (ctx: Context, params: Params, search: Readonly<Record<string, string>>) => Promise<Out>,
): Handler {
  return guarded(async (ctx, request, params) => {
    const search = Object.fromEntries(new URL(request.url).searchParams)
    return Response.json(await query(ctx, params, search), { headers: { 'cache-control': 'no-store' } })
  })
}

/** What every route shares: who asks, ids that are ids, failures as problems. */
export function guarded(work: (ctx: Context, request: Request, params: Params) => Promise<Response>): Handler {
  return async (request, args) => {
    try {
      refuseEncoding(request)
      const ctx = await readContext(request)
      if (!ctx) return problemResponse(problem('unauthenticated', 'Sign in first, or send a valid token.'))
      const params = (await args.params) ?? {}
      requireIds(params)
      return await work(ctx, request, params)
    } catch (error) {
      const expected = problemOf(error)
      return expected ? problemResponse(expected) : unexpectedResponse(error)
    }
  }
}

function requireIds(params: Params): void {
  const isId = ([name, value]: [string, string]) => (name === 'code' ? REGION_CODE : z.uuid()).safeParse(value).success
  if (!Object.entries(params).every(isId))
    throw new AppError('not_found', 'There is no such thing, or it is not yours to see.')
}

export async function answerOnce(
  ctx: Context,
  request: Request,
  bodyHash: Uint8Array<ArrayBuffer>,
  work: (ctx: Context) => Promise<Answer>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key')
  const { status, body } = key
    ? await once(ctx, { route: new URL(request.url).pathname, key: parseKey(key), bodyHash }, work)
    : await work(ctx)
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  // Too small to be worth compressing, and a write must be quick.
  return Response.json(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store, no-transform' } })
}

/** A POST without a session, for one-time links only. */
export function publicJsonRoute<Out>(verb: (database: ReturnType<typeof db>, body: unknown) => Promise<Out>): Handler {
  return async (request) => {
    try {
      refuseEncoding(request)
      return Response.json(await verb(db(), parseJson(await readText(request))), {
        headers: { 'cache-control': 'no-store' },
      })
    } catch (error) {
      const expected = problemOf(error)
      return expected ? problemResponse(expected) : unexpectedResponse(error)
    }
  }
}

/** Bodies are never decompressed: decoders of request bodies have been attacked too often. */
export function refuseEncoding(request: Request): void {
  const encoding = request.headers.get('content-encoding')
  if (encoding && encoding !== 'identity')
    throw new AppError('unsupported_encoding', 'Send the body without Content-Encoding.')
}

function parseKey(key: string): string {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new AppError('invalid_input', 'Idempotency-Key must be 1 to 200 printable characters.', [
      { path: 'Idempotency-Key', code: 'invalid' },
    ])
  return key
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_JSON_BYTES)
    throw new AppError('too_large', 'The body is larger than 1 MiB.')
  const text = await request.text()
  if (text.length > MAX_JSON_BYTES) throw new AppError('too_large', 'The body is larger than 1 MiB.')
  return text
}

function parseJson(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid_input', 'The body is not JSON.', [{ path: '', code: 'json' }])
  }
}
