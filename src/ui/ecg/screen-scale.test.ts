import { describe, expect, it } from 'vitest'
import { isActualSize, parseScreen, screenText } from './screen-scale'
import { choiceText, parseChoice, USUAL_CHOICE } from './viewer-choice'

describe('the scale of a screen', () => {
  it('comes back from the cookie as it was kept', () => {
    const screen = { pxPerMm: 5.123, pixelRatio: 1.25 }

    expect(parseScreen(screenText(screen))).toEqual(screen)
  })

  it.each([undefined, '', '4', '0.100x1.000', '99.000x1.000', '4.000x0.000', 'NaNxNaN'])(
    'is unknown for %s',
    (text) => {
      expect(parseScreen(text)).toBeNull()
    },
  )

  it('is actual size only at full size and at the pixel ratio at which it was found', () => {
    const screen = { pxPerMm: 5, pixelRatio: 2 }

    expect(isActualSize(screen, 1, 2)).toBe(true)
    expect(isActualSize(screen, 1.5, 2)).toBe(false)
    expect(isActualSize(screen, 1, 2.2)).toBe(false)
    expect(isActualSize(null, 1, 2)).toBe(false)
  })
})

describe('the choice of a reader', () => {
  it('comes back from the cookie as it was kept', () => {
    const choice = { wide: 'cabrera', narrow: 'single', lead: 'V4R' } as const

    expect(parseChoice(choiceText(choice))).toEqual(choice)
  })

  it('is the usual one where the cookie is missing or broken', () => {
    expect(parseChoice(undefined)).toEqual(USUAL_CHOICE)
    expect(parseChoice('%E0%A4%A')).toEqual(USUAL_CHOICE)
    expect(parseChoice('7x7 nowhere V99')).toEqual(USUAL_CHOICE)
  })
})
