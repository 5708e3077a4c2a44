import { describe, expect, it } from 'vitest'
import { withCommonScale } from './common-scale'
import { makeEcg } from './synthetic/make-ecg'
import type { EcgRecording } from './types'

const { recording } = makeEcg({ scenario: 'normal', seed: 1, noise: {} })

/** Whole counts, and every lead brought to 1 mV as the headers of LUDB state it. */
function normalised(spanUv = 1000): EcgRecording {
  const leads = recording.leads.map((lead) => {
    const counts = lead.samplesUv.map((uv) => Math.round(uv))
    const stepUv = spanUv / (Math.max(...counts) - Math.min(...counts))
    return { ...lead, isDerived: false, samplesUv: counts.map((count) => count * stepUv), stepUv }
  })
  return { ...recording, leads }
}

const heightOf = ({ leads }: EcgRecording, name: string) => {
  const samplesUv = leads.find((lead) => lead.name === name)?.samplesUv ?? []
  return Math.round(Math.max(...samplesUv) - Math.min(...samplesUv))
}

describe('one scale for all leads', () => {
  it('comes back where each lead was brought to 1 mV', () => {
    const stated = normalised()
    expect([heightOf(stated, 'I'), heightOf(stated, 'V4')]).toEqual([1000, 1000])
    const scaled = withCommonScale(stated)
    expect(heightOf(scaled, 'I')).toBe(heightOf(recording, 'I'))
    expect(heightOf(scaled, 'V4')).toBe(heightOf(recording, 'V4'))
  })

  it('is left as stated everywhere else', () => {
    expect(withCommonScale(recording)).toBe(recording)
    const other = normalised(2000)
    expect(withCommonScale(other)).toBe(other)
    const stated = normalised()
    const contradictory = {
      ...stated,
      leads: stated.leads.map((lead) =>
        lead.name === 'III' ? { ...lead, samplesUv: lead.samplesUv.toReversed() } : lead,
      ),
    }
    expect(withCommonScale(contradictory)).toBe(contradictory)
  })
})
