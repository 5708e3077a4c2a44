import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EcgFormatError } from './errors'
import { completeLeads } from './leads'
import { decodeSamples, encodeSamples } from './samples-codec'
import { makeEcg } from './synthetic/make-ecg'
import type { Lead, LeadName } from './types'

const stored = (name: LeadName, samplesUv: Float32Array, stepUv?: number): Lead => ({
  name,
  samplesUv,
  isDerived: false,
  ...(stepUv === undefined ? {} : { stepUv }),
})

describe('compressed samples', () => {
  it.each([2.5, 1.25, 0.183, 4.88, 1])('come back exactly from whole counts of %s µV', (stepUv) => {
    const counts = fc.array(fc.integer({ min: -32768, max: 32767 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(counts, fc.integer({ min: -100, max: 100 }), (values, offsetUv) => {
        const samplesUv = Float32Array.from(values, (count) => count * stepUv + offsetUv)
        const [lead] = decodeSamples(
          encodeSamples({ sampleRateHz: 500, leads: [stored('V1', samplesUv, stepUv)] }),
        ).leads
        const worstUv = Math.max(...samplesUv.map((uv, index) => Math.abs(uv - (lead?.samplesUv[index] ?? Number.NaN))))
        expect(worstUv).toBeLessThanOrEqual(offsetUv === 0 ? 0 : 0.02)
      }),
      { numRuns: 50 },
    )
  })

  it('are within a quarter of a microvolt where the file held no counts', () => {
    const samplesUv = Float32Array.from({ length: 500 }, (_, index) => 1000 * Math.sin(index / 17))
    const [lead] = decodeSamples(encodeSamples({ sampleRateHz: 500, leads: [stored('II', samplesUv)] })).leads
    const worstUv = Math.max(...samplesUv.map((uv, index) => Math.abs(uv - (lead?.samplesUv[index] ?? Number.NaN))))
    expect(worstUv).toBeLessThanOrEqual(0.251)
  })

  it('have no sample where the recording has none, and every other one exactly', () => {
    const value = fc.oneof(fc.integer({ min: -32768, max: 32767 }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), (counts) => {
        const samplesUv = Float32Array.from(counts, (count) => (count === null ? Number.NaN : count * 2.5))
        const [lead] = decodeSamples(encodeSamples({ sampleRateHz: 500, leads: [stored('V1', samplesUv, 2.5)] })).leads
        expect(lead?.samplesUv).toEqual(samplesUv)
      }),
      { numRuns: 100 },
    )
  })

  it('compute the derived leads anew, to the same numbers', () => {
    const limb = (seed: number) =>
      Float32Array.from({ length: 50 }, (_, index) => (index === seed ? Number.NaN : ((index * seed) % 97) * 0.183))
    const leads = completeLeads([stored('I', limb(31), 0.183), stored('II', limb(57), 0.183)])
    const decoded = decodeSamples(encodeSamples({ sampleRateHz: 500, leads })).leads
    expect(decoded.map(({ name, isDerived }) => [name, isDerived])).toEqual(
      leads.map(({ name, isDerived }) => [name, isDerived]),
    )
    decoded.forEach((lead, index) => {
      expect(lead.samplesUv).toEqual(leads[index]?.samplesUv)
    })
  })

  it('take at most 60 kB for twelve leads of ten seconds at 500 Hz', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 3 })
    const encoded = encodeSamples(recording)
    expect(encoded.length).toBeLessThanOrEqual(60_000)
    expect(decodeSamples(encoded).sampleRateHz).toBe(500)
  })

  it('are refused when they are damaged, whatever the damage', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 3, durationMs: 1000 })
    const whole = encodeSamples(recording)
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(whole.length))
    fc.assert(
      fc.property(damage, ([at, mask, length]) => {
        const bytes = whole.slice(0, length)
        if (at < length) bytes[at] = (bytes[at] ?? 0) ^ mask
        expectRefusalOrSamples(bytes)
      }),
      { numRuns: 500 },
    )
  })
})

function expectRefusalOrSamples(bytes: Uint8Array): void {
  try {
    expect(decodeSamples(bytes).leads.length).toBeGreaterThan(0)
  } catch (error) {
    expect(error).toBeInstanceOf(EcgFormatError)
  }
}
