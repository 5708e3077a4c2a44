import { describe, expect, it } from 'vitest'
import { clampedOffset, levelFor, nextEvent, offsetOfEvent, offsetOfKey, pageOf } from './moves'
import { stripPath } from './strip-path'
import { tileLevels } from './tiles'

const DAY_MS = 86_400_000

describe('moving in a long recording', () => {
  it('never leaves it', () => {
    expect(clampedOffset(-5, DAY_MS)).toBe(0)
    expect(clampedOffset(DAY_MS, DAY_MS)).toBe(DAY_MS - 10_000)
    expect(clampedOffset(500, 4000)).toBe(0)
  })

  it.each([
    ['ArrowRight', false, 61_000],
    ['ArrowLeft', false, 59_000],
    ['ArrowUp', true, 120_000],
    ['ArrowDown', true, 0],
    ['PageDown', false, 70_000],
    ['PageUp', false, 50_000],
    ['Home', false, 0],
    ['End', false, DAY_MS - 10_000],
    ['x', false, null],
  ])('by %s, far: %s', (key, isFar, expected) => {
    expect(offsetOfKey(key, isFar, 60_000, DAY_MS)).toBe(expected)
  })

  it('steps from event to event and stops behind the last', () => {
    const events = [{ fromMs: 1000 }, { fromMs: 50_000 }, { fromMs: 51_000 }, { fromMs: DAY_MS - 500 }]
    const walk = (direction: 1 | -1, from: number) => {
      const seen: number[] = []
      for (let at = from, left = 10; left > 0; left -= 1) {
        const event = nextEvent(events, at, direction, DAY_MS)
        if (!event) break
        seen.push(event.fromMs)
        at = offsetOfEvent(event, DAY_MS)
      }
      return seen
    }
    expect(walk(1, 0)).toEqual([50_000, 51_000, DAY_MS - 500])
    expect(walk(-1, DAY_MS - 10_000)).toEqual([51_000, 50_000, 1000])
  })

  it('shows the page of the strip that holds the middle of the paper', () => {
    expect(pageOf(0, Number.POSITIVE_INFINITY, DAY_MS)).toEqual({ fromMs: 0, toMs: DAY_MS })
    expect(pageOf(3_598_000, 3_600_000, DAY_MS)).toEqual({ fromMs: 3_600_000, toMs: 7_200_000 })
    expect(pageOf(DAY_MS - 10_000, 3_600_000, DAY_MS).toMs).toBe(DAY_MS)
  })

  it('draws each width from the coarsest tiles that fill it', () => {
    const levels = tileLevels(250, 250 * 86_400)
    expect(levelFor(levels, 250, DAY_MS)?.level).toBe(3)
    expect(levelFor(levels, 250, 3_600_000)?.level).toBe(2)
    expect(levelFor(levels, 250, 300_000)?.level).toBe(1)
  })
})

describe('the strip', () => {
  it('draws each bucket from its highest to its lowest, and leaves out what is missing', () => {
    const samplesUv = Float32Array.from([-500, 500, Number.NaN, Number.NaN, 0, 250])
    const samples = { sampleRateHz: 2, leads: [{ name: 'II' as const, isDerived: false, samplesUv }] }
    const path = stripPath([{ samples, startMs: 0 }], 'II', { fromMs: 0, toMs: 3000 }, { width: 300, height: 100 })
    expect(path.match(/M/g)).toHaveLength(2)
    expect(path.startsWith('M50 ')).toBe(true)
    expect(path).toContain('M250 ')
    expect(stripPath([{ samples, startMs: 0 }], 'V1', { fromMs: 0, toMs: 3000 }, { width: 300, height: 100 })).toBe('')
  })
})
