import { describe, expect, it } from 'vitest'
import type { LeadName } from '../types'
import { joinStretches } from './timeline'

const stretch = (name: LeadName | null, startIndex: number, ...samples: readonly number[]) => ({
  name,
  startIndex,
  samplesUv: Float32Array.from(samples),
})

describe('stretches on one time line', () => {
  it('leave missing what none of them covers', () => {
    const channels = joinStretches('made', [stretch('I', 10, 1, 2), stretch('V1', 12, 3, 4)], 250, [])
    expect(channels.map(({ name, samplesUv }) => [name, ...samplesUv])).toEqual([
      ['I', 1, 2, Number.NaN, Number.NaN],
      ['V1', Number.NaN, Number.NaN, 3, 4],
    ])
  })

  it('continue a lead after a pause', () => {
    const [channel] = joinStretches('made', [stretch('I', 0, 1, 2), stretch('I', 3, 4)], 250, [])
    expect(Array.from(channel?.samplesUv ?? [])).toEqual([1, 2, Number.NaN, 4])
  })

  it('take the first of two that say different things of the same time', () => {
    const warnings: string[] = []
    const channels = joinStretches('made', [stretch('I', 0, 1, 2), stretch('I', 1, 9)], 250, warnings)
    expect(channels.map(({ samplesUv }) => Array.from(samplesUv))).toEqual([[1, 2]])
    expect(warnings).toHaveLength(1)
  })

  it('keep signals that are no lead, so that they are told of', () => {
    expect(joinStretches('made', [stretch(null, 0)], 250, [])).toHaveLength(1)
  })

  it('are refused when they are hours apart', () => {
    const parts = [stretch('I', 0, 1), stretch('I', 10_000_000, 1)]
    expect(() => joinStretches('made', parts, 250, [])).toThrow('longer or wider')
  })
})
