import { describe, expect, it } from 'vitest'
import { outcomeOf } from './sign-in-request'

describe('the outcome of a sign-in', () => {
  it.each([
    ['is in when the answer leads on', 200, 'http://localhost:3000/', 'ok'],
    ['is a wrong password', 401, 'http://localhost:3000/api/auth/error?error=CredentialsSignin', 'wrong_password'],
    ['is too many tries', 401, 'http://localhost:3000/api/auth/error?error=rate_limited', 'rate_limited'],
    ['is a lost form token, to be tried again', 200, 'http://localhost:3000/api/auth/signin?csrf=true', 'unexpected'],
    ['is a refusal of plain http', 403, null, 'insecure'],
    ['is unexpected for anything else', 500, null, 'unexpected'],
  ] as const)('%s', (_name, status, url, outcome) => {
    expect(outcomeOf(status, url)).toBe(outcome)
  })
})
