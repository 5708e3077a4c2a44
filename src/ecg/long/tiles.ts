/**
 * A long recording in tiles, so that a page holds only what it shows.
 *
 *   level 0   every sample, 30 s a tile
 *   level 1+  the lowest and the highest sample of each bucket, in turn, 3000 buckets a tile; 0.1 s and 2 s a bucket
 *   last      the whole recording in one tile of at most 1200 buckets
 * A bucket is made of whole buckets of the finest level, so that the samples are gone through once.
 * Tiles are counted in whole samples, so that neighbours neither overlap nor leave a gap. A bucket without a sample is
 * NaN twice. Leads that are computed from I and II have no lowest and highest of their own: only level 0 names them.
 * What is stored and sent is `encodeSamples` of a tile.
 */
import type { Samples } from '../samples-codec'
import type { EcgBlock, StreamLead } from '../streaming/ecg-stream'
import { SampleWindow } from '../streaming/sample-window'

export type TileLevel = {
  readonly level: number
  /** 1 where every sample is kept. */
  readonly bucketSamples: number
  readonly tileSamples: number
}

export type Tile = { readonly level: number; readonly index: number; readonly samples: Samples }

const FULL_TILE_S = 30
const BUCKETS_S = [0.1, 2] as const
const BUCKETS_A_TILE = 3000
const WHOLE_BUCKETS = 1200

export function tileLevels(sampleRateHz: number, sampleCount: number): readonly TileLevel[] {
  const [finest, ...coarser] = BUCKETS_S.map((seconds) => Math.max(2, Math.round(seconds * sampleRateHz)))
  const least = Math.max(1, Math.ceil(sampleCount / WHOLE_BUCKETS))
  const base = finest !== undefined && finest * 2 <= least ? finest : least
  // Every bucket is made of whole buckets of the finest level.
  const wholeBucket = Math.ceil(least / base) * base
  const between = [base, ...coarser.map((samples) => Math.round(samples / base) * base)]
    .filter((bucketSamples) => bucketSamples > 0 && bucketSamples * 2 <= wholeBucket)
    .map((bucketSamples) => ({ bucketSamples, tileSamples: bucketSamples * BUCKETS_A_TILE }))
  const full = { bucketSamples: 1, tileSamples: Math.round(FULL_TILE_S * sampleRateHz) }
  const whole = { bucketSamples: wholeBucket, tileSamples: wholeBucket * WHOLE_BUCKETS }
  return [full, ...between, whole].map((one, level) => ({ level, ...one }))
}

/** Makes the tiles while the recording goes by; `give` gets each as soon as its last sample was seen. */
export class TileMaker {
  private readonly makers: readonly (FullTiles | Buckets)[]

  constructor(
    leads: readonly StreamLead[],
    sampleRateHz: number,
    levels: readonly TileLevel[],
    private readonly give: (tile: Tile) => Promise<void>,
  ) {
    const [full, ...ranges] = levels
    if (!full) throw new Error('a recording has at least the level of its samples')
    this.makers = [new FullTiles(leads, sampleRateHz, full), new Buckets(leads, sampleRateHz, ranges)]
  }

  async add(block: EcgBlock): Promise<void> {
    for (const maker of this.makers) for (const tile of maker.add(block)) await this.give(tile)
  }

  async finish(): Promise<void> {
    for (const maker of this.makers) for (const tile of maker.last()) await this.give(tile)
  }
}

class FullTiles {
  private index = 0
  private readonly window: SampleWindow
  private readonly stored: readonly number[]

  constructor(
    private readonly leads: readonly StreamLead[],
    private readonly sampleRateHz: number,
    private readonly level: TileLevel,
  ) {
    this.stored = storedPlaces(leads)
    this.window = new SampleWindow(this.stored, level.tileSamples)
  }

  *add(block: EcgBlock): Generator<Tile> {
    let taken = 0
    while (taken < block.sampleCount) {
      taken += this.window.fill(block, taken)
      if (this.window.isFull()) yield this.take()
    }
  }

  *last(): Generator<Tile> {
    if (this.window.endSampleIndex() > this.window.firstSampleIndex) yield this.take()
  }

  private take(): Tile {
    const own = new Map(this.window.samples().map((samplesUv, at) => [this.stored[at], samplesUv.slice()]))
    const [any = new Float32Array()] = own.values()
    const leads = this.leads.map((lead, place) => {
      // Computed again from I and II by who reads the tile; its length must be right all the same.
      return { ...lead, samplesUv: own.get(place) ?? new Float32Array(any.length) }
    })
    this.window.forget(this.window.endSampleIndex())
    return { level: this.level.level, index: this.index++, samples: { sampleRateHz: this.sampleRateHz, leads } }
  }
}

/** The lowest and the highest samples of the finest buckets, which those of the coarser levels are made of. */
class Buckets {
  private seen = 0
  private readonly bucketSamples: number
  private readonly stored: readonly number[]
  private readonly lows: Float32Array
  private readonly highs: Float32Array
  private readonly levels: readonly RangeTiles[]

  constructor(leads: readonly StreamLead[], sampleRateHz: number, levels: readonly TileLevel[]) {
    this.stored = storedPlaces(leads)
    this.bucketSamples = levels[0]?.bucketSamples ?? 1
    this.lows = new Float32Array(this.stored.length).fill(Number.NaN)
    this.highs = this.lows.slice()
    const storedLeads = this.stored.flatMap((place) => leads[place] ?? [])
    this.levels = levels.map((level) => new RangeTiles(storedLeads, sampleRateHz, level, this.bucketSamples))
  }

  add({ samplesUv, sampleCount }: EcgBlock): readonly Tile[] {
    const own = this.stored.map((place) => samplesUv[place] ?? new Float32Array())
    const tiles: Tile[] = []
    let from = 0
    while (from < sampleCount) {
      const to = Math.min(sampleCount, from + this.bucketSamples - this.seen)
      for (let at = 0; at < own.length; at++) this.widen(at, own[at] as Float32Array, from, to)
      this.seen += to - from
      from = to
      if (this.seen === this.bucketSamples) this.close(tiles)
    }
    return tiles
  }

  last(): readonly Tile[] {
    const tiles: Tile[] = []
    if (this.seen > 0) this.close(tiles)
    return [...tiles, ...this.levels.flatMap((level) => level.last() ?? [])]
  }

  /** A million times a day: nothing is made here but a tile that is full. */
  private close(tiles: Tile[]): void {
    for (const level of this.levels) {
      const tile = level.add(this.lows, this.highs)
      if (tile) tiles.push(tile)
    }
    this.lows.fill(Number.NaN)
    this.highs.fill(Number.NaN)
    this.seen = 0
  }

  private widen(at: number, samplesUv: Float32Array, from: number, to: number): void {
    let low = this.lows[at] ?? Number.NaN
    let high = this.highs[at] ?? Number.NaN
    for (let index = from; index < to; index++) {
      const uv = samplesUv[index] as number
      low = lower(low, uv)
      high = higher(high, uv)
    }
    this.lows[at] = low
    this.highs[at] = high
  }
}

class RangeTiles {
  private index = 0
  private bucketsDone = 0
  private seen = 0
  private readonly finestInBucket: number
  private readonly pairs: readonly Float32Array[]

  constructor(
    private readonly leads: readonly StreamLead[],
    private readonly sampleRateHz: number,
    private readonly level: TileLevel,
    finestSamples: number,
  ) {
    this.finestInBucket = level.bucketSamples / finestSamples
    this.pairs = leads.map(() => new Float32Array((2 * level.tileSamples) / level.bucketSamples))
  }

  /** The tile that this bucket has filled. */
  add(lows: Float32Array, highs: Float32Array): Tile | null {
    const place = 2 * this.bucketsDone
    const isFirst = this.seen === 0
    for (let at = 0; at < this.pairs.length; at++) {
      const pair = this.pairs[at] as Float32Array
      pair[place] = lower(isFirst ? Number.NaN : (pair[place] as number), lows[at] as number)
      pair[place + 1] = higher(isFirst ? Number.NaN : (pair[place + 1] as number), highs[at] as number)
    }
    this.seen += 1
    if (this.seen < this.finestInBucket) return null
    this.seen = 0
    this.bucketsDone += 1
    return this.bucketsDone * this.level.bucketSamples === this.level.tileSamples ? this.take() : null
  }

  last(): Tile | null {
    if (this.seen > 0) this.bucketsDone += 1
    return this.bucketsDone > 0 ? this.take() : null
  }

  private take(): Tile {
    const leads = this.leads.map((lead, at) => {
      const samplesUv = this.pairs[at]?.slice(0, 2 * this.bucketsDone) ?? new Float32Array()
      return { ...lead, isDerived: false, samplesUv }
    })
    this.bucketsDone = 0
    this.seen = 0
    const sampleRateHz = (2 * this.sampleRateHz) / this.level.bucketSamples
    return { level: this.level.level, index: this.index++, samples: { sampleRateHz, leads } }
  }
}

// A missing sample changes nothing, and the first present one begins: every comparison with NaN is false.
function lower(low: number, uv: number): number {
  return uv < low || Number.isNaN(low) ? uv : low
}

function higher(high: number, uv: number): number {
  return uv > high || Number.isNaN(high) ? uv : high
}

function storedPlaces(leads: readonly StreamLead[]): readonly number[] {
  return leads.flatMap(({ isDerived }, place) => (isDerived ? [] : [place]))
}
