import { describe, expect, it } from 'vitest'
import { streamOfRecording } from '../streaming/stream-of-recording'
import { makeEcg } from '../synthetic/make-ecg'
import type { EcgRecording } from '../types'
import { prepareLong } from './prepare-long'
import type { Tile } from './tiles'

const RATE_HZ = 125
const { recording, truth } = makeEcg({ scenario: 'normal', seed: 3, durationMs: 260_000, sampleRateHz: RATE_HZ })

async function prepared(of: EcgRecording) {
  const tiles: Tile[] = []
  const shares: number[] = []
  const made = await prepareLong(streamOfRecording(of), {
    isSynthetic: true,
    give: async (tile) => void tiles.push(tile),
    onProgress: (share) => shares.push(share),
  })
  return { ...made, tiles, shares }
}

/** The lead hangs in the air for half a minute. */
const withHole = {
  ...recording,
  leads: recording.leads.map((lead) => ({
    ...lead,
    samplesUv: lead.samplesUv.slice().fill(Number.NaN, 60 * RATE_HZ, 90 * RATE_HZ),
  })),
}

describe('one pass over a long recording', () => {
  it('finds every beat once over the borders of its parts, and says how far it is', async () => {
    const { overview, analysis, shares, tiles } = await prepared(recording)
    expect(Math.abs(overview.beats.dominant - truth.beats.length)).toBeLessThanOrEqual(2)
    expect(overview).toMatchObject({ durationMs: 260_000, events: [], unusable: [] })
    expect(overview.trend.bpm.every((bpm) => bpm !== null && bpm > 55 && bpm < 95)).toBe(true)
    expect(shares.at(-1)).toBe(1)
    expect(tiles.filter(({ level }) => level === 0)).toHaveLength(9)
    expect(analysis?.representative).not.toBeNull()
  })

  it('keeps the marks of the minute that it measured at their own time', async () => {
    const { analysis } = await prepared(recording)
    const peaks = truth.beats.map(({ peakAtMs }) => peakAtMs)
    const first = analysis?.beats[1]?.rPeakMs ?? 0
    expect(Math.min(...peaks.map((peakMs) => Math.abs(peakMs - first)))).toBeLessThan(20)
  })

  it('looks closely at a pause, also over the border of its parts, so that rules see it', async () => {
    const paused = {
      ...recording,
      leads: recording.leads.map((lead) => ({
        ...lead,
        samplesUv: lead.samplesUv.slice().fill(0, 118 * RATE_HZ, 122 * RATE_HZ),
      })),
    }
    const { overview, analysis } = await prepared(paused)
    expect(overview.counts.pause).toBe(1)
    expect(analysis?.rhythm.longestRrMs).toBeGreaterThan(4000)
  })

  it('takes a time without a lead for unknown, not for a pause', async () => {
    const { overview } = await prepared(withHole)
    expect(overview.counts.pause).toBe(0)
    expect(overview.unusable).toHaveLength(1)
    expect(overview.unusable[0]?.fromMs).toBeCloseTo(60_000, -2)
    expect(overview.trend.bpm[14]).toBeNull()
  })
})
