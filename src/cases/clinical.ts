/**
 * The short clinical card that a nurse sends with an ECG (clinical.md C1): names, units and hard ranges.
 * Nothing but the reason is required; what is absent is unknown, never normal. `not_measured` says that
 * somebody looked and could not.
 */
import { z } from 'zod'
import { REASONS } from './values'

const range = (low: number, high: number) => z.number().min(low).max(high)
const wholeRange = (low: number, high: number) => z.int().min(low).max(high)

export const CONSCIOUSNESS = ['A', 'C', 'V', 'P', 'U'] as const
export const TICKS = ['sweating', 'presyncope', 'icd_shock', 'dyspnoea_at_rest', 'post_partum_6_weeks'] as const
export const HISTORY = [
  'coronary_disease',
  'infarction',
  'pci_or_cabg',
  'heart_failure',
  'atrial_fibrillation',
  'pacemaker_or_icd',
  'lbbb_known',
  'diabetes',
  'hypertension',
  'kidney_disease',
  'stroke',
  'smoking',
] as const
export const MEASURABLE = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRateBpm',
  'spo2Percent',
  'respiratoryRatePerMin',
  'temperatureC',
  'consciousness',
  'painOnsetAt',
  'weightKg',
] as const

export const Clinical = z.strictObject({
  reasons: z.array(z.enum(REASONS)).min(1),
  /** 0 = no pain now, 1–10 = strength. */
  painNow: wholeRange(0, 10).optional(),
  painOnsetAt: z.iso.datetime({ offset: true }).optional(),
  systolicMmHg: wholeRange(40, 300).optional(),
  diastolicMmHg: wholeRange(20, 200).optional(),
  /** The cuff gives no reading in an ill patient: EMERGENT, not "unknown". */
  isPressureUnrecordable: z.boolean().optional(),
  heartRateBpm: wholeRange(0, 350).optional(),
  spo2Percent: wholeRange(30, 100).optional(),
  onOxygen: z.boolean().optional(),
  respiratoryRatePerMin: wholeRange(0, 80).optional(),
  temperatureC: range(25, 43).optional(),
  consciousness: z.enum(CONSCIOUSNESS).optional(),
  killipClass: wholeRange(1, 4).optional(),
  weightKg: range(2, 300).optional(),
  pregnant: z.boolean().optional(),
  troponin: z
    .strictObject({
      value: range(0, 1_000_000),
      unit: z.string().trim().min(1).max(12),
      upperLimit: range(0, 1_000_000),
      takenAt: z.iso.datetime({ offset: true }).optional(),
    })
    .optional(),
  potassiumMmolL: range(1, 12).optional(),
  creatinineUmolL: range(10, 2000).optional(),
  ticks: z.array(z.enum(TICKS)).optional(),
  history: z.array(z.enum(HISTORY)).optional(),
  firstContactAt: z.iso.datetime({ offset: true }).optional(),
  notMeasured: z.array(z.enum(MEASURABLE)).optional(),
  note: z.string().trim().max(2000).optional(),
})
export type Clinical = z.infer<typeof Clinical>

/** Values sent later: any part of the card, the reason included. */
export const ClinicalChange = Clinical.partial()
export type ClinicalChange = z.infer<typeof ClinicalChange>

export const PAIN_ONSET_MAX_AGE_MS = 7 * 24 * 3_600_000

/** Onset lies between seven days ago and now (clinical.md C1); a clock may be five minutes fast. */
export function isPlausibleOnset(onsetAt: Date, now: Date): boolean {
  const ageMs = now.getTime() - onsetAt.getTime()
  return ageMs >= -5 * 60_000 && ageMs <= PAIN_ONSET_MAX_AGE_MS
}

/** Later values win; lists of ticks and history grow. */
export function mergeClinical(before: Clinical, change: ClinicalChange): Clinical {
  const union = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) =>
    a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined
  const ticks = union(before.ticks, change.ticks)
  const history = union(before.history, change.history)
  return {
    ...before,
    ...change,
    reasons: union(before.reasons, change.reasons) ?? before.reasons,
    ...(ticks ? { ticks } : {}),
    ...(history ? { history } : {}),
  }
}
