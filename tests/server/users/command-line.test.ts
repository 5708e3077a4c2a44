import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretHash } from '@/server/auth/secrets'
import { ownDatabase } from '../../support/database'
import { openOffice } from '../../support/office'

/** Each start of a program loads Prisma anew. */
const PROGRAMS_MS = 60_000

type Outcome = { readonly code: number; readonly out: string; readonly err: string }

describe('the programs of the command line', () => {
  it(
    'print a token alone, make the first admin, and refuse in one sentence',
    () =>
      ownDatabase(async (db, url) => {
        const nurse = await db.$transaction(async (tx) => (await openOffice(tx)).contextOf('nurse'))

        const token = await run(url, 'token', nurse.actor.email)
        expect(token).toMatchObject({ code: 0, err: '' })
        expect(token.out).toMatch(/^yrk_[\w-]{43}\n$/)
        const tokenHash = secretHash(token.out.trim())
        expect(await db.personalToken.findUnique({ where: { tokenHash } })).toMatchObject({ name: 'command line' })

        const admin = await run(url, 'admin', 'first@ministry.uz')
        expect(admin).toMatchObject({ code: 0, err: '' })
        expect(admin.out).toMatch(
          /^first@ministry\.uz is now an admin: .* at http:\/\/localhost:3000\/link\/[\w-]{43}\n$/,
        )

        const refusals = await Promise.all([
          run(url, 'token', 'nobody@nowhere.uz'),
          run(url, 'admin', nurse.actor.email),
          run(url, 'admin', 'not an e-mail'),
          run(url, 'token', null),
        ])
        for (const { code, out, err } of refusals) {
          expect({ code, out, sentences: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', sentences: 1 })
        }
      }),
    PROGRAMS_MS,
  )
})

/** The bundles that `npm run token` and `npm run admin` run; the set-up of these tests has built them. */
function run(databaseUrl: string, program: 'token' | 'admin', email: string | null): Promise<Outcome> {
  const file = join(process.cwd(), '.data', 'build', `${program}.mjs`)
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  return new Promise((resolve) => {
    const done = execFile(process.execPath, [file, ...(email === null ? [] : [email])], { env }, (_error, out, err) =>
      resolve({ code: done.exitCode ?? 1, out, err }),
    )
  })
}
