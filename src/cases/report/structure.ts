/** The structured report as the reader writes it (clinical.md D2): codes and parameters, no prose but the free text. */
import { z } from 'zod'
import { LEAD_NAMES } from '@/ecg/types'

const code = z.int().min(1).max(999)

export const ReportStatement = z.strictObject({
  code,
  modifiers: z.array(code).max(8),
  leads: z.array(z.enum(LEAD_NAMES)).max(18),
  secondary: z.array(code).max(6),
})
export type ReportStatement = z.infer<typeof ReportStatement>

export const MEASURED = ['heartRateBpm', 'prMs', 'qrsMs', 'qtMs', 'qtcMs', 'qrsAxisDeg'] as const
export type Measured = (typeof MEASURED)[number]
const value = (low: number, high: number) => z.number().min(low).max(high).nullable()

/** What the reader holds for measured; null is "cannot be measured". */
export const ReportMeasurements = z.strictObject({
  heartRateBpm: value(0, 400),
  prMs: value(0, 800),
  qrsMs: value(0, 400),
  qtMs: value(0, 900),
  qtcMs: value(0, 900),
  qrsAxisDeg: value(-180, 360),
})
export type ReportMeasurements = z.infer<typeof ReportMeasurements>

export const ANSWERS = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]

export const Recommendation = z.strictObject({
  templateId: z.string().regex(/^R\d\d$/),
  params: z.record(z.string().max(40), z.string().max(200)),
  /** Minutes from the signature until it is to be done; null where it has no deadline. */
  deadlineMin: z.int().min(0).max(10_080).nullable(),
})
export type Recommendation = z.infer<typeof Recommendation>

/** Minutes of the way to the heart laboratory, as the doctor takes them. */
export const ReportPlan = z.strictObject({
  travelMin: z.int().min(0).max(1440).nullable(),
  dispatchMin: z.int().min(0).max(240),
  arrival: z.enum(['direct', 'via_ed']),
  strategy: z.enum(['pci', 'lysis']).nullable(),
})
export type ReportPlan = z.infer<typeof ReportPlan>

export const ReportStructure = z.strictObject({
  /** The ECG that was read. */
  recordingId: z.uuid().nullable(),
  statements: z.array(ReportStatement).max(40),
  comparison: code.nullable(),
  diagnosis: z.string().max(8).nullable(),
  /** Null until the reader has confirmed or corrected the numbers. */
  measurements: ReportMeasurements.nullable(),
  conclusionText: z.string().max(8000),
  recommendations: z.array(Recommendation).max(12),
  recommendationText: z.string().max(8000),
  /** To the questions of the protocol, by id. */
  answers: z.record(z.string().max(40), z.enum(ANSWERS)),
  /** What the card lacks and the doctor knows: doses rest on it. */
  given: z.strictObject({
    weightKg: z.number().min(2).max(300).nullable(),
    creatinineUmolL: z.number().min(10).max(2000).nullable(),
  }),
  plan: ReportPlan.nullable(),
})
export type ReportStructure = z.infer<typeof ReportStructure>

export const EMPTY_STRUCTURE: ReportStructure = {
  recordingId: null,
  statements: [],
  comparison: null,
  diagnosis: null,
  measurements: null,
  conclusionText: '',
  recommendations: [],
  recommendationText: '',
  answers: {},
  given: { weightKg: null, creatinineUmolL: null },
  plan: null,
}

/** A report that says something in codes is checked as a whole; free text alone is the plain report of the contract. */
export function isStructured({ statements, recommendations }: ReportStructure): boolean {
  return statements.length > 0 || recommendations.length > 0
}
