/** What `/api/v1` answers to somebody who sends a case. */
import { z } from 'zod'
import { CASE_STATES } from '../case-state'
import { CASE_CLASSES } from '../values'
import { CaseWarning, ClassReasonView, PatientView } from './views'

const instant = z.iso.datetime()

export const SubmitCaseResult = z.object({
  caseId: z.uuid(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  class: z.enum(CASE_CLASSES),
  classReasons: z.array(ClassReasonView),
  receivedAt: instant,
  /** Open cases of the region before this one, plus one. */
  queuePlace: z.number(),
  openDueAt: instant,
  warnings: z.array(CaseWarning),
  /** Cases of the same person or with the same file in the last 24 h. */
  duplicates: z.array(z.uuid()),
})
export type SubmitCaseResult = z.infer<typeof SubmitCaseResult>

/** An exact PINFL or passport found a person somewhere (product.md part 5); the look is audited. */
export const FindPatientResult = z.object({
  patient: PatientView.nullable(),
  earlierEcgs: z.array(z.object({ facilityName: z.string(), count: z.number(), lastAt: instant })),
})
export type FindPatientResult = z.infer<typeof FindPatientResult>
