import { describe, expect, it } from 'vitest'
import { tracePath } from './trace-path'

const PLACE = { xMm: 10, yMm: 15, baselineUv: 0, mmPerSample: 0.05, mmPerUv: 0.01, toleranceMm: 0.025 }

describe('a trace path', () => {
  it('is nothing for no samples', () => {
    expect(tracePath({ samplesUv: new Float32Array(10), fromIndex: 10, toIndex: 20 }, PLACE)).toBe('')
  })

  it('is a dot for one sample', () => {
    expect(tracePath({ samplesUv: Float32Array.of(100), fromIndex: 0, toIndex: 1 }, PLACE)).toBe('M10 14l0 0')
  })

  it('is one line for a flat stretch', () => {
    expect(tracePath({ samplesUv: new Float32Array(1001), fromIndex: 0, toIndex: 1001 }, PLACE)).toBe('M10 15l50 0')
  })

  it('keeps a spike of one sample at its full height', () => {
    const samplesUv = new Float32Array(1000)
    samplesUv[500] = 2000

    expect(tracePath({ samplesUv, fromIndex: 0, toIndex: 1000 }, PLACE)).toBe('M10 15l24.95 0 .05-20 .05 20 24.9 0')
  })

  it('starts at the given place whichever part is drawn', () => {
    const samplesUv = Float32Array.from({ length: 100 }, (_, index) => (index < 50 ? 0 : 500))

    expect(tracePath({ samplesUv, fromIndex: 60, toIndex: 100 }, PLACE)).toBe('M10 10l1.95 0')
  })

  it('breaks where samples are missing, and never bridges them', () => {
    const samplesUv = Float32Array.from({ length: 100 }, (_, index) => (index >= 20 && index < 40 ? Number.NaN : 0))

    expect(tracePath({ samplesUv, fromIndex: 0, toIndex: 100 }, PLACE)).toBe('M10 15l.95 0M12 15l2.95 0')
  })

  it('is nothing where every sample is missing', () => {
    expect(tracePath({ samplesUv: Float32Array.of(Number.NaN), fromIndex: 0, toIndex: 1 }, PLACE)).toBe('')
  })

  it('stays within the tolerance of every sample', () => {
    const samplesUv = Float32Array.from({ length: 3000 }, (_, index) => {
      return 800 * Math.sin(index / 17) + 40 * Math.sin(index * 2.3) + (index % 400 === 0 ? 1500 : 0)
    })
    const pathD = tracePath({ samplesUv, fromIndex: 0, toIndex: 3000 }, PLACE)
    const yAt = interpolate(pathD)
    const worstMm = samplesUv.reduce((worst, sampleUv, index) => {
      return Math.max(worst, Math.abs(yAt(10 + index * 0.05) - (15 - sampleUv * 0.01)))
    }, 0)

    expect(worstMm).toBeLessThan(0.025 + 0.011)
  })
})

function interpolate(pathD: string): (xMm: number) => number {
  const numbers = (pathD.match(/-?\d*\.?\d+/g) ?? []).map(Number)
  const points: { x: number; y: number }[] = []
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const last = points.at(-1) ?? { x: 0, y: 0 }
    points.push({ x: last.x + (numbers[index] ?? 0), y: last.y + (numbers[index + 1] ?? 0) })
  }
  return (xMm) => {
    const next = points.findIndex((point) => point.x >= xMm - 1e-9)
    const to = points[next] ?? { x: xMm, y: Number.NaN }
    const from = points[next - 1] ?? to
    const share = to.x > from.x ? (xMm - from.x) / (to.x - from.x) : 1
    return from.y + (to.y - from.y) * share
  }
}
