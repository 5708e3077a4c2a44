/** The OpenAPI 3.1 document of `/api/v1`, made from the zod schemas that the server parses with. */
import { z } from 'zod'
import { FAILURE_STATUS } from '../failure'
import { ENDPOINTS, type Endpoint } from './endpoints'

type Json = Record<string, unknown>

export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of ENDPOINTS) {
    const path = `/api/v1${endpoint.path}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yurak',
      version,
      description: 'Tele-ECG referral. Instants are ISO 8601 in UTC; problems are RFC 9457 with `code`.',
    },
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token of the account page.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-yurak-session' },
      },
      schemas: { Problem: PROBLEM },
    },
  }
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(FAILURE_STATUS) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: { path: { type: 'string' }, code: { type: 'string' } },
      },
    },
  },
}

function operation(endpoint: Endpoint): Json {
  return {
    summary: endpoint.summary,
    ...(endpoint.isPublic ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)],
    ...(endpoint.body ? { requestBody: { required: true, content: bodyContent(endpoint.body) } } : {}),
    responses: {
      [endpoint.status]: { description: 'Done.', content: answerContent(endpoint.answer) },
      default: {
        description: 'A problem.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function pathParameters({ path }: Endpoint): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'code' ? { type: 'string', pattern: '^\\d{4}$' } : { type: 'string', format: 'uuid' },
  }))
}

function queryParameters({ query }: Endpoint): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: schemaOf(schema as z.ZodType, 'output'), // every field of a zod object is a zod schema
  }))
}

function headerParameters({ method, isPublic }: Endpoint): Json[] {
  if (method !== 'POST' || isPublic) return []
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'The same key gets the same answer for 72 h.',
      schema: { type: 'string', maxLength: 200 },
    },
  ]
}

function bodyContent(body: NonNullable<Endpoint['body']>): Json {
  if (body !== 'bytes') return { 'application/json': { schema: schemaOf(body, 'input') } }
  const bytes = { type: 'string', contentMediaType: 'application/octet-stream' }
  return {
    'application/octet-stream': { schema: bytes },
    'multipart/form-data': { schema: { type: 'object', properties: { file: bytes } } },
  }
}

function answerContent(answer: Endpoint['answer']): Json {
  if (answer === 'bytes')
    return { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } }
  if (answer === 'events') return { 'text/event-stream': { schema: { type: 'string' } } }
  return { 'application/json': { schema: schemaOf(answer, 'output') } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
