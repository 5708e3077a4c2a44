import { describe, expect, it } from 'vitest'
import { decodeSamples, encodeSamples } from '../samples-codec'
import type { EcgStream } from '../streaming/ecg-stream'
import { streamOfRecording } from '../streaming/stream-of-recording'
import { makeEcg } from '../synthetic/make-ecg'
import type { EcgRecording } from '../types'
import { type Tile, type TileLevel, TileMaker, tileLevels } from './tiles'
import { joinTiles, tilesOf } from './window'

const RATE_HZ = 125
const { recording } = makeEcg({ scenario: 'normal', seed: 7, durationMs: 95_000, sampleRateHz: RATE_HZ })
const withHole = {
  ...recording,
  leads: recording.leads.map((lead) => ({ ...lead, samplesUv: lead.samplesUv.slice().fill(Number.NaN, 4000, 4600) })),
}
const sampleCount = recording.leads[0]?.samplesUv.length ?? 0
const levels = tileLevels(RATE_HZ, sampleCount)

async function tilesFrom(of: EcgRecording, blockSamples = 777): Promise<readonly Tile[]> {
  const tiles: Tile[] = []
  const stream: EcgStream = streamOfRecording(of)
  const maker = new TileMaker(stream.leads, RATE_HZ, levels, async (tile) => void tiles.push(tile))
  for (let first = 0; first < sampleCount; first += blockSamples) {
    const samplesUv = of.leads.map((lead) => lead.samplesUv.slice(first, first + blockSamples))
    await maker.add({ firstSampleIndex: first, sampleCount: samplesUv[0]?.length ?? 0, samplesUv })
  }
  await maker.finish()
  return tiles
}

function expectRanges({ samples, index }: Tile, { bucketSamples, tileSamples }: TileLevel, of: EcgRecording): void {
  for (const { name, samplesUv } of samples.leads) {
    const raw = of.leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array()
    const expected = Array.from({ length: samplesUv.length / 2 }, (_, bucket) => {
      const first = index * tileSamples + bucket * bucketSamples
      const present = raw.slice(first, first + bucketSamples).filter((uv) => !Number.isNaN(uv))
      return present.length === 0 ? [Number.NaN, Number.NaN] : [Math.min(...present), Math.max(...present)]
    })
    expect(Array.from(samplesUv)).toEqual(expected.flat())
  }
}

describe('tiles of a long recording', () => {
  it('of level 0 give every sample back, in order and on the way through the codec', async () => {
    const own = (await tilesFrom(recording)).filter(({ level }) => level === 0)
    expect(own.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    const decoded = own.map(({ samples }) => decodeSamples(encodeSamples(samples)))
    const grid = { tileSamples: levels[0]?.tileSamples ?? 0, sampleRateHz: RATE_HZ, sampleCount }
    const { leads, startMs } = joinTiles(decoded, 0, grid)
    expect(startMs).toBe(0)
    for (const lead of recording.leads) {
      const found = leads.find(({ name }) => name === lead.name)?.samplesUv ?? new Float32Array()
      expect(found).toHaveLength(sampleCount)
      expect(Math.max(...found.map((uv, index) => Math.abs(uv - (lead.samplesUv[index] ?? 0))))).toBeLessThan(1.5)
    }
  })

  it.each([777, 1, 12_000])(
    'lose no peak: lowest and highest of a bucket are those of its samples, blocks of %i',
    async (block) => {
      const short = block === 1 ? { ...withHole, leads: withHole.leads.slice(0, 2) } : withHole
      const tiles = await tilesFrom(short, block)
      for (const level of levels.slice(1)) {
        const own = tiles.filter((tile) => tile.level === level.level)
        expect(own.length).toBe(Math.ceil(sampleCount / level.tileSamples))
        for (const tile of own) expectRanges(tile, level, short)
      }
    },
  )

  it('of the whole are one, and few enough to be drawn', async () => {
    const last = levels.at(-1)
    const own = (await tilesFrom(recording)).filter(({ level }) => level === last?.level)
    expect(own).toHaveLength(1)
    expect((own[0]?.samples.leads[0]?.samplesUv.length ?? 0) / 2).toBeLessThanOrEqual(1200)
    expect(own[0]?.samples.leads.some(({ isDerived }) => isDerived)).toBe(false)
  })

  it('have levels between for a day, none for two minutes', () => {
    expect(tileLevels(250, 250 * 86_400).map(({ bucketSamples }) => bucketSamples)).toEqual([1, 25, 500, 18_000])
    expect(tileLevels(250, 250 * 120)).toHaveLength(2)
  })
})

describe('the tiles of a stretch of time', () => {
  const grid = { tileSamples: 3750, sampleRateHz: 125, sampleCount: 125 * 95 }

  it.each([
    [0, 10_000, 0, 0],
    [25_000, 35_000, 0, 1],
    [30_000, 40_000, 1, 1],
    [85_000, 95_000, 2, 3],
    [94_000, 120_000, 3, 3],
    [-500, 9500, 0, 0],
  ])('from %i to %i ms are %i to %i', (fromMs, toMs, first, last) => {
    expect(tilesOf(grid, fromMs, toMs)).toEqual({ first, last })
  })
})
