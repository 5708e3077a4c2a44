import { describe, expect, it } from 'vitest'
import { FITTED, keepInFrame, moveBy, turnRight, viewAfterKey, zoomAbout } from './picture-view'

const FRAME = { widthPx: 800, heightPx: 400 }

describe('a picture in its frame', () => {
  it('keeps the point under the pointer when it grows', () => {
    const point = { xPx: 100, yPx: -50 }
    const view = zoomAbout({ ...FITTED, zoom: 2, xPx: 30, yPx: 10 }, 1.5, point)

    expect(view.zoom).toBe(3)
    expect((point.xPx - view.xPx) / view.zoom).toBeCloseTo((point.xPx - 30) / 2, 9)
    expect((point.yPx - view.yPx) / view.zoom).toBeCloseTo((point.yPx - 10) / 2, 9)
  })

  it('fits again when it shrinks below the frame', () => {
    expect(zoomAbout({ zoom: 1.2, xPx: 40, yPx: 9, quarterTurns: 1 }, 0.5)).toEqual({ ...FITTED, quarterTurns: 1 })
  })

  it('grows twelvefold at most', () => {
    expect(zoomAbout({ ...FITTED, zoom: 11 }, 4).zoom).toBe(12)
  })

  it('cannot be pushed out of sight', () => {
    const view = keepInFrame(moveBy({ ...FITTED, zoom: 2 }, 5000, -5000), FRAME)

    expect(view).toMatchObject({ xPx: 400, yPx: -200 })
    expect(keepInFrame(moveBy(FITTED, 50, 50), FRAME)).toMatchObject({ xPx: 0, yPx: 0 })
  })

  it('turns on and on to the right and fits after each turn', () => {
    const turned = turnRight({ ...FITTED, zoom: 3, xPx: 5, quarterTurns: 3 })

    expect(turned).toEqual({ ...FITTED, quarterTurns: 4 })
  })

  it('leaves keys that are not its own to the page', () => {
    expect(viewAfterKey(FITTED, '1')).toBeNull()
    expect(viewAfterKey(FITTED, 'Escape')).toBeNull()
    expect(viewAfterKey(FITTED, '+')?.zoom).toBeGreaterThan(1)
  })
})
