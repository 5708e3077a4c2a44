import { describe, expect, it } from 'vitest'
import { gridPath } from './grid-path'

describe('the grid', () => {
  it('has a thick line every 5 mm inside the paper', () => {
    expect(gridPath(12, 6, 5)).toBe('M5 0v6M10 0v6M0 5h12')
  })

  it('has fine lines at every other millimetre', () => {
    expect(gridPath(7, 3, 1)).toBe('M1 0v3M2 0v3M3 0v3M4 0v3M6 0v3M0 1h7M0 2h7')
  })
})
