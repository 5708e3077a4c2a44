/**
 * Reference-beat subtraction and bimodal compression of SCP-ECG (EN 1064, section 4 and annex C).
 * Sample numbers in section 4 count from 1 and are at the rate of the reference beat.
 */
import { EcgFormatError } from '../../errors'
import type { LeadSpan, SampleBlock } from './samples'
import { openSection, type ScpRecord } from './sections'

const SUBTRACTED_BEAT_TYPE = 0
const BEAT_BYTES = 14
const ZONE_BYTES = 8

type Beat = { readonly type: number; readonly first: number; readonly fiducial: number; readonly last: number }
type Zone = { readonly first: number; readonly last: number }
type QrsLocations = { readonly fiducial: number; readonly beats: readonly Beat[]; readonly zones: readonly Zone[] }

export type Bimodal = { readonly record: ScpRecord; readonly spans: readonly LeadSpan[]; readonly rate: number }

/** The residual of each lead with the reference beat added; fractions of a count where the two have other steps. */
export function withReferenceBeats(
  record: ScpRecord,
  spans: readonly LeadSpan[],
  stored: readonly Int32Array[],
  reference: SampleBlock,
  residualStepNv: number,
): readonly Float64Array[] {
  const residuals = stored.map((counts) => Float64Array.from(counts))
  const { fiducial, beats } = readQrsLocations(record)
  const gain = reference.stepNv / residualStepNv
  for (const beat of beats.filter((candidate) => candidate.type === SUBTRACTED_BEAT_TYPE)) {
    residuals.forEach((residual, leadIndex) => {
      const beatCounts = reference.leads[leadIndex]
      const firstSample = spans[leadIndex]?.firstSample ?? 1
      if (beatCounts) addBeat(residual, beatCounts, gain, beat, fiducial, firstSample)
    })
  }
  return residuals
}

/** How many samples a lead stores when only its protected zones keep the full rate. */
export function storedCountOf({ record, rate }: Bimodal, span: LeadSpan): number {
  return stretches(record, span, rate).reduce((sum, stretch) => sum + stretch.storedCount, 0)
}

export function expandBimodal({ record, spans, rate }: Bimodal, stored: readonly Int32Array[]): Int32Array[] {
  record.warnings.push('Between the beats the device stored fewer samples; they were interpolated.')
  return stored.map((counts, leadIndex) => {
    const span = spans[leadIndex]
    if (!span) return counts
    const full = new Int32Array(span.lastSample - span.firstSample + 1)
    let source = 0
    for (const { start, length, storedCount, isProtected } of stretches(record, span, rate)) {
      const part = counts.subarray(source, source + storedCount)
      if (isProtected) full.set(part, start)
      else interpolate(part, full.subarray(start, start + length), rate)
      source += storedCount
    }
    return full
  })
}

function addBeat(
  residual: Float64Array,
  beatCounts: Int32Array,
  gain: number,
  beat: Beat,
  fiducial: number,
  firstSample: number,
): void {
  const shift = fiducial - 1 - (beat.fiducial - firstSample)
  const from = Math.max(beat.first - firstSample, 0, -shift)
  const to = Math.min(beat.last - firstSample, residual.length - 1, beatCounts.length - 1 - shift)
  for (let index = from; index <= to; index++) {
    residual[index] = (residual[index] ?? 0) + (beatCounts[index + shift] ?? 0) * gain
  }
}

type Stretch = {
  readonly start: number
  readonly length: number
  readonly storedCount: number
  readonly isProtected: boolean
}

/** The lead cut into protected zones and what lies between, in order and without overlap. */
function stretches(record: ScpRecord, span: LeadSpan, rate: number): Stretch[] {
  if (!(rate >= 1 && rate <= 16)) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'the rates of reference beat and rhythm do not fit together')
  }
  const sampleCount = span.lastSample - span.firstSample + 1
  const result: Stretch[] = []
  let position = 0
  const add = (end: number, isProtected: boolean) => {
    const length = end - position
    if (length <= 0) return
    const storedCount = isProtected ? length : Math.ceil(length / rate)
    result.push({ start: position, length, storedCount, isProtected })
    position = end
  }
  for (const zone of readQrsLocations(record).zones) {
    add(Math.min(zone.first - span.firstSample, sampleCount), false)
    add(Math.min(zone.last - span.firstSample + 1, sampleCount), true)
  }
  add(sampleCount, false)
  return result
}

/** A stored sample stands for the middle of `rate` samples; between middles the line is straight. */
function interpolate(stored: Int32Array, target: Int32Array, rate: number): void {
  const last = stored.length - 1
  for (let index = 0; index < target.length; index++) {
    const place = Math.min(Math.max((index - (rate - 1) / 2) / rate, 0), last)
    const before = Math.floor(place)
    const left = stored[before] ?? 0
    const right = stored[Math.min(before + 1, last)] ?? 0
    target[index] = Math.round(left + (right - left) * (place - before))
  }
}

function readQrsLocations(record: ScpRecord): QrsLocations {
  const reader = openSection(record, 4)
  if (!reader) throw new EcgFormatError('scp-ecg', 'malformed', 'the places of the beats are missing')
  reader.skip(2)
  const fiducial = reader.u16()
  const beatCount = Math.min(reader.u16(), Math.floor(reader.remainingBytes / BEAT_BYTES))
  const beats = Array.from({ length: beatCount }, () => ({
    type: reader.u16(),
    first: reader.u32(),
    fiducial: reader.u32(),
    last: reader.u32(),
  }))
  const zoneCount = Math.min(beatCount, Math.floor(reader.remainingBytes / ZONE_BYTES))
  const zones = Array.from({ length: zoneCount }, () => ({ first: reader.u32(), last: reader.u32() }))
  return { fiducial, beats, zones: zones.sort((a, b) => a.first - b.first) }
}
