import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import { beatOrigins } from './beat-origins'

const RATE_HZ = 250
const { recording, truth } = makeEcg({ scenario: 'normal', seed: 9, durationMs: 60_000, sampleRateHz: RATE_HZ })
const peaks = truth.beats.map(({ peakAtMs }) => Math.round((peakAtMs * RATE_HZ) / 1000)).slice(1, -1)
const leads = ['I', 'II', 'V1'].map(
  (name) => recording.leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array(),
)

/** A broad wave at a place of every lead, against the usual direction. */
function withBroadBeat(at: number): Float32Array[] {
  return leads.map((samples) => {
    return samples.map((uv, index) => uv - 1500 * Math.exp(-(((index - at) / (0.05 * RATE_HZ)) ** 2)))
  })
}

describe('the origin of a beat', () => {
  it('is nowhere unusual in a steady rhythm', () => {
    expect(new Set(beatOrigins(leads, peaks, RATE_HZ))).toEqual(new Set(['dominant']))
  })

  it('is a ventricle where a beat is early and unlike the others', () => {
    const [before = 0, after = 0] = peaks.slice(20, 22)
    const early = Math.round(before + 0.6 * (after - before))
    const with1 = [...peaks.slice(0, 21), early, ...peaks.slice(22)]
    const origins = beatOrigins(withBroadBeat(early), with1, RATE_HZ)
    expect(origins[21]).toBe('ventricular')
    expect(origins.filter((one) => one !== 'dominant')).toHaveLength(1)
  })

  it('is an atrium where a beat is early and like the others', () => {
    const shift = Math.round(0.35 * ((peaks[21] ?? 0) - (peaks[20] ?? 0)))
    const moved = leads.map((samples) => {
      const copy = samples.slice()
      const at = peaks[21] ?? 0
      copy.copyWithin(at - shift - 50, at - 50, at + 60)
      return copy
    })
    const origins = beatOrigins(moved, [...peaks.slice(0, 21), (peaks[21] ?? 0) - shift, ...peaks.slice(22)], RATE_HZ)
    expect(origins[21]).toBe('supraventricular')
  })

  it('is not told from a few beats', () => {
    expect(beatOrigins(leads, peaks.slice(0, 4), RATE_HZ)).toEqual(Array(4).fill('dominant'))
  })
})
