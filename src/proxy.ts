import { type NextRequest, NextResponse } from 'next/server'

/**
 * Headers of pages: a fresh nonce for the content security policy, and the path that the sign-in page leads
 * back to. It guards nothing: who may see what is decided where data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set('x-yurak-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Not the API: its bodies must not pass through here, which would hold them in memory and cut them at 10 MB.
export const config = { matcher: ['/((?!api/|_next/|fonts/|icons/|theme.js|manifest.webmanifest|favicon.ico).*)'] }

function contentSecurityPolicy(nonce: string): string {
  // React Refresh compiles with eval while developing.
  const evaluating = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${evaluating}`,
    // Positions on the ECG paper are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
