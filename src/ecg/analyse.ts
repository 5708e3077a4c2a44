/**
 * From one recording to everything that is measured on it (clinical.md A): the whole way on one page.
 *
 * Milliseconds from the first sample, microvolts against the level before QRS. A recording longer than 90 s is
 * analysed minute by minute, see `analyse-long.ts`.
 */
import { analyseInMinutes } from './analyse-long'
import { ANALYSIS_VERSION } from './analysis-version'
import { withCommonScale } from './common-scale'
import { markWaves } from './mark-waves'
import { measure } from './measure/measure'
import { measureLeads } from './measure/measure-leads'
import { describeRhythm } from './measure/rhythm/describe-rhythm'
import type { Analysis, Beat, QualityNote } from './measure/types'
import { suspectSwap } from './quality/electrode-swaps'
import { beatAxesDeg } from './signal/beat-axes'
import { classifyBeats } from './signal/classify-beats'
import { representativeBeat } from './signal/representative-beat'
import type { EcgRecording, Sex } from './types'

export type AnalysisOptions = {
  /** Known from elsewhere than the recording. */
  readonly sex?: Sex | null
  /** An earlier ECG of the same patient, for the search for exchanged electrodes. */
  readonly previous?: Analysis | null
}

const LONGEST_WHOLE_MS = 90_000

export function analyse(stated: EcgRecording, options: AnalysisOptions = {}): Analysis {
  const recording = withCommonScale(stated)
  const durationMs = ((recording.leads[0]?.samplesUv.length ?? 0) * 1000) / recording.sampleRateHz
  const analysis =
    durationMs <= LONGEST_WHOLE_MS
      ? analyseWhole(recording, options)
      : analyseInMinutes(recording, (minute) => analyseWhole(minute, options))
  return recording === stated ? analysis : withNote(analysis, STRETCHED)
}

/** What is drawn keeps the heights of the file: whoever compares it with the numbers is told. */
const STRETCHED = { reason: 'leads-stretched', severity: 'warn', leads: [], value: null, limit: null } as const

function withNote(analysis: Analysis, note: QualityNote): Analysis {
  return { ...analysis, quality: { ...analysis.quality, notes: [...analysis.quality.notes, note] } }
}

function analyseWhole(recording: EcgRecording, { sex, previous }: AnalysisOptions): Analysis {
  const { prepared, quality, usableLeads, groups, delineation } = markWaves(recording)
  const { sampleRateHz, leads, spikesAtMs } = prepared
  const { beatsByLead, pWaves } = delineation
  const classes = classifyBeats({ marks: delineation.beats, groups, spikesAtMs })
  const axesDeg = beatAxesDeg(leads, delineation.beats, sampleRateHz)
  const beats = delineation.beats.map((marks, index): Beat => {
    return { ...marks, class: classes[index] ?? 'other', axisDeg: axesDeg[index] ?? null }
  })

  const dominant = groups[0] ?? []
  const representative = representativeBeat({ sampleRateHz, leads, usableLeads, beats, beatsByLead, dominant })
  const measuredLeads = representative ? measureLeads(representative, usableLeads) : {}
  const rhythm = describeRhythm({ beats, pWaves, sampleRateHz, leads, usableLeads })
  const ofPatient = sex ?? recording.patient.sex
  return {
    version: ANALYSIS_VERSION,
    quality,
    swap:
      representative &&
      suspectSwap({ representative, leads: measuredLeads, previous: previous?.representative ?? null }),
    beats,
    beatsByLead,
    pWaves,
    spikesAtMs,
    representative,
    measurements: measure({ beats, representative, leads: measuredLeads, rhythm, sex: ofPatient }),
    leads: measuredLeads,
    rhythm,
  }
}
