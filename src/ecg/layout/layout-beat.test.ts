import { describe, expect, it } from 'vitest'
import type { Marks } from '../measure/types'
import { BEAT_SCALE, layoutBeat } from './layout-beat'

const NONE: Marks = {
  rPeakMs: 400,
  pOnsetMs: null,
  pPeakMs: null,
  pOffsetMs: null,
  qrsOnsetMs: 360,
  qrsOffsetMs: 450,
  tPeakMs: null,
  tOffsetMs: null,
}
const spike = (uv: number) => Float32Array.from({ length: 500 }, (_, index) => (index === 200 ? uv : 0))
const beat = { sampleRateHz: 500, rIndex: 200, leads: { I: spike(1000), V2: spike(-2000) }, marks: NONE }

describe('the usual beat on paper', () => {
  it('lays every lead on one baseline, to scale', () => {
    const { lines, baselineMm, widthMm, heightMm } = layoutBeat(beat, ['I', 'V2', 'V6'], BEAT_SCALE)

    expect(lines.map(({ lead }) => lead)).toEqual(['I', 'V2'])
    expect(lines[0]?.pathD).toMatch(new RegExp(`^M3 ${baselineMm}l`))
    expect(widthMm).toBe(56)
    expect(baselineMm).toBe(15)
    expect(heightMm).toBe(15 + 25)
  })

  it('says where an instant lies, and moves by as much as it is told', () => {
    expect(layoutBeat(beat, ['I'], BEAT_SCALE).xMmAt(400)).toBe(23)
    expect(layoutBeat(beat, ['I'], BEAT_SCALE, 20).xMmAt(400)).toBe(24)
  })
})
