/**
 * The rhythm waveform of a DICOM file (PS3.3, C.10.9): interleaved counts of each multiplex
 * group, voltage = count × sensitivity × correction factor + baseline, in the unit of the sensitivity.
 *
 * Of several groups the rhythm is taken, never the median beat; groups of the same rate are one recording,
 * each at its time offset. What no group covers, and the padding value, is missing. Samples of 8, 16 and 32 bits, signed and unsigned.
 * Not supported: mu-law and A-law samples, channels without a voltage scale, channel skew.
 */
import { type Channel, checkSize, microvoltsOf } from '../../assemble-recording'
import { EcgFormatError } from '../../errors'
import { leadOfLabel, leadOfScpNumber } from '../../leads'
import type { LeadName, StatedFilters } from '../../types'
import { joinStretches } from '../timeline'
import type { Dataset } from './dataset'
import { TAG } from './tags'
import { asciiText, itemsOf, numberOf } from './values'

const UV_PER_UNIT: Readonly<Record<string, number>> = {
  nv: 0.001,
  uv: 1,
  µv: 1,
  microv: 1,
  microvolt: 1,
  mv: 1000,
  millivolt: 1000,
  v: 1_000_000,
  volt: 1_000_000,
}

export type DicomWaveform = {
  readonly sampleRateHz: number
  readonly channels: readonly Channel[]
  readonly filters: StatedFilters
  readonly warnings: readonly string[]
}

type Counts = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array

type ChannelScale = { readonly name: LeadName | null; readonly stepUv: number; readonly baselineUv: number }

export type Group = {
  readonly dataset: Dataset
  readonly scales: readonly ChannelScale[]
  readonly sampleCount: number
  readonly sampleRateHz: number
  readonly offsetMs: number
  readonly isDerived: boolean
}

export function readWaveform(root: Dataset): DicomWaveform | null {
  const groups = describedGroups(root)
  const best = groups && heaviest(groups)
  if (!best) return null
  const { sampleRateHz } = best
  const warnings: string[] = []
  const shown = [best, ...groups.filter((group) => group !== best && belongsTo(group, best))]
  if (groups.some((group) => !shown.includes(group) && !group.isDerived)) {
    warnings.push('Signals of another sampling rate were left out.')
  }
  const stretches = shown.flatMap((group) => {
    const startIndex = Math.round((group.offsetMs / 1000) * sampleRateHz)
    return decodeGroup(group, warnings).map((channel) => ({ ...channel, startIndex }))
  })
  const channels = joinStretches('dicom', stretches, sampleRateHz, warnings)
  return { sampleRateHz, channels, filters: filtersOf(best), warnings }
}

/** Of its first channel: a recorder filters all leads alike. */
function filtersOf({ dataset }: Group): StatedFilters {
  const first = itemsOf(dataset, TAG.channels)[0] ?? dataset
  return { highPassHz: numberOf(first, TAG.filterLow), lowPassHz: numberOf(first, TAG.filterHigh) }
}

/** The multiplex groups that are one recording; null for a file without waveforms. */
export function rhythmGroups(root: Dataset): readonly Group[] | null {
  const groups = describedGroups(root)
  const best = groups && heaviest(groups)
  return best ? [best, ...groups.filter((group) => group !== best && completes(group, best))] : null
}

/** Those that hold a lead; null for a file without waveforms. */
function describedGroups(root: Dataset): readonly Group[] | null {
  const items = itemsOf(root, TAG.waveforms)
  if (items.length === 0) return null
  return items.map(describeGroup).filter((group) => group.scales.some((scale) => scale.name !== null))
}

function heaviest(groups: readonly Group[]): Group {
  const [best] = [...groups].sort((a, b) => weightOf(b) - weightOf(a))
  if (!best) throw new EcgFormatError('dicom', 'no_waveform', 'none of the signals is an ECG lead')
  return best
}

function weightOf(group: Group): number {
  const leadCount = group.scales.filter((scale) => scale.name !== null).length
  const seconds = group.sampleCount / (group.sampleRateHz || 1)
  return leadCount * seconds * (group.isDerived ? 0.001 : 1)
}

/** Other leads of the same seconds, as writers put them that give every few leads a group. */
function completes(group: Group, best: Group): boolean {
  const isSimultaneous =
    belongsTo(group, best) && group.sampleCount === best.sampleCount && group.offsetMs === best.offsetMs
  const names = new Set(best.scales.map((scale) => scale.name))
  return isSimultaneous && !group.scales.some((scale) => scale.name !== null && names.has(scale.name))
}

/** Of the same recording, at any time of it; the median beat is none. */
function belongsTo(group: Group, best: Group): boolean {
  return group.sampleRateHz === best.sampleRateHz && group.isDerived === best.isDerived
}

function describeGroup(dataset: Dataset): Group {
  const label = asciiText(dataset, TAG.groupLabel) ?? ''
  const isDerived = asciiText(dataset, TAG.originality) === 'DERIVED' || /MEDIAN|AVERAGE|TEMPLATE/i.test(label)
  return {
    dataset,
    scales: itemsOf(dataset, TAG.channels).map(scaleOf),
    sampleCount: numberOf(dataset, TAG.sampleCount) ?? 0,
    sampleRateHz: numberOf(dataset, TAG.sampleRate) ?? 0,
    offsetMs: numberOf(dataset, TAG.multiplexOffset) ?? 0,
    isDerived,
  }
}

function scaleOf(channel: Dataset): ChannelScale {
  const unit = itemsOf(channel, TAG.sensitivityUnits)[0]
  const unitName = (unit && (asciiText(unit, TAG.codeValue) ?? asciiText(unit, TAG.codeMeaning))) ?? ''
  const uvPerUnit = UV_PER_UNIT[unitName.toLowerCase()]
  const sensitivity = numberOf(channel, TAG.sensitivity)
  const name = leadNameOf(channel)
  if (uvPerUnit === undefined || !sensitivity) {
    if (name && (unitName === '' || !sensitivity)) {
      throw new EcgFormatError('dicom', 'unsupported', 'the voltage scale of a lead is missing')
    }
    return { name: null, stepUv: 1, baselineUv: 0 }
  }
  return {
    name,
    stepUv: sensitivity * (numberOf(channel, TAG.sensitivityCorrection) ?? 1) * uvPerUnit,
    baselineUv: (numberOf(channel, TAG.baseline) ?? 0) * uvPerUnit,
  }
}

/** By code (`5.6.3-9-61`, `2:61`), by MDC name, else by label. */
function leadNameOf(channel: Dataset): LeadName | null {
  const source = itemsOf(channel, TAG.channelSource)[0]
  const code = (source && asciiText(source, TAG.codeValue)) ?? ''
  const leadNumber = /^(?:5\.6\.3-9-|2:)(\d{1,3})$/.exec(code)?.[1]
  const byCode = leadNumber ? leadOfScpNumber(Number(leadNumber)) : null
  if (byCode) return byCode
  const meaning = (source && asciiText(source, TAG.codeMeaning)) ?? ''
  return leadOfLabel(code) ?? leadOfLabel(meaning) ?? leadOfLabel(asciiText(channel, TAG.channelLabel) ?? '')
}

export function decodeGroup(group: Group, warnings: string[]): Channel[] {
  const { dataset, scales, sampleRateHz } = group
  const channelCount = numberOf(dataset, TAG.channelCount) ?? scales.length
  if (channelCount !== scales.length) {
    throw new EcgFormatError('dicom', 'malformed', 'the number of channels contradicts itself')
  }
  const counts = countsOf(dataset)
  if (!counts) throw new EcgFormatError('dicom', 'no_waveform', 'the file holds no ECG samples')
  const padding = countsOf(dataset, TAG.padding)?.[0]
  const stored = Math.floor(counts.length / channelCount)
  if (stored !== group.sampleCount) warnings.push('The number of samples in the file is not the announced one.')
  const sampleCount = Math.min(stored, group.sampleCount)
  checkSize('dicom', channelCount, sampleCount, sampleRateHz)
  const bitsStored = numberOf(itemsOf(dataset, TAG.channels)[0] ?? dataset, TAG.bitsStored)
  return scales.map((scale, index) => {
    if (!scale.name) return { name: null, samplesUv: new Float32Array(0) }
    const picked = signExtended(pick(counts, index, channelCount, sampleCount), counts, bitsStored)
    const samplesUv = microvoltsOf(picked, scale.stepUv, scale.baselineUv)
    if (padding !== undefined) markMissing(samplesUv, picked, padding)
    return { name: scale.name, stepUv: scale.stepUv, samplesUv }
  })
}

/** The padding value (5400,100A) stands where nothing was recorded. */
function markMissing(samplesUv: Float32Array, counts: Int32Array, padding: number): void {
  for (let index = 0; index < counts.length; index++) if (counts[index] === padding) samplesUv[index] = Number.NaN
}

function pick(counts: Counts, channelIndex: number, channelCount: number, sampleCount: number): Int32Array {
  const picked = new Int32Array(sampleCount)
  for (let index = 0, source = channelIndex; index < sampleCount; index++, source += channelCount) {
    picked[index] = counts[source] ?? 0
  }
  return picked
}

/** Some writers leave the high bits of a negative 12-bit sample empty. */
function signExtended(channel: Int32Array, counts: Counts, bitsStored: number | null): Int32Array {
  const isSigned = counts instanceof Int16Array || counts instanceof Int32Array
  if (!isSigned || !bitsStored || bitsStored < 8 || bitsStored >= 16) return channel
  const half = 2 ** (bitsStored - 1)
  const isUnextended =
    channel.every((count) => count >= 0 && count < 2 * half) && channel.some((count) => count >= half)
  return isUnextended ? channel.map((count) => (count >= half ? count - 2 * half : count)) : channel
}

/** The samples, or another element that is written like them; null where it is absent or empty. */
function countsOf(dataset: Dataset, tag: number = TAG.waveformData): Counts | null {
  const element = dataset.elements.get(tag)
  if (!element || element.end <= element.start) return null
  const bytesEach = (numberOf(dataset, TAG.bitsAllocated) ?? 16) / 8
  const view = COUNTS_OF[`${asciiText(dataset, TAG.sampleInterpretation)}${bytesEach}`]
  if (!view) {
    throw new EcgFormatError('dicom', 'unsupported', 'the samples are encoded in a way that is not read')
  }
  const raw = dataset.bytes.slice(element.start, element.end)
  if (!dataset.isLittleEndian) swapBytes(raw, bytesEach)
  return view(raw.buffer, Math.floor(raw.length / bytesEach))
}

/** By sample interpretation and bytes a sample. */
const COUNTS_OF: Readonly<Record<string, (buffer: ArrayBuffer, count: number) => Counts>> = {
  SB1: (buffer, count) => new Int8Array(buffer, 0, count),
  UB1: (buffer, count) => new Uint8Array(buffer, 0, count),
  SS2: (buffer, count) => new Int16Array(buffer, 0, count),
  US2: (buffer, count) => new Uint16Array(buffer, 0, count),
  SL4: (buffer, count) => new Int32Array(buffer, 0, count),
  UL4: (buffer, count) => new Uint32Array(buffer, 0, count),
}

function swapBytes(raw: Uint8Array, bytesEach: number): void {
  for (let start = 0; start + bytesEach <= raw.length; start += bytesEach) {
    raw.subarray(start, start + bytesEach).reverse()
  }
}
