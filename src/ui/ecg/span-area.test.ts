import { describe, expect, it } from 'vitest'
import { layoutTrace, STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import type { Lead } from '@/ecg/types'
import { areaPath } from './span-area'

const RATE_HZ = 100
const lead = (samplesUv: Float32Array): Lead => ({ name: 'I', samplesUv, isDerived: false })
const raised = Float32Array.from({ length: 1000 }, (_, index) => (index >= 20 && index < 30 ? 300 : 0))

function area(samplesUv: Float32Array) {
  const samples = { sampleRateHz: RATE_HZ, leads: [lead(samplesUv)] }
  const sheet = layoutTrace(samples, '12x1', STANDARD_SCALE)
  const box = sheet.boxes.find((one) => one.lead === 'I')
  if (!box) throw new Error('no box')
  return { box, pathD: areaPath(sheet, samples, box, { fromMs: 200, toMs: 280, levelAtMs: 100 }) }
}

describe('the area of a raised ST', () => {
  it('lies between the trace and the level before QRS, to the scale of the paper', () => {
    const { box, pathD } = area(raised)
    const points = pathD.match(/[\d.]+ [\d.]+/g)?.map((point) => point.split(' ').map(Number)) ?? []
    const tops = points.map(([, yMm]) => yMm ?? 0)
    expect(Math.max(...tops)).toBeCloseTo(box.yMm, 2)
    expect(Math.min(...tops)).toBeCloseTo(box.yMm - 3, 2)
    const places = points.map(([xMm]) => xMm ?? 0)
    expect(Math.max(...places) - Math.min(...places)).toBeCloseTo(0.08 * 25, 2)
  })

  it('is not drawn over samples that are missing', () => {
    const gap = raised.map((sample, index) => (index === 25 ? Number.NaN : sample))
    expect(area(gap).pathD).toBe('')
  })
})
