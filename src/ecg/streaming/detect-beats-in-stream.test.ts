import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import type { EcgRecording } from '../types'
import { detectBeatsInStream } from './detect-beats-in-stream'
import type { EcgBlock, EcgStream } from './ecg-stream'

describe('beats of a stream', () => {
  for (const blockSize of [777, 30_000]) {
    it(`are each found once, over the borders of minutes and of blocks of ${blockSize} samples`, async () => {
      const { recording, truth } = makeEcg({ scenario: 'normal', seed: 4, durationMs: 200_000, sampleRateHz: 250 })
      const found: number[] = []
      for await (const indices of detectBeatsInStream(streamOf(recording, blockSize))) found.push(...indices)
      const expected = truth.beats.map(({ peakAtMs }) => peakAtMs).filter((ms) => ms > 150 && ms < 199_850)
      const inside = found.map((index) => index * 4).filter((ms) => ms > 150 && ms < 199_850)
      expect(inside).toHaveLength(expected.length)
      expect(Math.max(...inside.map((ms, index) => Math.abs(ms - (expected[index] ?? 0))))).toBeLessThan(9)
    })
  }

  it('are none in a stream without samples', async () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 1, durationMs: 1000 })
    const empty = { ...recording, leads: recording.leads.map((lead) => ({ ...lead, samplesUv: new Float32Array() })) }
    for await (const indices of detectBeatsInStream(streamOf(empty, 100))) expect(indices).toEqual([])
  })
})

function streamOf({ leads, sampleRateHz, format, recordedAt, patient, device, warnings }: EcgRecording, size: number) {
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  const stream: EcgStream = {
    format,
    sampleRateHz,
    sampleCount,
    leads,
    recordedAt,
    patient,
    device,
    warnings,
    blocks: async function* () {
      for (let first = 0; first < sampleCount; first += size) {
        const block: EcgBlock = {
          firstSampleIndex: first,
          sampleCount: Math.min(size, sampleCount - first),
          samplesUv: leads.map(({ samplesUv }) => samplesUv.subarray(first, first + size)),
        }
        yield await Promise.resolve(block)
      }
    },
  }
  return stream
}
