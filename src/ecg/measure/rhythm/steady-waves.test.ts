import { describe, expect, it } from 'vitest'
import type { RhythmName } from '../../synthetic/rhythms'
import { trueRhythmInput } from '../testing/rhythm-input'
import { steadyWavesUv } from './steady-waves'

const heightUv = (rhythm: RhythmName, noise = {}) =>
  steadyWavesUv(trueRhythmInput({ scenario: 'normal', rhythm, seed: 1, noise }))

describe('waves without a rest', () => {
  it('are those of fibrillation', () => {
    expect(heightUv('atrial-fibrillation-block')).toBeGreaterThan(50)
  })

  it.each(['sinus', 'av-block-3', 'paced-av'] as const)('are not the P waves of %s', (rhythm) => {
    expect(heightUv(rhythm)).toBeNull()
  })

  it('are not the noise of muscles', () => {
    expect(heightUv('paced', { muscleUvRms: 40 })).toBeNull()
  })
})
