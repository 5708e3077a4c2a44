import { describe, expect, test } from 'vitest'
import { bazettMs, bogossianQtMs, framinghamMs, fridericiaMs, hodgesMs } from './qtc'

const VECTORS = [
  { heartRateBpm: 60, qtMs: 400, bazett: 400.0, fridericia: 400.0, framingham: 400.0, hodges: 400.0 },
  { heartRateBpm: 75, qtMs: 400, bazett: 447.2, fridericia: 430.9, framingham: 430.8, hodges: 426.3 },
  { heartRateBpm: 100, qtMs: 360, bazett: 464.8, fridericia: 426.8, framingham: 421.6, hodges: 430.0 },
  { heartRateBpm: 120, qtMs: 320, bazett: 452.5, fridericia: 403.2, framingham: 397.0, hodges: 425.0 },
  { heartRateBpm: 45, qtMs: 460, bazett: 398.4, fridericia: 417.9, framingham: 408.7, hodges: 433.8 },
]

describe('corrected QT', () => {
  test.each(VECTORS)('of $qtMs ms at $heartRateBpm/min is as published', (vector) => {
    const rrMs = 60_000 / vector.heartRateBpm
    expect(Math.abs(bazettMs(vector.qtMs, rrMs) - vector.bazett)).toBeLessThan(0.1)
    expect(Math.abs(fridericiaMs(vector.qtMs, rrMs) - vector.fridericia)).toBeLessThan(0.1)
    expect(Math.abs(framinghamMs(vector.qtMs, rrMs) - vector.framingham)).toBeLessThan(0.1)
    expect(Math.abs(hodgesMs(vector.qtMs, rrMs) - vector.hodges)).toBeLessThan(0.1)
  })

  test('Bogossian takes 48.5 % of QRS away', () => {
    expect(bogossianQtMs(480, 160)).toBeCloseTo(402.4)
  })
})
