/**
 * The class from the recording alone: what was found, and what the device wrote. A recording that was not analysed, or
 * too little of it, is at least URGENT (clinical.md C3); nothing lowers a class.
 */
import type { DeviceStatement } from './device-words'
import { judgeDeviceWords } from './device-words'
import { type Judgement, mostUrgent } from './judge'
import type { FindingClass } from './rule'

export type RecordingClass = {
  readonly class: FindingClass
  readonly reasons: readonly ('findings' | 'device-statement' | 'not-analysed')[]
  readonly deviceStatements: readonly DeviceStatement[]
}

/** `judgement` is null where measuring failed or was not possible. */
export function classOfRecording(judgement: Judgement | null, statements: readonly string[]): RecordingClass {
  const deviceStatements = judgeDeviceWords(statements)
  const deviceClass = mostUrgent(deviceStatements.map((statement) => statement.class))
  const isAnalysed = judgement?.isAnalysed ?? false
  const findingClass = judgement?.class ?? null
  return {
    class: mostUrgent([findingClass, deviceClass, isAnalysed ? 'ROUTINE' : 'URGENT']) ?? 'ROUTINE',
    reasons: [
      ...(findingClass === null ? [] : ['findings' as const]),
      ...(deviceClass === null ? [] : ['device-statement' as const]),
      ...(isAnalysed ? [] : ['not-analysed' as const]),
    ],
    deviceStatements,
  }
}
