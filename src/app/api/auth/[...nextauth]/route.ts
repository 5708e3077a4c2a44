import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/auth-options'
import { isServedSafely } from '@/server/auth/safe-host'
import { problem, problemResponse } from '@/server/http/problem'

type Args = { params: Promise<{ nextauth: string[] }> }

async function handler(request: Request, args: Args): Promise<Response> {
  if (!isServedSafely(request.headers.get('host'))) {
    return problemResponse(problem('forbidden', 'Sign-in over plain http works on this machine only. Use https.'))
  }
  return NextAuth(authOptions())(request, args)
}

export { handler as GET, handler as POST }
