import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import { layoutThumbnail } from './thumbnail'

describe('a thumbnail', () => {
  const { recording } = makeEcg({ scenario: 'normal', seed: 1 })

  it('shows the wanted lead', () => {
    expect(layoutThumbnail(recording, 'V3')?.lead).toBe('V3')
  })

  it('takes lead II without a wish, and what there is when that is missing', () => {
    const only = { ...recording, leads: recording.leads.filter(({ name }) => name === 'V5') }

    expect(layoutThumbnail(recording)?.lead).toBe('II')
    expect(layoutThumbnail(only, 'V3')?.lead).toBe('V5')
    expect(layoutThumbnail({ ...recording, leads: [] })).toBeNull()
  })

  it('is a few kilobytes', () => {
    expect(layoutThumbnail(recording)?.pathD.length).toBeLessThan(3000)
  })
})
