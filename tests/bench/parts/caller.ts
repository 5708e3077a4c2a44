/** A person who uses the API with a token: each write with a key of its own, each refusal an error. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../support/crew'

export type Caller = {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: unknown) => Promise<T>
  readonly upload: (bytes: Uint8Array<ArrayBuffer>) => Promise<{ fileId: string }>
}

export function callerOf(base: string, member: Member | undefined): Caller {
  if (!member) throw new Error('nobody to call as')
  const authorization = `Bearer ${member.token}`
  const send = async (path: string, body: BodyInit, headers: Record<string, string>) => {
    const key = { authorization, 'idempotency-key': randomUUID() }
    const request = { method: 'POST', body, headers: { ...headers, ...key } }
    return answerOf(path, await fetch(`${base}/api/v1/${path}`, request))
  }
  return {
    get: async (path) => answerOf(path, await fetch(`${base}/api/v1/${path}`, { headers: { authorization } })),
    post: (path, body) => send(path, JSON.stringify(body), { 'content-type': 'application/json' }),
    upload: (bytes) => send('files', bytes, { 'content-type': 'application/octet-stream', 'x-file-name': 'bench.scp' }),
  }
}

async function answerOf(path: string, answer: Response) {
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
