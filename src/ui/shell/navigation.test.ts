import { expect, it } from 'vitest'
import { currentItem, NAVIGATION } from './navigation'

it('marks the page whose address is the longest beginning of the path', () => {
  expect(currentItem(NAVIGATION.nurse, '/cases')?.key).toBe('cases')
  expect(currentItem(NAVIGATION.nurse, '/cases/new')?.key).toBe('newCase')
  expect(currentItem(NAVIGATION.nurse, '/cases/newer')?.key).toBe('cases')
  expect(currentItem(NAVIGATION.nurse, '/account')).toBeUndefined()
})
