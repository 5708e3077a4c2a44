import { expect, it } from 'vitest'
import { isFinal, problemOf } from './client'

it('takes only a problem of ours for a problem', () => {
  const problem = { type: 'about:blank', title: 'Gone', status: 404, code: 'not_found' }
  expect(problemOf(problem)).toEqual(problem)
  expect(problemOf('<html>502</html>')).toBeNull()
  expect(problemOf({ error: 'x' })).toBeNull()
  expect(problemOf(null)).toBeNull()
})

it('asks again after silence and while the database starts, after no other answer', () => {
  const base = { type: 'about:blank', title: '' } as const
  expect(isFinal(null)).toBe(false)
  expect(isFinal({ ...base, status: 503, code: 'unavailable' })).toBe(false)
  expect(isFinal({ ...base, status: 409, code: 'conflict' })).toBe(true)
})
