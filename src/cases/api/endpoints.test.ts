import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from './endpoints'

const API = join(process.cwd(), 'src', 'app', 'api', 'v1')

/** `POST /cases/{id}/claim` of each method that a route file exports; any name in brackets is an id, but for codes of places. */
const ROUTES = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('route.ts'))
  .flatMap((path) => {
    const address = `/${path.replaceAll('\\', '/')}`
      .replace(/\/route\.ts$/, '')
      .replaceAll('[code]', '{code}')
      .replace(/\[\w+\]/g, '{id}')
    const methods = readFileSync(join(API, path), 'utf8').matchAll(
      /^export (?:const|async function) (GET|POST|PUT|PATCH|DELETE)\b/gm,
    )
    return [...methods].map(([, method]) => `${method} ${address}`)
  })
const TABLE = ENDPOINTS.map(({ method, path }) => `${method} ${path}`)

describe('the endpoints', () => {
  it.each(TABLE)('%s has a route', (endpoint) => {
    expect(ROUTES).toContain(endpoint)
  })

  it.each(ROUTES)('the route %s is in the table', (route) => {
    expect(TABLE).toContain(route)
  })

  it('are each listed once', () => {
    expect(new Set(TABLE).size).toBe(TABLE.length)
  })

  it('that write take a body, and those that read take none', () => {
    expect(ENDPOINTS.filter(({ method, body }) => (method === 'POST') !== (body !== undefined))).toEqual([])
  })

  it('are open to strangers only for one-time links', () => {
    expect(ENDPOINTS.filter(({ isPublic }) => isPublic).map(({ path }) => path)).toEqual(['/links'])
  })
})
