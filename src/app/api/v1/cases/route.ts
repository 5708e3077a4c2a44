import { listCases } from '@/server/cases/case-queries'
import { submitCase } from '@/server/cases/submit-case'
import { jsonRoute, readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, _params, search) => listCases(ctx, search))
export const POST = jsonRoute((ctx, _params, body) => submitCase(ctx, body), 201)
