/** Reports as `/api/v1` takes and answers them: plain text as ever, or codes (`src/cases/report`). */
import { z } from 'zod'
import { ReportContent } from '../report/content'
import { ReportStructure } from '../report/structure'
import { CaliperView } from './calipers'

const instant = z.iso.datetime()
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()
const Person = z.object({ id: z.uuid(), name: z.string(), title: maybe(z.string()) })
const text = (max: number) => z.string().trim().min(1).max(max)
/** The number of the claim under which it was written (`claim.fence` of the case); left out: the actor's present one. */
const fence = z.int().min(0).optional()

const PlainText = { conclusion: text(8000), recommendation: text(8000) }
export const ReportInput = z.union([
  z.strictObject({ fence, ...PlainText, sign: z.boolean().default(false) }),
  z.strictObject({ fence, structure: ReportStructure, sign: z.boolean().default(false) }),
])
export type ReportInput = z.infer<typeof ReportInput>

export const AMEND_KINDS = ['amendment', 'addendum'] as const
/** `management`: somebody has to do something else than before. */
export const AMEND_GRADES = ['wording', 'management'] as const
const Amendment = {
  /** The signed version that it follows: another one in between refuses it. */
  amends: z.int().min(1),
  kind: z.enum(AMEND_KINDS),
  grade: z.enum(AMEND_GRADES),
  reason: text(500),
}
export const AmendReportInput = z.union([
  z.strictObject({ ...Amendment, ...PlainText }),
  z.strictObject({ ...Amendment, structure: ReportStructure }),
])
export type AmendReportInput = z.infer<typeof AmendReportInput>

export const AskOverrideInput = z.strictObject({
  fence,
  templateId: z.string().regex(/^R\d\d$/),
  blockers: z.array(z.string().min(1).max(40)).min(1).max(20),
  reason: text(500),
})
export const AnswerOverrideInput = z.strictObject({
  overrideId: z.uuid(),
  isAgreed: z.boolean(),
  reason: text(500),
})
export const OverrideView = z.object({
  overrideId: z.uuid(),
  templateId: z.string(),
  blockers: z.array(z.string()),
  reason: z.string(),
  askedBy: Person,
  askedAt: instant,
  isAgreed: maybe(z.boolean()),
  answer: maybe(z.string()),
  answeredBy: maybe(Person),
  answeredAt: maybe(instant),
})
export type OverrideView = z.infer<typeof OverrideView>

export const ReportView = z.object({
  version: z.number(),
  /** The whole report in words, also of a structured one. */
  conclusion: z.string(),
  recommendation: z.string(),
  /** Null for a plain report. */
  structure: maybe(ReportStructure),
  /** Frozen with the signature; null before it, and of what was signed before reports had codes. */
  content: maybe(ReportContent),
  /** SHA-256 over trace, report and author. */
  hash: maybe(z.string()),
  amendment: maybe(
    z.object({
      amends: z.number(),
      kind: z.enum(AMEND_KINDS),
      grade: z.enum(AMEND_GRADES),
      reason: z.string(),
    }),
  ),
  savedAt: instant,
  signedAt: maybe(instant),
  by: Person,
  /** What was measured when it was signed; none while it is a draft. */
  calipers: z.array(CaliperView),
})
export type ReportView = z.infer<typeof ReportView>

/** Who had read a report before it was amended, and whether he has confirmed the new version. */
export const ReportReaderView = z.object({ version: z.number(), by: Person, confirmedAt: maybe(instant) })
export type ReportReaderView = z.infer<typeof ReportReaderView>

export const FavouriteInput = z.strictObject({ code: z.int().min(1).max(999), isFavourite: z.boolean() })
/** Codes of statements, the newest favourite first. */
export const FavouritesResult = z.object({ codes: z.array(z.number()) })
export type FavouritesResult = z.infer<typeof FavouritesResult>
