/**
 * What software measured and found, as `/api/v1` answers it: a suggestion for the eye, never a diagnosis.
 * Voltages in microvolts, times in milliseconds; `null` is "could not be measured".
 */
import { z } from 'zod'
import { QUALITY_REASONS, SWAP_KINDS } from '@/ecg/measure/types'
import { FINDING_CLASSES } from '@/ecg/rules/rule'
import { LEAD_NAMES } from '@/ecg/types'

const instant = z.iso.datetime()
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable()
const number = maybe(z.number())
const lead = z.enum(LEAD_NAMES)
const Person = z.object({ id: z.uuid(), name: z.string(), title: maybe(z.string()) })

const MeasurementsView = z.object({
  heartRateBpm: number,
  rrMs: number,
  pMs: number,
  prMs: number,
  qrsMs: number,
  qtMs: number,
  qtcMs: number,
  qtcBazettMs: number,
  qtcFraminghamMs: number,
  qtcHodgesMs: number,
  jtcMs: number,
  qtcBogossianMs: number,
  isQtcUnreliable: z.boolean(),
  pAxisDeg: number,
  qrsAxisDeg: number,
  tAxisDeg: number,
  sokolowLyonUv: number,
  cornellUv: number,
  cornellProductUvMs: number,
})

export const QualityView = z.object({
  overall: z.enum(['good', 'limited', 'unacceptable']),
  notes: z.array(
    z.object({
      reason: z.enum(QUALITY_REASONS),
      severity: z.enum(['info', 'warn', 'bad']),
      leads: z.array(lead),
      value: number,
      limit: number,
    }),
  ),
  missingLeads: z.array(lead),
})
export type QualityView = z.infer<typeof QualityView>

export const SwapView = z.object({
  kind: z.enum(SWAP_KINDS),
  rule: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  leads: z.array(lead),
})
export type SwapView = z.infer<typeof SwapView>

/** What changed since the patient's earlier ECG; AHA codes 400–405. */
export const ComparisonView = z.object({
  recordingId: z.uuid(),
  earlier: z.object({
    recordingId: z.uuid(),
    caseId: z.uuid(),
    /** When it was recorded, else when it was sent. */
    at: instant,
    measurements: MeasurementsView,
  }),
  codes: z.array(
    z.union([z.literal(400), z.literal(401), z.literal(402), z.literal(403), z.literal(404), z.literal(405)]),
  ),
  changes: z.array(
    z.object({
      quantity: z.enum(['heartRateBpm', 'prMs', 'qrsMs', 'qtcMs', 'qrsAxisDeg', 'jUv', 'tUv', 'qMs', 'rUv']),
      lead: maybe(lead),
      from: z.number(),
      to: z.number(),
      isSignificant: z.boolean(),
    }),
  ),
  limitations: z.array(z.enum(['too-little-measured', 'electrodes-suspected', 'rules-not-compared'])),
})
export type ComparisonView = z.infer<typeof ComparisonView>

/** One recording's assessment in short; its marks and its usual beat come from `/recordings/{id}/analysis`. */
export const AssessmentView = z.object({
  version: z.string(),
  rulesVersion: z.string(),
  at: instant,
  /** Why there are no numbers; null where there are. */
  problem: maybe(z.string()),
  /** From the recording alone. */
  recordingClass: z.enum(FINDING_CLASSES),
  measurements: maybe(MeasurementsView),
  /** The ST level that is farthest from zero, and in which lead. */
  stExtreme: maybe(z.object({ lead, jUv: z.number() })),
  quality: maybe(QualityView),
  swap: maybe(SwapView),
})
export type AssessmentView = z.infer<typeof AssessmentView>

export const FindingView = z.object({
  id: z.string(),
  version: z.string(),
  /** Published source of the rule's limits. */
  source: z.string(),
  status: z.enum(['met', 'borderline', 'not_met', 'not_evaluable']),
  class: maybe(z.enum(FINDING_CLASSES)),
  confidence: z.enum(['high', 'medium', 'low']),
  leads: z.array(lead),
  segment: z.enum(['p', 'pr', 'qrs', 'st', 't', 'qt', 'rr', 'strip']),
  evidence: z.array(
    z.object({
      lead: maybe(lead),
      name: z.string(),
      value: number,
      unit: z.enum(['uV', 'ms', 'bpm', 'deg', 'uV*ms', 'uV/ms', 's', 'count', 'ratio', 'points', 'mmol/L']),
      threshold: number,
      comparison: maybe(z.enum(['>=', '<=', '>', '<'])),
    }),
  ),
  textKey: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  shownAfter: z.array(z.string()),
  limitations: z.array(z.string()),
})
export type FindingView = z.infer<typeof FindingView>

export const FindingReviewView = z.object({
  recordingId: z.uuid(),
  findingId: z.string(),
  version: z.string(),
  isAgreed: z.boolean(),
  reason: maybe(z.string()),
  by: Person,
  at: instant,
})

/** Every rule's answer about one recording, in the light of what is known about the patient. */
export const RecordingFindings = z.object({ recordingId: z.uuid(), findings: z.array(FindingView) })

/** The whole analysis, as `src/ecg/measure/types.ts` describes it. */
export const AnalysisView = z.looseObject({ version: z.string() })

export const RuleSettingView = z.object({
  ruleId: z.string(),
  version: z.string(),
  source: z.string(),
  isOn: z.boolean(),
  changedAt: maybe(instant),
  changedBy: maybe(Person),
  reason: maybe(z.string()),
})
export const RuleSettingsResult = z.object({
  /** The whole module: off, the product works without any automatic finding. */
  isModuleOn: z.boolean(),
  rulesVersion: z.string(),
  items: z.array(RuleSettingView),
})
export type RuleSettingsResult = z.infer<typeof RuleSettingsResult>
