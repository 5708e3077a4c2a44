/**
 * The first half of the analysis: the recording made ready, its beats found, every wave marked, every lead judged.
 *
 * The order matters: a lead is judged by the beats found in all leads, and only leads that are not bad may mark a wave.
 */
import type { RecordingQuality } from './measure/types'
import { assessQuality } from './quality/assess-quality'
import { shapesOf } from './signal/beat-shapes'
import { type Delineation, delineate } from './signal/delineate/delineate'
import { detectBeats } from './signal/detect-beats'
import { type Prepared, prepare } from './signal/prepare'
import type { EcgRecording, LeadName } from './types'

export type MarkedRecording = {
  readonly prepared: Prepared
  readonly quality: RecordingQuality
  readonly usableLeads: readonly LeadName[]
  /** Beats of one shape, as indices into the marks; the largest group first. */
  readonly groups: readonly (readonly number[])[]
  readonly delineation: Delineation
}

/** The leads that tell something of their own; the others are computed from them. */
const INDEPENDENT: ReadonlySet<LeadName> = new Set(['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'])

export function markWaves(recording: EcgRecording): MarkedRecording {
  const prepared = prepare(recording)
  const { sampleRateHz, leads, spikesAtMs } = prepared
  const found = findBeats(prepared)
  const toRecorded = recording.sampleRateHz / sampleRateHz
  const quality = assessQuality(recording, { rPeakIndices: found.map((index) => Math.round(index * toRecorded)) })
  const usableLeads = leads.map(({ name }) => name).filter((name) => quality.leads[name] !== 'bad')
  const usable = new Set(usableLeads)
  const { rIndices, groups } = shapesOf(independentOf(prepared, usable), found, sampleRateHz)
  const delineation = delineate({ sampleRateHz, leads, rPeaks: rIndices, groups, usableLeads: usable, spikesAtMs })
  return { prepared, quality, usableLeads, groups, delineation }
}

function findBeats(prepared: Prepared): readonly number[] {
  return detectBeats(
    independentOf(prepared).map(({ rawUv }) => rawUv),
    prepared.sampleRateHz,
  )
}

/** Those of the independent leads that may speak; when there is none, all. */
function independentOf({ leads }: Prepared, usable?: ReadonlySet<LeadName>): Prepared['leads'] {
  const independent = leads.filter(({ name }) => INDEPENDENT.has(name) && (usable?.has(name) ?? true))
  return independent.length > 0 ? independent : leads
}
