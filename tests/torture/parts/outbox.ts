/**
 * A person's outbox as security.md F1 wants it: each request is sent with its one key until it was answered. A line that
 * breaks, a server that is not there and an answer of 5xx are reasons to try again; so is a 409 while the first request
 * with the key is still being worked on.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Member } from '../../support/crew'
import { caseBody, type SentFile, type Submission } from './submission'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 800
const PATIENCE_MS = 20_000
const GIVE_UP_MS = 120_000

export type Receipt = {
  readonly submission: Submission
  readonly caseId: string
  readonly number: string
  readonly fileIds: readonly string[]
  readonly body: string
}
export type Answer = { readonly status: number; readonly body: string }

export type Outbox = {
  /** A case with its files, until it was received. Any refusal is a fault of the application. */
  readonly send: (submission: Submission) => Promise<Receipt>
  /** A write of anybody, until it was done or refused. */
  readonly post: (member: Member, path: string, body: unknown, key: string) => Promise<Answer>
  readonly tries: () => number
}

export function openOutbox(base: string): Outbox {
  let tries = 0

  async function untilAnswered(path: string, request: Omit<RequestInit, 'method'>): Promise<Answer> {
    const until = Date.now() + GIVE_UP_MS
    let pauseMs = FIRST_PAUSE_MS
    for (;;) {
      tries += 1
      const answer = await attempt(base + path, request)
      const isFinal = answer !== null && answer.status < 500 && !isBusy(answer)
      if (isFinal) return answer
      if (Date.now() > until) throw new Error(`${path}: ${answer?.status} ${answer?.body}`)
      await wait(pauseMs)
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
    }
  }

  async function untilReceived(path: string, request: Omit<RequestInit, 'method'>): Promise<string> {
    const { status, body } = await untilAnswered(path, request)
    if (status !== 201) throw new Error(`${path}: ${status} ${body}`)
    return body
  }

  async function upload({ nurse }: Submission, file: SentFile): Promise<string> {
    const headers = { ...headersOf(nurse.token, file.key), 'x-file-name': file.name }
    const stored = JSON.parse(await untilReceived('/api/v1/files', { body: file.bytes, headers }))
    if (stored.sha256 !== file.sha256) throw new Error(`${file.name}: other bytes were stored`)
    return stored.fileId
  }

  return {
    tries: () => tries,
    send: async (submission) => {
      const fileIds: string[] = []
      for (const file of submission.files) fileIds.push(await upload(submission, file))
      const headers = { ...headersOf(submission.nurse.token, submission.key), 'content-type': 'application/json' }
      const body = await untilReceived('/api/v1/cases', { body: caseBody(submission, fileIds), headers })
      const { caseId, number } = JSON.parse(body)
      return { submission, caseId, number, fileIds, body }
    },
    post: (member, path, body, key) => {
      const headers = { ...headersOf(member.token, key), 'content-type': 'application/json' }
      return untilAnswered(`/api/v1/${path}`, { body: JSON.stringify(body), headers })
    },
  }
}

/** Null when no answer came. */
async function attempt(url: string, request: Omit<RequestInit, 'method'>): Promise<Answer | null> {
  try {
    const answer = await fetch(url, { method: 'POST', ...request, signal: AbortSignal.timeout(PATIENCE_MS) })
    return { status: answer.status, body: await answer.text() }
  } catch {
    return null
  }
}

function isBusy({ status, body }: Answer): boolean {
  return status === 409 && /still being worked on|did not finish/.test(body)
}

export function headersOf(token: string, key: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'idempotency-key': key }
}
