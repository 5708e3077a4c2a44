/** Requests as a program with a personal token sends them. Route handlers use the pool of the process, so the people are committed. */
import { newSecret, secretHash, TOKEN_PREFIX } from '@/server/auth/secrets'
import type { Context } from '@/server/context'

/** A personal token of the person, good for an hour from now. */
export async function tokenOf({ db, actor }: Context): Promise<string> {
  const token = newSecret(TOKEN_PREFIX)
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + 3_600_000)
  const tokenHash = secretHash(token)
  await db.personalToken.create({ data: { tokenHash, userId: actor.userId, name: 'test', createdAt, expiresAt } })
  return token
}

export type Sent = {
  readonly token?: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
}

export function post({ token, body, headers = {}, path = '/api/v1/test' }: Sent): Request {
  return new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

/** The arguments of a handler whose path has these ids. */
export function withParams(params: Readonly<Record<string, string>> = {}) {
  return { params: Promise.resolve(params) }
}
