import { describe, expect, it } from 'vitest'
import { pictureCaliper, scaleOf, spotInBox, tiltOf } from './picture-scale'
import { readingOf } from './reading'

const SIZE = { width: 1000, height: 500 }
const KNOWN = { knownMm: 10, mmPerSecond: 25, mmPerMv: 10 }
const RULER = { page: 1, from: { x: 0.1, y: 0.1 }, to: { x: 0.18, y: 0.1 }, size: SIZE }
const SCALE = { ...KNOWN, pxPerMm: 8, page: 1, fromX: 0.1, fromY: 0.1, toX: 0.18, toY: 0.1 }
const placed = {
  kind: 'time' as const,
  page: 1,
  from: { x: 0.1, y: 0.5 },
  to: { x: 0.26, y: 0.5 },
  size: SIZE,
  scale: SCALE,
  screenPx: 2,
  quarterTurns: 0,
  rrMs: null,
}

describe('a caliper on a picture', () => {
  it('turns a distance into milliseconds by the scale of two taps', () => {
    // 160 px at 8 px a millimetre are 20 mm: 800 ms.
    const caliper = pictureCaliper(placed)

    expect(readingOf(caliper)).toMatchObject({ durationMs: 800, rateBpm: 75 })
    expect(caliper.errorMs).toBe(30)
    expect(caliper.picture).toEqual({ page: 1, fromX: 0.1, fromY: 0.5, toX: 0.26, toY: 0.5, scale: SCALE })
  })

  it('turns a height into millivolts, upwards positive however the picture was taken', () => {
    const up = { ...placed, kind: 'amplitude' as const, to: { x: 0.1, y: 0.34 } }

    expect(readingOf(pictureCaliper(up)).amplitudeUv).toBe(1000)
    expect(readingOf(pictureCaliper({ ...up, quarterTurns: 2 })).amplitudeUv).toBe(-1000)
    const sideways = { ...up, to: { x: 0.18, y: 0.5 } }
    expect(readingOf(pictureCaliper({ ...sideways, quarterTurns: 3 })).amplitudeUv).toBe(1000)
    expect(readingOf(pictureCaliper({ ...sideways, quarterTurns: 1 })).amplitudeUv).toBe(-1000)
  })

  it('takes its scale from two places on a known distance, and none from one place', () => {
    const scale = scaleOf(RULER, KNOWN)

    expect(scale).toEqual({ ...SCALE, pxPerMm: expect.closeTo(8, 9) })
    expect(scaleOf({ ...RULER, to: RULER.from }, KNOWN)).toBeNull()
  })

  it('knows how far the paper lies turned, whether the line runs across or down', () => {
    expect(tiltOf(SCALE, SIZE)).toBe(0)
    expect(tiltOf({ ...SCALE, toX: 0.1, toY: 0.3 }, SIZE)).toBe(0)
    expect(tiltOf({ ...SCALE, toX: 0.2, toY: 0.12 }, SIZE)).toBeCloseTo(5.71, 2)
    expect(tiltOf({ ...SCALE, toX: 0.09, toY: 0.3 }, SIZE)).toBeCloseTo(5.71, 2)
  })

  it('finds its place in a picture that is fitted into a box', () => {
    expect(spotInBox({ x: 200, y: 200 }, { width: 400, height: 400 }, SIZE)).toEqual({ x: 0.5, y: 0.5 })
    expect(spotInBox({ x: 0, y: 100 }, { width: 400, height: 400 }, SIZE)).toEqual({ x: 0, y: 0 })
  })
})
