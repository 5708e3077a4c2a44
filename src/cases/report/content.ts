/**
 * What is frozen with a signature beside the reader's own words: the numbers that he saw, each dose with its formula,
 * what software found and what was said of it, and which protocol spoke. Later data change none of it.
 */
import { z } from 'zod'
import { FACT_FLAGS, FACT_LIMITS } from './protocol'
import { ReportMeasurements } from './structure'

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()
const Amount = z.object({ value: z.number(), to: z.number().optional(), unit: z.string() })
const DoseHead = { id: z.string(), drug: z.string(), route: z.string(), note: maybe(z.string()) }

export const FrozenDose = z.discriminatedUnion('status', [
  z.object({
    ...DoseHead,
    status: z.literal('given'),
    amounts: z.array(Amount),
    per: maybe(z.string()),
    formula: maybe(z.string()),
    cap: maybe(Amount),
    isCapped: z.boolean(),
    isKidneyUnknown: z.boolean(),
  }),
  z.object({ ...DoseHead, status: z.literal('missing'), missing: z.array(z.enum(['weightKg', 'ageYears'])) }),
  z.object({
    ...DoseHead,
    status: z.literal('out_of_range'),
    input: z.enum(['weightKg', 'ageYears']),
    value: z.number(),
  }),
  z.object({
    ...DoseHead,
    status: z.literal('not_given'),
    why: z.enum(['no_bolus_from_75', 'crcl_below_15', 'crcl_below_20']),
  }),
])

export const AvoidedView = z.object({
  id: z.string(),
  text: z.string(),
  because: z.array(
    z.object({ fact: z.enum([...FACT_LIMITS, ...FACT_FLAGS]), value: maybe(z.number()), limit: maybe(z.number()) }),
  ),
  answered: z.array(z.string()),
  ask: z.array(z.string()),
})

export const ReportContent = z.object({
  protocol: z.object({ id: z.string(), version: z.string() }),
  /** Every file of the case when it was signed, by its content. */
  trace: z.array(z.object({ fileId: z.uuid(), sha256: z.string() })),
  /** What the doses rest on. */
  person: z.object({
    ageYears: maybe(z.number()),
    sex: z.enum(['male', 'female', 'unknown']),
    weightKg: maybe(z.number()),
    creatinineUmolL: maybe(z.number()),
  }),
  /** As software measured; the reader's own stand in the structure. */
  measured: maybe(ReportMeasurements),
  findings: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      isAgreed: maybe(z.boolean()),
      reason: maybe(z.string()),
    }),
  ),
  /** Of each recommendation, in its order. */
  doses: z.array(z.array(FrozenDose)),
  avoid: z.array(AvoidedView),
  overrides: z.array(
    z.object({
      blockers: z.array(z.string()),
      reason: z.string(),
      answer: maybe(z.string()),
      askedById: z.uuid(),
      answeredById: z.uuid(),
    }),
  ),
})
export type ReportContent = z.infer<typeof ReportContent>
