import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newSecret, secretHash } from '@/server/auth/secrets'
import { sessionCookieName } from '@/server/auth/session'
import { submitCase } from '@/server/cases/submit-case'
import { db, makeClient, makePool } from '@/server/db/client'
import { isDatabaseAway } from '@/server/db/is-database-away'
import { env } from '@/server/env'
import { readUpload } from '@/server/files/read-upload'
import { guarded, jsonRoute, publicJsonRoute, readRoute } from '@/server/http/json-route'
import { WORKER_DATABASE_URL } from '../../support/database'
import { scpFile } from '../../support/files'
import { type Cast, COMMITTED, makeCast } from '../../support/people'
import { post, type Sent, tokenOf, withParams } from '../../support/requests'

/** What Next would read from the request's Cookie header; outside of Next there is none. */
const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}))

const ID = '01936f6e-0000-7000-8000-000000000001'
let cast: Cast
let token: string
let runs = 0

beforeAll(async () => {
  cast = await makeCast(db(), COMMITTED)
  token = await tokenOf(cast.nurse)
})
afterAll(() => db().$disconnect())

const echo = jsonRoute(async (ctx, params, body) => {
  runs += 1
  return { userId: ctx.actor.userId, params, body: JSON.stringify(body), runs }
})
const send = async (sent: Sent, params = {}) => answerOf(await echo(post({ token, ...sent }), withParams(params)))

async function answerOf(response: Response) {
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
}

describe('who asks', () => {
  it.each([
    ['nothing', {}],
    ['a token of ours that nobody has', { authorization: 'Bearer yrk_nobody' }],
    ['a token of somebody else', { authorization: 'Bearer abc' }],
    ['another scheme', { authorization: 'Basic abc' }],
  ])('is told to sign in with %s', async (_, headers) => {
    const { status, type, body } = await answerOf(await echo(post({ headers }), withParams()))
    expect({ status, type, code: body.code }).toEqual({
      ...{ status: 401, type: 'application/problem+json', code: 'unauthenticated' },
    })
  })

  it('is known by a token', async () => {
    const { status, body } = await send({ body: '{"a":1}' }, { id: ID })
    expect({ status, ...body }).toMatchObject({
      ...{ status: 200, userId: cast.nurse.actor.userId, params: { id: ID }, body: '{"a":1}' },
    })
  })

  it.each(['expired', 'revoked', 'of somebody dismissed'])('is not known by a token that is %s', async (how) => {
    const used = await tokenOf(cast.nurse2)
    const where = { tokenHash: secretHash(used) }
    const past = new Date(Date.now() - 1000)
    if (how === 'expired') await db().personalToken.update({ where, data: { expiresAt: past } })
    if (how === 'revoked') await db().personalToken.update({ where, data: { revokedAt: past } })
    const user = { id: cast.nurse2.actor.userId }
    if (how === 'of somebody dismissed') await db().user.update({ where: user, data: { isActive: false } })
    expect((await send({ token: used })).status).toBe(401)
    await db().user.update({ where: user, data: { isActive: true } })
  })
})

describe('a browser', () => {
  async function signIn(more: { revokedAt?: Date; expiresAt?: Date } = {}) {
    const sid = newSecret()
    const expiresAt = new Date(Date.now() + 60_000)
    const session = { userId: cast.nurse.actor.userId, tokenHash: secretHash(sid), createdAt: new Date(), expiresAt }
    await db().session.create({ data: { ...session, ...more } })
    jar.set(sessionCookieName(), await encode({ token: { sid }, secret: env().YURAK_SESSION_SECRET }))
  }
  const sendFrom = async (headers: Record<string, string>) => {
    const response = await echo(post({ headers: { host: 'localhost:3000', ...headers } }), withParams())
    return response.status
  }

  it.each([
    ['the own page', { origin: 'http://localhost:3000' }, 200],
    ['the own page, behind another name', { origin: 'http://yurak.test', host: 'yurak.test' }, 200],
    ['no page, as a navigation does', {}, 200],
    ['the own page, without an origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { origin: 'https://evil.test' }, 403],
    ['another site, without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port', { origin: 'http://localhost:4000' }, 403],
    ['a hidden place', { origin: 'null' }, 403],
  ])('writes from %s: %o gives %d', async (_, headers, status) => {
    await signIn()
    expect(await sendFrom(headers)).toBe(status)
  })

  it.each([{ revokedAt: new Date() }, { expiresAt: new Date(0) }])(
    'whose session ended is signed out: %o',
    async (end) => {
      await signIn(end)
      expect(await sendFrom({})).toBe(401)
    },
  )

  it('with a cookie that we did not make is signed out', async () => {
    await signIn()
    const forged = await encode({ token: { sid: newSecret() }, secret: 'another secret that is long enough' })
    jar.set(sessionCookieName(), forged)
    expect(await sendFrom({})).toBe(401)
    jar.clear()
  })
})

describe('a body', () => {
  it('may be missing, which is an empty one', async () => {
    expect((await send({})).body.body).toBe('{}')
  })

  it.each(['{', 'a=1', '\u0000'])('that is not JSON is refused: %j', async (body) => {
    const answer = await send({ body })
    expect(answer).toMatchObject({ status: 422, type: 'application/problem+json' })
    expect(answer.body).toMatchObject({ code: 'invalid_input', errors: [{ path: '', code: 'json' }] })
  })

  it('of more than a mebibyte is refused', async () => {
    expect(await send({ body: JSON.stringify('a'.repeat(1024 * 1024)) })).toMatchObject({
      ...{ status: 413, body: { code: 'too_large' } },
    })
  })

  it('that is compressed is refused, unread', async () => {
    const headers = { 'content-encoding': 'gzip' }
    expect(await send({ body: 'x', headers })).toMatchObject({ status: 415, body: { code: 'unsupported_encoding' } })
    expect((await send({ headers: { 'content-encoding': 'identity' } })).status).toBe(200)
  })

  it('names each field that is wrong or unknown', async () => {
    const submit = jsonRoute((ctx, _params, body) => submitCase(ctx, body), 201)
    const body = JSON.stringify({
      patient: { unknown: true, sex: 'male', ageYears: 300 },
      clinical: { reasons: ['dyspnoea'], pulse: 80 },
      fileIds: [],
      filesExpected: 1,
      urgent: true,
    })
    const answer = await answerOf(await submit(post({ token, body }), withParams()))
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { path: 'patient.ageYears', code: 'too_big' },
        { path: 'clinical.pulse', code: 'unknown_field' },
        { path: 'urgent', code: 'unknown_field' },
      ]),
    )
  })
})

describe('an id in the path', () => {
  it.each(['1', 'x', '../../etc', "' or 1=1"])('that is none is not found: %j', async (id) => {
    expect(await send({}, { id })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })
})

describe('a key', () => {
  it('makes a repeated request one, over the wire', async () => {
    const headers = { 'idempotency-key': newSecret() }
    const first = await send({ body: '{"a":1}', headers })
    const before = runs
    expect(await send({ body: '{"a":1}', headers })).toEqual(first)
    expect(runs).toBe(before)
    const other = await send({ body: '{"a":2}', headers })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })

  it.each(['a b', 'ключ'.slice(0, 0).padEnd(201, 'k')])('is 1 to 200 printable characters: %j', async (key) => {
    expect((await send({ headers: { 'idempotency-key': key } })).body).toMatchObject({
      ...{ code: 'invalid_input', errors: [{ path: 'Idempotency-Key', code: 'invalid' }] },
    })
  })

  it('keeps an answer that holds a secret sealed, and gives the same one again', async () => {
    const secret = jsonRoute(async () => ({ token: newSecret() }), 201)
    const headers = { 'idempotency-key': newSecret() }
    const first = await answerOf(await secret(post({ token, headers }), withParams()))
    expect(await answerOf(await secret(post({ token, headers }), withParams()))).toEqual(first)
    const kept = await db().idempotencyKey.findFirstOrThrow({ where: { key: headers['idempotency-key'] } })
    const stored = Object.values(kept).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
    )
    expect(stored.join(' ')).not.toContain(first.body.token)
  })
})

describe('a bug', () => {
  it('is logged, and the caller hears one sentence', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const broken = readRoute(async () => {
      throw new Error('select * from secrets')
    })
    const answer = await answerOf(await broken(post({ token }), withParams()))
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('secrets')
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})

describe('a database that is away', () => {
  it('is no bug: the same request may be sent again soon', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const unreachable = makeClient('postgresql://nobody@127.0.0.1:1/nothing')
    const asking = readRoute(async () => unreachable.heartbeat.findMany())
    const response = await asking(post({ token }), withParams())
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await answerOf(response)).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
    await unreachable.$disconnect()
  })

  it('stays away however it says so', () => {
    const said = [
      'Raw query failed. Code: `57P03`. Message: `the database system is starting up`',
      'terminating connection due to unexpected postmaster exit (57P01)',
      'Client has encountered a connection error and is not queryable',
      'Connection terminated unexpectedly',
    ]
    for (const message of said) expect(isDatabaseAway(new Error(message)), message).toBe(true)
    expect(isDatabaseAway(new Error('duplicate key value violates unique constraint (23505)'))).toBe(false)
  })

  it('does not end the process with the connections that it breaks', async () => {
    const pool = makePool(WORKER_DATABASE_URL, 1)
    const client = await pool.connect()
    expect(client.listenerCount('error')).toBeGreaterThan(0)
    client.release()
    await pool.end()
  })
})

describe('answers', () => {
  it('are never kept by a cache', async () => {
    const read = readRoute(async (_ctx, _params, search) => search)
    const response = await read(post({ token, path: '/api/v1/test?q=a&limit=2' }), withParams())
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(await response.json()).toEqual({ q: 'a', limit: '2' })
    expect((await echo(post({ token }), withParams())).headers.get('cache-control')).toContain('no-store')
  })

  it('of a public route need no sign-in', async () => {
    const open = publicJsonRoute(async (_db, body) => ({ got: JSON.stringify(body) }))
    expect(await answerOf(await open(post({ body: '[1]' }), withParams()))).toMatchObject({
      ...{ status: 200, body: { got: '[1]' } },
    })
  })
})

describe('an upload over the wire', () => {
  const received = guarded(async (ctx, request) => {
    const { name, bytes, sha256 } = await readUpload(ctx, request)
    return Response.json({ name, lengthBytes: bytes.length, sha256: Buffer.from(sha256).toString('hex') })
  })
  const uploadOf = async (sent: Sent) => answerOf(await received(post({ token, ...sent }), withParams()))
  const file = scpFile()

  it('is the raw body, with its name in a header', async () => {
    const headers = { 'x-file-name': encodeURIComponent('Юрак ECG.scp') }
    expect((await uploadOf({ body: file, headers })).body).toMatchObject({
      ...{ name: 'Юрак ECG.scp', lengthBytes: file.length },
    })
  })

  it('is the first file of a form', async () => {
    const form = new FormData()
    form.set('note', 'text')
    form.set('file', new File([file], 'ecg.scp'))
    const raw = (await uploadOf({ body: file })).body
    expect((await uploadOf({ body: form })).body).toEqual({ ...raw, name: 'ecg.scp' })
  })

  it('without a file in its form is refused', async () => {
    const form = new FormData()
    form.set('note', 'text')
    expect((await uploadOf({ body: form })).body).toMatchObject({ errors: [{ path: 'file', code: 'missing' }] })
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\ECG\\a.scp', 'a.scp'],
    ['a\u0000b\u202e.scp', 'ab.scp'],
    ['', 'ecg'],
    ['a'.repeat(300), 'a'.repeat(200)],
  ])('has a name and never a path: %j becomes %j', async (sent, name) => {
    const headers = { 'x-file-name': encodeURIComponent(sent) }
    expect((await uploadOf({ body: file, headers })).body.name).toBe(name)
  })

  it('with a broken name is called ecg', async () => {
    expect((await uploadOf({ body: file, headers: { 'x-file-name': '%E0%A4%A' } })).body.name).toBe('ecg')
  })

  it.each([
    ['announces more than 20 MiB', { 'content-length': String(20 * 1024 * 1024 + 1) }, 413],
    ['was cut off', { 'content-length': String(file.length + 1) }, 422],
    ['is longer than announced', { 'content-length': '10' }, 422],
  ])('that %s is refused', async (_, headers, status) => {
    expect((await uploadOf({ body: file, headers })).status).toBe(status)
  })

  it('that goes on beyond 20 MiB unannounced ends at once', async () => {
    let sentBytes = 0
    const endless = new ReadableStream({
      pull(controller) {
        sentBytes += 1024 * 1024
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })
    const request = new Request('http://localhost:3000/api/v1/files', {
      ...{ method: 'POST', body: endless, duplex: 'half', headers: { authorization: `Bearer ${token}` } },
    })
    expect((await received(request, withParams())).status).toBe(413)
    expect(sentBytes).toBeLessThan(24 * 1024 * 1024)
  })
})
