import { describe, expect, it } from 'vitest'
import { safePath } from './safe-path'

describe('the page after signing in', () => {
  it.each([
    ['is the wanted one', '/cases/019?tab=report', '/cases/019?tab=report'],
    ['is the start page when none was wanted', undefined, '/'],
    ['is never another host', '//evil.example', '/'],
    ['is never another host behind a backslash', '/\\evil.example', '/'],
    ['is never a whole address', 'https://evil.example/', '/'],
    ['is never a script', 'javascript:alert(1)', '/'],
    ['has no control characters', '/\t/evil.example', '/'],
    ['is not the sign-in page again', '/sign-in?next=/queue', '/'],
    ['is not an answer of the API', '/api/v1/queue', '/'],
    ['is one, not several', ['/a', '/b'], '/'],
  ] as const)('%s', (_name, wanted, path) => {
    expect(safePath(wanted)).toBe(path)
  })
})
