import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import { findJumps, levelJumps } from './jumps'

describe('a step of the level', () => {
  const { recording } = makeEcg({ scenario: 'normal', seed: 2, noise: {} })
  const clean = recording.leads.map(({ samplesUv }) => samplesUv)
  const stepped = clean.map((samples, lead) => samples.map((value, index) => value + (index >= 2210 ? 300 + lead : 0)))

  it('is found in many leads at once and taken out of each', () => {
    const jumps = findJumps(stepped, 500)
    expect(jumps).toHaveLength(1)
    expect(Math.abs((jumps[0] ?? 0) - 2210)).toBeLessThan(6)
    stepped.forEach((samples, lead) => {
      const levelled = levelJumps(samples, 500, jumps)
      expect(Math.abs((levelled[4000] ?? 0) - (clean[lead]?.[4000] ?? 0))).toBeLessThan(60)
    })
  })

  it('is not seen in a QRS, nor in one lead alone', () => {
    expect(findJumps(clean, 500)).toEqual([])
    expect(findJumps([...clean.slice(1), stepped[0] ?? new Float32Array()], 500)).toEqual([])
  })
})
