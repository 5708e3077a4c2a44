import 'server-only'
import type { Clinical } from '@/cases/clinical'
import { type RulePatient, ruleContextOf } from '@/cases/rule-context'
import type { ClassReason, JudgedRecording } from '@/cases/triage'
import { judgeStored, type StoredAnalysis } from '@/ecg/assess'
import { analysisFromJson } from '@/ecg/measure/analysis-json'
import type { Analysis, RecordingQuality } from '@/ecg/measure/types'
import { RULES } from '@/ecg/rules'
import { judgeDeviceWords } from '@/ecg/rules/device-words'
import type { Judgement } from '@/ecg/rules/judge'
import { FINDING_CLASSES, type Finding, type RuleContext } from '@/ecg/rules/rule'
import type { Tx } from '../db/client'
import { analysisOf } from '../recordings/assessment-row'
import { inFileOf } from '../recordings/recording-row'
import { type RuleSwitches, ruleSwitches } from '../rules/rule-settings'
import type { CaseFileFacts } from './case-files'

type SourcedFinding = Finding & { readonly source: string }

export type JudgedFiles = {
  readonly recordings: readonly JudgedRecording[]
  readonly findings: readonly { readonly recordingId: string; readonly findings: readonly SourcedFinding[] }[]
}

type Input = {
  readonly caseId: string
  readonly files: readonly CaseFileFacts[]
  readonly clinical: Clinical
  readonly patient: RulePatient & { readonly id: string }
  readonly now: Date
}

/** The rules on each ECG of the case, in the light of what is known about the patient and of the patient's earlier ECG. */
export async function judgeRecordings(tx: Tx, input: Input): Promise<JudgedFiles> {
  const switches = await ruleSwitches(tx)
  const previous = await previousAnalysis(tx, input)
  const context = ruleContextOf(input.clinical, input.patient, previous, input.now)
  const judged = input.files.map((file) => judgeFile(file, switches, context))
  return {
    recordings: judged.map((one) => one?.recording ?? null),
    findings: judged.flatMap((one) =>
      one?.judgement ? [{ recordingId: one.recordingId, findings: one.judgement.findings.map(withSource) }] : [],
    ),
  }
}

function judgeFile({ recording }: CaseFileFacts, { isModuleOn, switchedOff }: RuleSwitches, context: RuleContext) {
  if (recording?.kind !== 'waveform') return null
  const stored = recording.assessments[0] ? analysisOf(recording.assessments[0]) : null
  const judgement = stored && isModuleOn ? judgeStored(stored, context, switchedOff) : null
  const words = judgeDeviceWords(inFileOf(recording.inFile).reported.statements)
  const reasons = [
    ...(judgement ? findingReasons(judgement.findings) : []),
    ...words.map((said) => reason('device_statement', said.class, said.statement.slice(0, 120))),
  ]
  return { recordingId: recording.id, judgement, recording: { reasons, ...factsOf(stored, judgement) } }
}

function factsOf(stored: StoredAnalysis | null, judgement: Judgement | null) {
  const found = judgement?.findings.filter(isFound) ?? []
  return {
    isAnalysed: judgement?.isAnalysed ?? false,
    heartRateBpm: stored?.measurements.heartRateBpm ?? null,
    isStDeviated: found.some((finding) => finding.id.startsWith('ISC-') && finding.segment === 'st'),
    isIncomplete: stored ? isIncomplete(stored.quality) : false,
    hasConfidentFinding: found.some((finding) => finding.status === 'met' && finding.confidence === 'high'),
  }
}

/** A rule may have missed what stands in a lead that is missing or bad. */
function isIncomplete({ overall, leads, missingLeads }: RecordingQuality): boolean {
  return overall === 'unacceptable' || missingLeads.length > 0 || Object.values(leads).includes('bad')
}

/** Most urgent first; what is ROUTINE gives no reason of its own. */
function findingReasons(findings: readonly Finding[]) {
  const weight = ({ class: itsClass }: Finding) => FINDING_CLASSES.indexOf(itsClass ?? 'ROUTINE')
  return findings
    .filter(isFound)
    .toSorted((a, b) => weight(a) - weight(b))
    .flatMap(({ id, class: itsClass }) =>
      itsClass === null || itsClass === 'ROUTINE' ? [] : [reason('finding', itsClass, id)],
    )
}

function reason(code: string, itsClass: ClassReason['class'], value: string) {
  return { source: 'recording', code, class: itsClass, value } as const
}

function isFound({ status }: Finding): boolean {
  return status === 'met' || status === 'borderline'
}

function withSource(finding: Finding): SourcedFinding {
  return { ...finding, source: RULES.find((rule) => rule.id === finding.id)?.source ?? '' }
}

/** The newest analysed ECG of the same person from a case that was sent before. */
async function previousAnalysis(tx: Tx, { caseId, patient, files }: Input): Promise<Analysis | null> {
  const newest = await tx.assessment.findFirst({
    where: {
      recording: {
        kind: 'waveform',
        file: {
          id: { notIn: files.map((file) => file.id) },
          cases: { some: { caseId: { not: caseId }, case: { patientId: patient.id, submittedAt: { not: null } } } },
        },
      },
    },
    orderBy: { createdAt: 'desc' },
    select: { analysis: true },
  })
  const stored = newest ? analysisOf(newest) : null
  return stored ? analysisFromJson(stored) : null
}
