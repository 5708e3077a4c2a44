import { describe, expect, it } from 'vitest'
import { matches } from './matches'

describe('a search', () => {
  it.each([
    ['finds a part of a word', 'jarq', true],
    ['finds a name written with another apostrophe', "Jarqo'rg'on", true],
    ['finds a name written without apostrophes', 'jarqorgon', true],
    ['finds words in any order', 'ttb jarqo', true],
    ['needs every word', 'jarqo denov', false],
    ['finds everything with nothing', '  ', true],
    ['finds a Latin name typed in Cyrillic', 'Жарқўрғон', true],
    ['does not find another name typed in Cyrillic', 'Денов', false],
  ] as const)('%s', (_name, search, isFound) => {
    expect(matches(search, ['Jarqoʻrgʻon', null, 'TTB'])).toBe(isFound)
  })
})
