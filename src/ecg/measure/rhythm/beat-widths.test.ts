import { describe, expect, it } from 'vitest'
import { trueRhythmInput } from '../testing/rhythm-input'
import { beatWidthsMs } from './beat-widths'

const widths = (options: Parameters<typeof trueRhythmInput>[0]) =>
  beatWidthsMs(trueRhythmInput(options)).flatMap((width) => width ?? [])
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

describe('the width of each QRS by itself', () => {
  it('is that of the marks where all beats are alike', () => {
    const narrow = widths({ scenario: 'normal', rhythm: 'sinus', seed: 1 })
    for (const width of narrow) expect(Math.abs(width - 90)).toBeLessThan(15)
    const wide = widths({ scenario: 'rbbb', rhythm: 'sinus', seed: 1 })
    for (const width of wide) expect(width).toBeGreaterThan(120)
  })

  it('changes from beat to beat in pre-excited fibrillation', () => {
    const changing = widths({ scenario: 'normal', rhythm: 'atrial-fibrillation-pre-excited', seed: 1 })
    expect(spread(changing)).toBeGreaterThan(40)
    expect(changing.filter((width) => width >= 120).length).toBeGreaterThan(changing.length / 2)
  })

  it('is unknown where nothing was recorded', () => {
    const input = trueRhythmInput({ scenario: 'normal', rhythm: 'sinus', seed: 1 })
    const leads = input.leads.map(({ name, smoothUv }) => ({ name, smoothUv: smoothUv.map(() => Number.NaN) }))
    expect(beatWidthsMs({ ...input, leads })).toEqual(input.beats.map(() => null))
  })
})
