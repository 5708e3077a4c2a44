import { describe, expect, it } from 'vitest'
import type { Beat } from '../measure/types'
import type { Caliper } from './caliper'
import { placingError, readingOf } from './reading'
import { fiducialsIn, marchedMs, markedInterval, nextFiducialMs, rrNear, snappedMs } from './snapping'

const BASE: Caliper = {
  kind: 'time',
  lead: 'II',
  fromMs: 1000,
  toMs: 1800,
  fromUv: null,
  toUv: null,
  rrMs: null,
  errorMs: 4,
  errorUv: 10,
  picture: null,
}

const beatAt = (rPeakMs: number): Beat => ({
  rPeakMs,
  pOnsetMs: rPeakMs - 190,
  pPeakMs: rPeakMs - 140,
  pOffsetMs: rPeakMs - 90,
  qrsOnsetMs: rPeakMs - 40,
  qrsOffsetMs: rPeakMs + 50,
  tPeakMs: rPeakMs + 260,
  tOffsetMs: rPeakMs + 340,
  class: 'dominant',
  axisDeg: 60,
})
const MARKED = { beats: [beatAt(500), beatAt(1300), beatAt(2300)], beatsByLead: {} }

describe('a caliper', () => {
  it('says the interval and how often a minute it fits', () => {
    expect(readingOf(BASE)).toMatchObject({ durationMs: 800, rateBpm: 75, amplitudeUv: null, errorMs: 4 })
    expect(readingOf({ ...BASE, fromMs: 1800, toMs: 1000 }).durationMs).toBe(800)
  })

  it('names no rate for a part of a beat', () => {
    expect(readingOf({ ...BASE, kind: 'qrs', toMs: 1090 })).toMatchObject({ durationMs: 90, rateBpm: null })
  })

  it('corrects QT by Fridericia and by Bazett, and only where RR is known', () => {
    const qt: Caliper = { ...BASE, kind: 'qt', fromMs: 0, toMs: 400, rrMs: 640 }

    expect(readingOf(qt).qtcFridericiaMs).toBeCloseTo(400 / Math.cbrt(0.64), 6)
    expect(readingOf(qt).qtcBazettMs).toBeCloseTo(500, 6)
    expect(readingOf({ ...qt, rrMs: null }).qtcFridericiaMs).toBeNull()
  })

  it('says an amplitude with its sign', () => {
    expect(readingOf({ ...BASE, kind: 'amplitude', fromUv: 50, toUv: -250 }).amplitudeUv).toBe(-300)
  })

  it('states an error of at least a sample and a pixel', () => {
    expect(placingError(500, 0.25, { mmPerSecond: 25, mmPerMv: 10 })).toEqual({ errorMs: 10, errorUv: 25 })
    expect(placingError(100, 0.1, { mmPerSecond: 50, mmPerMv: 20 })).toEqual({ errorMs: 10, errorUv: 5 })
  })
})

describe('the marks of the engine', () => {
  it('draw a caliper within reach, the nearest first', () => {
    const fiducials = fiducialsIn(MARKED, 'II')

    expect(snappedMs(1255, fiducials, 20)).toBe(1260)
    expect(snappedMs(1230, fiducials, 10)).toBe(1230)
  })

  it('are those of the lead where it has its own', () => {
    const own = { ...beatAt(1300), qrsOnsetMs: 1254 }
    const beatsByLead = { V1: [beatAt(500), own, beatAt(2300)] }

    expect(snappedMs(1250, fiducialsIn({ ...MARKED, beatsByLead }, 'V1'), 20)).toBe(1254)
    expect(snappedMs(1250, fiducialsIn({ ...MARKED, beatsByLead }, 'V2'), 20)).toBe(1260)
  })

  it('are gone through one by one', () => {
    const fiducials = fiducialsIn(MARKED, null)

    expect(nextFiducialMs(1260, fiducials, 1)).toBe(1300)
    expect(nextFiducialMs(1260, fiducials, -1)).toBe(1210)
    expect(nextFiducialMs(9000, fiducials, 1)).toBe(9000)
  })

  it('say where an interval of the nearest beat lies, with the RR before it', () => {
    expect(markedInterval(MARKED, 'pr', 1310)).toEqual({ fromMs: 1110, toMs: 1260, rrMs: null })
    expect(markedInterval(MARKED, 'qt', 2200)).toEqual({ fromMs: 2260, toMs: 2640, rrMs: 1000 })
    expect(markedInterval(MARKED, 'qt', 400)?.rrMs).toBe(800)
    expect(markedInterval(MARKED, 'rr', 2400)).toEqual({ fromMs: 1300, toMs: 2300, rrMs: null })
    expect(markedInterval({ beats: [], beatsByLead: {} }, 'rr', 0)).toBeNull()
  })
})

describe('a place of a long recording far from the minute that is marked', () => {
  it('has neither an interval by the marks nor an RR to correct QT with', () => {
    expect(markedInterval(MARKED, 'rr', 600_000)).toBeNull()
    expect(rrNear(MARKED, 600_000)).toBeNull()
    expect(rrNear(MARKED, 1400)).toBe(800)
  })
})

describe('marching out', () => {
  it('repeats the interval to both sides', () => {
    expect(marchedMs({ fromMs: 1000, toMs: 1800, rrMs: null }, 0, 3000)).toEqual([200, 1000, 1800, 2600])
  })

  it('draws no comb', () => {
    expect(marchedMs({ fromMs: 1000, toMs: 1010, rrMs: null }, 0, 3000)).toEqual([])
  })
})
