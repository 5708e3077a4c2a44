import { openApiDocument } from '@/cases/api/openapi'
import { readRoute } from '@/server/http/json-route'
import { version } from '../../../../../package.json'

export const GET = readRoute(async () => openApiDocument(version))
