import { getCase } from '@/server/cases/case-queries'
import { readRoute } from '@/server/http/json-route'

export const GET = readRoute((ctx, { id = '' }) => getCase(ctx, id))
