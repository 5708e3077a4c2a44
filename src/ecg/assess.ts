/**
 * Measuring and judging one recording by itself: what an upload stores and the command line prints. What is known
 * about the patient beyond the file comes later, when a case is judged.
 */
import { analyse } from './analyse'
import { ANALYSIS_VERSION } from './analysis-version'
import { type AnalysisJson, analysisFromJson, analysisToJson } from './measure/analysis-json'
import type { Analysis } from './measure/types'
import { correctSwap } from './quality/unswap'
import { classOfRecording } from './rules/class-of-recording'
import { type Judgement, judgeRecording } from './rules/judge'
import { type Finding, type FindingClass, NOTHING_KNOWN, type RuleContext } from './rules/rule'
import { THRESHOLDS_VERSION } from './rules/thresholds'
import type { EcgRecording } from './types'

export type Assessed = {
  readonly version: string
  readonly rulesVersion: string
  /** At least URGENT where nothing could be measured. */
  readonly recordingClass: FindingClass
  /** Null where measuring failed. */
  readonly analysis: StoredAnalysis | null
  readonly findings: readonly Finding[]
  /** Why there is no analysis. */
  readonly problem: 'analysis_failed' | null
}

/** The analysis, and where electrodes seem swapped that of the recording with the swap undone. */
export type StoredAnalysis = AnalysisJson & { readonly unswapped: AnalysisJson | null }

export function assess(recording: EcgRecording): Assessed {
  return assessed(analyseOrNull(recording), recording)
}

/** Of a recording that was measured while it was read in pieces, and has no words of its device. */
export function assessLong(analysis: Analysis | null, stream: Measured): Assessed {
  return assessed(analysis && { ...analysisToJson(analysis), unswapped: null }, stream)
}

type Measured = Pick<EcgRecording, 'patient' | 'recordedAt'> & { readonly reported?: EcgRecording['reported'] }

function assessed(analysis: StoredAnalysis | null, recording: Measured): Assessed {
  const judgement = analysis && judgeStored(analysis, contextOf(recording))
  return {
    version: ANALYSIS_VERSION,
    rulesVersion: THRESHOLDS_VERSION,
    recordingClass: classOfRecording(judgement, recording.reported?.statements ?? []).class,
    analysis,
    findings: judgement?.findings ?? [],
    problem: analysis ? null : 'analysis_failed',
  }
}

/** All rules over a stored analysis, with what is known about the patient. */
export function judgeStored(
  stored: StoredAnalysis,
  context: RuleContext,
  switchedOff: readonly string[] = [],
): Judgement {
  const { unswapped, ...analysis } = stored
  return judgeRecording(analysisFromJson(analysis), context, {
    switchedOff,
    unswapped: unswapped && analysisFromJson(unswapped),
  })
}

/** A recording that the engine cannot cope with is still a recording. */
function analyseOrNull(recording: EcgRecording): StoredAnalysis | null {
  try {
    const analysis = analyse(recording)
    return { ...analysisToJson(analysis), unswapped: unswappedOf(recording, analysis) }
  } catch {
    return null
  }
}

function unswappedOf(recording: EcgRecording, { swap }: Analysis): AnalysisJson | null {
  const corrected = swap && correctSwap(recording, swap)
  return corrected ? analysisToJson(analyse(corrected)) : null
}

/** Age and sex as the file says them. */
export function contextOf({ patient, recordedAt }: Pick<EcgRecording, 'patient' | 'recordedAt'>): RuleContext {
  const birthMs = patient.birthDate === null ? Number.NaN : Date.parse(patient.birthDate)
  const recordedMs = recordedAt === null ? Number.NaN : Date.parse(`${recordedAt.local}Z`)
  const ageDays = Math.floor((recordedMs - birthMs) / 86_400_000)
  const isAgeKnown = ageDays >= 0
  return {
    ...NOTHING_KNOWN,
    ageDays: isAgeKnown ? ageDays : null,
    ageYears: isAgeKnown ? Math.floor(ageDays / 365.25) : patient.ageYears,
    sex: patient.sex === 'unknown' ? null : patient.sex,
  }
}
