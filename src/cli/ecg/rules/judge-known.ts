import { analyse } from '@/ecg/analyse'
import { correctSwap } from '@/ecg/quality/unswap'
import { classOfRecording } from '@/ecg/rules/class-of-recording'
import { judgeRecording } from '@/ecg/rules/judge'
import type { Finding, FindingClass, RuleContext } from '@/ecg/rules/rule'
import type { EcgRecording } from '@/ecg/types'

export type Judged = {
  readonly findings: readonly Finding[]
  /** From findings alone, without the words of the device. */
  readonly class: FindingClass
  readonly isAnalysed: boolean
}

/** As at an upload, with what is known about the patient. */
export function judgeKnown(recording: EcgRecording, context: RuleContext): Judged {
  const options = { sex: context.sex ?? recording.patient.sex }
  const analysis = analyse(recording, options)
  const corrected = analysis.swap && correctSwap(recording, analysis.swap)
  const judgement = judgeRecording(analysis, context, { unswapped: corrected ? analyse(corrected, options) : null })
  return {
    findings: judgement.findings,
    class: classOfRecording(judgement, []).class,
    isAnalysed: judgement.isAnalysed,
  }
}

/** A finding with its numbers on one line. */
export function inWords({ id, status, class: itsClass, confidence, evidence, limitations }: Finding): string {
  const numbers = evidence
    .filter(({ value }) => value !== null)
    .slice(0, NUMBERS_SHOWN)
    .map(({ lead, name, value, comparison, threshold }) =>
      [lead, name, shortNumber(value ?? 0), comparison && `(${comparison} ${threshold})`].filter(Boolean).join(' '),
    )
  const head = [id, status.replace('_', ' '), itsClass ?? '', itsClass ? confidence : ''].filter(Boolean).join(' ')
  return [head, ...numbers, ...limitations].join('; ')
}

const NUMBERS_SHOWN = 8

function shortNumber(value: number): string {
  return String(Math.round(value * 100) / 100)
}
