/**
 * The nurse's form as she typed it: texts and taps, nothing parsed. It can be kept at any moment (draft) and always
 * comes back as it was.
 */
import { z } from 'zod'
import { CONSCIOUSNESS, HISTORY, TICKS } from '@/cases/clinical'
import { REASONS, SEXES } from '@/cases/values'

export const ID_KINDS = ['pinfl', 'passport', 'unknown'] as const
export const YES_NO = ['yes', 'no'] as const
/** What she can say nobody measured. */
export const SKIPPABLE = [
  'painOnsetAt',
  'pressure',
  'spo2Percent',
  'heartRateBpm',
  'respiratoryRatePerMin',
  'temperatureC',
  'weightKg',
] as const
export type Skippable = (typeof SKIPPABLE)[number]

const text = z.string().catch('')
const tap = <const T extends readonly string[]>(values: T) => z.enum(values).nullable().catch(null)
const taps = <const T extends readonly string[]>(values: T) => z.array(z.enum(values)).catch([])

/** Every field has a fallback, so that an older draft still opens. */
export const CaseForm = z.object({
  isEmergency: z.boolean().catch(false),
  ecgFollows: z.boolean().catch(false),
  idKind: z.enum(ID_KINDS).catch('pinfl'),
  pinfl: text,
  pinflOverrideReason: text,
  passport: text,
  familyName: text,
  givenName: text,
  patronymic: text,
  sex: tap(SEXES),
  birthDate: text,
  ageYears: text,
  description: text,
  reasons: taps(REASONS),
  painNow: text,
  painOnsetTime: text,
  painOnsetDay: text,
  dyspnoea: tap(YES_NO),
  fainted: tap(YES_NO),
  systolicMmHg: text,
  diastolicMmHg: text,
  isPressureUnrecordable: z.boolean().catch(false),
  spo2Percent: text,
  onOxygen: z.boolean().catch(false),
  heartRateBpm: text,
  respiratoryRatePerMin: text,
  temperatureC: text,
  consciousness: tap(CONSCIOUSNESS),
  killipClass: text,
  weightKg: text,
  pregnant: tap(YES_NO),
  troponinValue: text,
  troponinUnit: text,
  troponinLimit: text,
  potassiumMmolL: text,
  creatinineUmolL: text,
  ticks: taps(TICKS),
  history: taps(HISTORY),
  firstContactTime: text,
  firstContactDay: text,
  note: text,
  notMeasured: taps(SKIPPABLE),
})
export type CaseForm = z.infer<typeof CaseForm>
export type SetForm = (change: Partial<CaseForm>) => void

export const EMPTY_FORM: CaseForm = CaseForm.parse({})

/** Anything worth keeping. */
export function isTouched(form: CaseForm): boolean {
  const { isEmergency: _, ...rest } = form
  const { isEmergency: __, ...empty } = EMPTY_FORM
  return JSON.stringify(rest) !== JSON.stringify(empty)
}
