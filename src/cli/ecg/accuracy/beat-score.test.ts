import { describe, expect, it } from 'vitest'
import { scoreBeats, summariseBeats } from './beat-score'

const WHOLE = { fromMs: 0, toMs: 10_000 }

describe('the score of beats', () => {
  it('counts each beat once and the nearest first', () => {
    const score = scoreBeats([1000, 1200, 3000], [1010, 1150, 1210, 3151], WHOLE)
    expect(score).toEqual({ found: 2, missedMs: [3000], falseMs: [1150, 3151], distancesMs: [10, 10] })
  })

  it('takes 150 ms as found, and holds nothing outside the marked time against us', () => {
    expect(scoreBeats([1000], [1150], WHOLE).found).toBe(1)
    expect(scoreBeats([1000], [200, 1000, 9000], { fromMs: 500, toMs: 8000 }).falseMs).toEqual([])
  })

  it('takes the offset of each record out of its jitter', () => {
    const summary = summariseBeats([scoreBeats([1000, 2000, 3000], [1040, 2040, 3044], WHOLE)])
    expect(summary).toMatchObject({ sensitivity: 100, positivePredictivity: 100, offsetMs: 40, jitterMedianMs: 0 })
    expect(summary.jitterP95Ms).toBe(4)
  })

  it('says nothing of no beats', () => {
    expect(summariseBeats([])).toMatchObject({ beats: 0, sensitivity: null, jitterMedianMs: null })
  })
})
