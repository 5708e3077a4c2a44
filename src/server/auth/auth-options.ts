import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env, isSecureBase } from '../env'
import { AppError } from '../errors'
import { sessionCookieName } from './session'
import { endSession, SESSION_HOURS, signInWithPassword } from './sign-in'

/**
 * next-auth carries the cookie and nothing else: the encrypted token holds only a random session id,
 * and every request looks its hash up in the database (session.ts).
 */
export function authOptions(): NextAuthOptions {
  const isSecure = isSecureBase()
  return {
    secret: env().YURAK_SESSION_SECRET,
    useSecureCookies: isSecure,
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const from = { address: addressOf(request.headers), userAgent: text(request.headers?.['user-agent']) }
          try {
            const sid = await signInWithPassword(credentials, from)
            return sid ? { id: sid } : null
          } catch (error) {
            // next-auth hands the message of an Error to the page as `error`: give it the code alone.
            if (error instanceof AppError) throw new Error(error.code)
            throw error
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? baseUrl + url : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token.sid === 'string') await endSession(token.sid)
      },
    },
  }
}

/** Behind a proxy the last hop's address is the only one that the sender cannot choose. */
function addressOf(headers: Readonly<Record<string, unknown>> | undefined): string {
  return text(headers?.['x-forwarded-for'])?.split(',').at(-1)?.trim() ?? 'local'
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
