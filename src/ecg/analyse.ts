/**
 * From one recording to everything that is measured on it (clinical.md A): the whole way on one page.
 *
 * Milliseconds from the first sample, microvolts against the level before QRS. A recording longer than 90 s is
 * measured minute by minute, see `analyse-long.ts`. The order matters: a lead is judged by the beats found in all
 * leads, and only leads that are not bad may mark a wave.
 */
import { ANALYSIS_VERSION } from './analysis-version'
import { measure } from './measure/measure'
import { measureLeads } from './measure/measure-leads'
import { describeRhythm } from './measure/rhythm/describe-rhythm'
import type { Analysis, Beat } from './measure/types'
import { assessQuality } from './quality/assess-quality'
import { beatAxesDeg } from './signal/beat-axes'
import { shapesOf } from './signal/beat-shapes'
import { classifyBeats } from './signal/classify-beats'
import { delineate } from './signal/delineate/delineate'
import { detectBeats } from './signal/detect-beats'
import { type Prepared, prepare } from './signal/prepare'
import { representativeBeat } from './signal/representative-beat'
import type { EcgRecording, LeadName } from './types'

/** The leads that tell something of their own; the others are computed from them. */
const INDEPENDENT: ReadonlySet<LeadName> = new Set(['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'])

export function analyseStretch(recording: EcgRecording): Analysis {
  const prepared = prepare(recording)
  const { sampleRateHz, leads, spikesAtMs } = prepared
  const found = detectBeats(
    independentOf(prepared).map(({ rawUv }) => rawUv),
    sampleRateHz,
  )
  const toRecorded = recording.sampleRateHz / sampleRateHz
  const quality = assessQuality(recording, { rPeakIndices: found.map((index) => Math.round(index * toRecorded)) })
  const usableLeads = leads.map(({ name }) => name).filter((name) => quality.leads[name] !== 'bad')
  const usable = new Set(usableLeads)

  const { rIndices, groups } = shapesOf(independentOf(prepared, usable), found, sampleRateHz)
  const delineation = delineate({ sampleRateHz, leads, rPeaks: rIndices, groups, usableLeads: usable, spikesAtMs })
  const classes = classifyBeats({ marks: delineation.beats, groups, spikesAtMs })
  const axesDeg = beatAxesDeg(leads, delineation.beats, sampleRateHz)
  const beats = delineation.beats.map((marks, index): Beat => {
    return { ...marks, class: classes[index] ?? 'other', axisDeg: axesDeg[index] ?? null }
  })
  const { beatsByLead, pWaves } = delineation
  const representative = representativeBeat({
    sampleRateHz,
    leads,
    usableLeads: usable,
    beats,
    beatsByLead,
    dominant: groups[0] ?? [],
  })
  const measuredLeads = representative ? measureLeads(representative, usableLeads) : {}
  const rhythm = describeRhythm({ beats, pWaves, sampleRateHz, leads, usableLeads })
  return {
    version: ANALYSIS_VERSION,
    quality,
    swap: null,
    beats,
    beatsByLead,
    pWaves,
    spikesAtMs,
    representative,
    measurements: measure({ beats, representative, leads: measuredLeads, rhythm, sex: recording.patient.sex }),
    leads: measuredLeads,
    rhythm,
  }
}

/** Those of the independent leads that may speak; when there is none, all. */
function independentOf({ leads }: Prepared, usable?: ReadonlySet<LeadName>): Prepared['leads'] {
  const independent = leads.filter(({ name }) => INDEPENDENT.has(name) && (usable?.has(name) ?? true))
  return independent.length > 0 ? independent : leads
}
