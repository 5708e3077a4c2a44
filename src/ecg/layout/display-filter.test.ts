import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import { filtered, RAW } from './display-filter'

const { recording } = makeEcg({ scenario: 'anterior-stemi', seed: 4 })
const leadOf = (name: string, from = recording) =>
  from.leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array()

describe('a filter for the eye', () => {
  it('leaves the recording itself alone where nothing is chosen', () => {
    expect(filtered(recording, RAW)).toBe(recording)
  })

  it('takes the hum of the mains away and nothing else', () => {
    const humming = {
      ...recording,
      leads: recording.leads.map((lead) => ({
        ...lead,
        samplesUv: lead.samplesUv.map((uv, index) => uv + 200 * Math.sin((2 * Math.PI * 50 * index) / 500)),
      })),
    }
    const quiet = leadOf('V3', filtered(humming, { ...RAW, notchHz: 50 }))
    const original = leadOf('V3')
    const middle = original.subarray(1000, 4000)
    const error = middle.reduce((most, uv, index) => Math.max(most, Math.abs(uv - (quiet[1000 + index] ?? 0))), 0)

    expect(error).toBeLessThan(60)
  })

  it('moves no wave in time', () => {
    const peakOf = (samples: Float32Array) => samples.indexOf(Math.max(...samples.subarray(0, 500)))
    const smooth = leadOf('V4', filtered(recording, { ...RAW, lowPassHz: 40 }))

    expect(Math.abs(peakOf(smooth) - peakOf(leadOf('V4')))).toBeLessThanOrEqual(1)
  })

  it('keeps what is missing missing', () => {
    const gap = {
      ...recording,
      leads: recording.leads.map((lead) => ({
        ...lead,
        samplesUv: lead.samplesUv.map((uv, index) => (index > 2000 && index < 2100 ? Number.NaN : uv)),
      })),
    }

    expect(leadOf('I', filtered(gap, { ...RAW, highPassHz: 0.5 }))[2050]).toBeNaN()
  })
})
