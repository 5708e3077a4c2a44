import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS } from './endpoints'
import { openApiDocument } from './openapi'

/** Written by hand and by zod: read as plain JSON, as a client does. */
const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3')))
const SCHEMAS = ENDPOINTS.flatMap(({ method, path, body, answer, query }) => [
  ...(body instanceof z.ZodType ? [[`${method} ${path} body`, body, 'input'] as const] : []),
  ...(answer instanceof z.ZodType ? [[`${method} ${path} answer`, answer, 'output'] as const] : []),
  ...(query ? [[`${method} ${path} query`, query, 'output'] as const] : []),
])

describe('the OpenAPI document', () => {
  it('is version 3.1 and names our version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Yurak', version: '1.2.3' } })
  })

  it.each(ENDPOINTS.map(({ method, path }) => [method, path] as const))('describes %s %s', (method, path) => {
    const operation = document.paths[`/api/v1${path}`]?.[method.toLowerCase()]
    expect(operation?.summary).toMatch(/\.$/)
    expect(Object.keys(operation.responses)).toContain('default')
    expect(operation.parameters.some((one: { in: string }) => one.in === 'path')).toBe(path.includes('{'))
  })

  it.each(SCHEMAS)('loses nothing of the schema of %s', (_, schema, io) => {
    expect(() => z.toJSONSchema(schema, { io })).not.toThrow()
  })

  it('keeps the ranges that the server enforces', () => {
    const body = document.paths['/api/v1/cases'].post.requestBody.content['application/json'].schema
    expect(body.properties.clinical.properties.systolicMmHg).toMatchObject({ minimum: 40, maximum: 300 })
    expect(body.required).toEqual(expect.arrayContaining(['patient', 'clinical', 'fileIds']))
    expect(body.required).not.toContain('emergency')
  })

  it('lists every code of a problem', () => {
    const codes = document.components.schemas.Problem.properties.code.enum
    expect(codes).toEqual(expect.arrayContaining(['invalid_input', 'not_found', 'already_claimed', 'not_holder']))
  })

  it('lets one-time links be used without signing in, and nothing else', () => {
    const open = Object.entries(document.paths).filter(([, methods]) =>
      Object.values(methods as Record<string, { security?: unknown }>).some(({ security }) => security !== undefined),
    )
    expect(open.map(([path]) => path)).toEqual(['/api/v1/links'])
  })
})
