import { expect, it } from 'vitest'
import { initialsOf } from './initials'

it.each([
  ['Bozorov Shavkat', 'B. Sh.'],
  ['Oʻktamova Gʻuncha', 'Oʻ. Gʻ.'],
  ['Xolmatova', 'X.'],
  ['  ', null],
  [null, null],
])('shows %s as %s', (name, expected) => {
  expect(initialsOf(name)).toBe(expected)
})
