import { type Channel, checkSize } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { completeLeads } from '../leads'
import type { Lead } from '../types'
import type { EcgBlock, EcgStream } from './ecg-stream'

/** The channels of the samples from `firstSampleIndex` on, as the reader of the whole file gives them. */
export type ReadChannels = (firstSampleIndex: number, sampleCount: number) => Promise<readonly Channel[]>

export type StreamParts = Omit<EcgStream, 'leads' | 'blocks'> & {
  /** Samples of a block; the last may be shorter. */
  readonly blockSamples: number
  /** Begins to read; the pieces are asked for in order and without a gap. */
  readonly begin: () => ReadChannels
}

/** What every reader in pieces ends with: the same leads, in the same order, as the reading of the whole. */
export async function assembleStream({ blockSamples, begin, ...parts }: StreamParts): Promise<EcgStream> {
  const { format, sampleCount, sampleRateHz } = parts
  if (!(sampleCount >= 1)) throw new EcgFormatError(format, 'no_waveform', 'the file holds no ECG samples')
  const channels = await begin()(0, Math.min(blockSamples, sampleCount))
  const leads = leadsOf(channels)
  checkSize(format, leads.length, 1, sampleRateHz)
  return {
    ...parts,
    warnings: [...parts.warnings, ...warningsOf(channels)],
    leads: leads.map(({ samplesUv, ...lead }) => lead),
    blocks: () => blocksOf(begin(), blockSamples, sampleCount),
  }
}

async function* blocksOf(read: ReadChannels, blockSamples: number, sampleCount: number): AsyncGenerator<EcgBlock> {
  for (let first = 0; first < sampleCount; first += blockSamples) {
    const count = Math.min(blockSamples, sampleCount - first)
    const leads = leadsOf(await read(first, count))
    yield { firstSampleIndex: first, sampleCount: count, samplesUv: leads.map(({ samplesUv }) => samplesUv) }
  }
}

/** A lead of which this piece has no sample stays: the next piece may have some. */
function leadsOf(channels: readonly Channel[]): readonly Lead[] {
  const leads = channels.flatMap(({ name, samplesUv, stepUv }, place): Lead[] => {
    if (name === null || channels.findIndex((channel) => channel.name === name) < place) return []
    return [{ name, samplesUv, isDerived: false, ...(stepUv === undefined ? {} : { stepUv }) }]
  })
  return leads.length === 0 ? [] : completeLeads(leads)
}

function warningsOf(channels: readonly Channel[]): string[] {
  const unknown = channels.filter(({ name }) => name === null)
  const names = channels.flatMap(({ name }) => name ?? [])
  const doubles = names.filter((name, place) => names.indexOf(name) < place)
  return [
    ...doubles.map((name) => `Lead ${name} occurs twice; the first is shown.`),
    ...(unknown.length > 0 ? [`${unknown.length} signals that are no known ECG lead were left out.`] : []),
  ]
}
