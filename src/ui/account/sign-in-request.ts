/** What came of a try to sign in; each is one sentence for the person. */
export type SignInOutcome = 'ok' | 'wrong_password' | 'rate_limited' | 'insecure' | 'no_connection' | 'unexpected'

/**
 * The two requests of next-auth's credentials sign-in. Its own `signIn()` leaves the page when the line is down;
 * here what was typed stays where it is.
 */
export async function requestSignIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' })
    if (!csrf.ok) return outcomeOf(csrf.status, null)
    // next-auth answers {csrfToken}; without it the next request is refused, which is an outcome too.
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const answer = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
    })
    const body: unknown = await answer.json().catch(() => null)
    return outcomeOf(answer.status, urlIn(body))
  } catch {
    return 'no_connection'
  }
}

/** next-auth puts the reason into the `error` of the address that it would lead to. */
export function outcomeOf(status: number, url: string | null): SignInOutcome {
  if (status === 403) return 'insecure'
  if (url === null) return 'unexpected'
  const target = new URL(url, 'http://localhost')
  const error = target.searchParams.get('error')
  if (error === 'CredentialsSignin') return 'wrong_password'
  if (error === 'rate_limited') return 'rate_limited'
  return status === 200 && error === null && !target.searchParams.has('csrf') ? 'ok' : 'unexpected'
}

function urlIn(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string' ? body.url : null
}
