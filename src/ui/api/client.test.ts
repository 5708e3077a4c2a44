import { expect, it } from 'vitest'
import { problemOf } from './client'

it('takes only a problem of ours for a problem', () => {
  const problem = { type: 'about:blank', title: 'Gone', status: 404, code: 'not_found' }
  expect(problemOf(problem)).toEqual(problem)
  expect(problemOf('<html>502</html>')).toBeNull()
  expect(problemOf({ error: 'x' })).toBeNull()
  expect(problemOf(null)).toBeNull()
})
