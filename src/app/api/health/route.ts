import { health } from '@/server/health/health'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const body = await health()
  return Response.json(body, { status: body.database === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
