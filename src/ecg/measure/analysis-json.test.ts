import { describe, expect, it } from 'vitest'
import { type AnalysisJson, analysisFromJson, analysisToJson } from './analysis-json'
import type { Analysis } from './types'

const MARKS = {
  rPeakMs: 100,
  pOnsetMs: null,
  pPeakMs: null,
  pOffsetMs: null,
  qrsOnsetMs: 60,
  qrsOffsetMs: 150,
  tPeakMs: null,
  tOffsetMs: 400,
}
const ANALYSIS = {
  version: '1',
  representative: {
    sampleRateHz: 500,
    rIndex: 2,
    leads: { II: Float32Array.from([0, -12.34, 1000.06, Number.NaN]) },
    marks: MARKS,
    marksByLead: { II: MARKS },
    beatCount: 3,
    isFewBeats: false,
  },
} as unknown as Analysis

describe('an analysis as JSON', () => {
  it('comes back with its voltages to a tenth of a microvolt and its holes', () => {
    const json = JSON.parse(JSON.stringify(analysisToJson(ANALYSIS))) as AnalysisJson
    const lead = analysisFromJson(json).representative?.leads.II ?? new Float32Array()
    expect(lead[1]).toBeCloseTo(-12.3, 4)
    expect(lead[2]).toBeCloseTo(1000.1, 3)
    expect(lead[3]).toBeNaN()
    expect(analysisFromJson(json).representative?.marks).toEqual(MARKS)
  })

  it('is the same without a representative beat', () => {
    const empty = { ...ANALYSIS, representative: null }
    expect(analysisFromJson(analysisToJson(empty))).toEqual(empty)
  })
})
