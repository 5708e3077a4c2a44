/** From the typed card to the values that are sent, and which fields stand in the way. Ranges are the schema's own. */
import type { z } from 'zod'
import { Clinical, ClinicalChange, isPlausibleOnset } from '@/cases/clinical'
import type { Reason } from '@/cases/values'
import { instantAt, isoDayOf, typedTime } from '@/i18n/format'
import type { CaseForm, Skippable } from './case-form'

/** A field that is wrong: a message key of `newCase.error`, and the limits where they are what is wrong. */
export type FieldProblem = { readonly code: string; readonly min?: number; readonly max?: number }
export type FieldProblems = Readonly<Partial<Record<keyof CaseForm, FieldProblem>>>
export type ClinicalResult<T> = { readonly value: T | null; readonly problems: FieldProblems }

/** The card of a new case: a reason is needed, nothing else. */
export function readClinical(form: CaseForm, now: Date): ClinicalResult<Clinical> {
  const result = read(form, Clinical, now)
  if (reasonsOf(form).length > 0) return result
  return { value: null, problems: { ...result.problems, reasons: { code: 'reason_missing' } } }
}

/** Values added later: whatever was filled in. */
export function readClinicalChange(form: CaseForm, now: Date): ClinicalResult<ClinicalChange> {
  return read(form, ClinicalChange, now)
}

/** What the taps say, and what was chosen besides. */
export function reasonsOf(form: CaseForm): Reason[] {
  const tapped: (Reason | null)[] = [
    Number(form.painNow) > 0 ? 'chest_pain' : null,
    form.dyspnoea === 'yes' ? 'dyspnoea' : null,
    form.fainted === 'yes' ? 'syncope' : null,
  ]
  return [...new Set([...tapped.filter((reason) => reason !== null), ...form.reasons])]
}

const NUMBERS = [
  'painNow',
  'systolicMmHg',
  'diastolicMmHg',
  'spo2Percent',
  'heartRateBpm',
  'respiratoryRatePerMin',
  'temperatureC',
  'killipClass',
  'weightKg',
  'potassiumMmolL',
  'creatinineUmolL',
] as const satisfies readonly (keyof CaseForm)[]

function read<T>(form: CaseForm, schema: z.ZodType<T>, now: Date): ClinicalResult<T> {
  const { input, notNumbers } = inputOf(form, now)
  const parsed = schema.safeParse(input)
  const problems = {
    ...(parsed.error ? problemsOf(parsed.error) : {}),
    ...notNumbers,
    ...timeProblems(form, now),
    ...troponinProblem(form),
  }
  return Object.keys(problems).length === 0 && parsed.success
    ? { value: parsed.data, problems }
    : { value: null, problems }
}

function inputOf(form: CaseForm, now: Date) {
  const input: Record<string, unknown> = tappedValues(form)
  const notNumbers: Partial<Record<keyof CaseForm, FieldProblem>> = {}
  for (const field of NUMBERS) {
    const value = numberOf(form[field])
    if (value === undefined || isSkipped(form, field)) continue
    if (Number.isNaN(value)) notNumbers[field] = { code: 'number' }
    else input[field] = value
  }
  const { painOnsetAt, firstContactAt } = instantsOf(form, now)
  if (painOnsetAt !== null && !isSkipped(form, 'painOnsetAt')) input.painOnsetAt = painOnsetAt
  if (firstContactAt !== null) input.firstContactAt = firstContactAt
  return { input, notNumbers }
}

/** A time without a day is the last one that there was: today, or yesterday evening. */
export function instantOf(time: string, day: string, now: Date): string | null {
  const clock = typedTime(time)
  if (clock === null) return null
  if (day !== '') return instantAt(day, clock)
  const today = instantAt(isoDayOf(now), clock)
  return Date.parse(today) <= now.getTime() ? today : new Date(Date.parse(today) - DAY_MS).toISOString()
}

const DAY_MS = 86_400_000

function instantsOf(form: CaseForm, now: Date) {
  return {
    painOnsetAt: instantOf(form.painOnsetTime, form.painOnsetDay, now),
    firstContactAt: instantOf(form.firstContactTime, form.firstContactDay, now),
  }
}

function timeProblems(form: CaseForm, now: Date): FieldProblems {
  const { painOnsetAt, firstContactAt } = instantsOf(form, now)
  const isOnsetAsked = form.painOnsetTime.trim() !== '' && !isSkipped(form, 'painOnsetAt')
  return {
    ...(isOnsetAsked && painOnsetAt === null ? { painOnsetTime: { code: 'time' } } : {}),
    ...(isOnsetAsked && painOnsetAt !== null && !isPlausibleOnset(new Date(painOnsetAt), now)
      ? { painOnsetTime: { code: 'out_of_range' } }
      : {}),
    ...(form.firstContactTime.trim() !== '' && firstContactAt === null ? { firstContactTime: { code: 'time' } } : {}),
  }
}

function tappedValues(form: CaseForm): Record<string, unknown> {
  const notMeasured = form.notMeasured.flatMap((field) => NOT_MEASURED[field])
  const values = {
    reasons: orNothing(reasonsOf(form)),
    isPressureUnrecordable: form.isPressureUnrecordable || undefined,
    onOxygen: form.onOxygen || undefined,
    consciousness: form.consciousness ?? undefined,
    pregnant: form.pregnant === null ? undefined : form.pregnant === 'yes',
    ticks: orNothing(form.ticks),
    history: orNothing(form.history),
    note: form.note.trim() || undefined,
    troponin: troponinOf(form) ?? undefined,
    notMeasured: orNothing(notMeasured),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function orNothing<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

const NOT_MEASURED: Readonly<Record<Skippable, readonly string[]>> = {
  painOnsetAt: ['painOnsetAt'],
  pressure: ['systolicMmHg', 'diastolicMmHg'],
  spo2Percent: ['spo2Percent'],
  heartRateBpm: ['heartRateBpm'],
  respiratoryRatePerMin: ['respiratoryRatePerMin'],
  temperatureC: ['temperatureC'],
  weightKg: ['weightKg'],
}

function isSkipped(form: CaseForm, field: string): boolean {
  const isPressure = field === 'systolicMmHg' || field === 'diastolicMmHg'
  if (isPressure && form.isPressureUnrecordable) return true
  return form.notMeasured.some((skipped) => NOT_MEASURED[skipped].includes(field))
}

/** `36,6` and `36.6` are one number; nothing typed is undefined. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return plain === '' ? undefined : Number(plain)
}

function troponinOf(form: CaseForm): object | null {
  const value = numberOf(form.troponinValue)
  const upperLimit = numberOf(form.troponinLimit)
  if (value === undefined || upperLimit === undefined) return null
  return { value, upperLimit, unit: form.troponinUnit.trim() || 'ng/L' }
}

/** A value without its limit says nothing. */
function troponinProblem(form: CaseForm): FieldProblems {
  const hasValue = form.troponinValue.trim() !== ''
  const hasLimit = form.troponinLimit.trim() !== ''
  if (hasValue && !hasLimit) return { troponinLimit: { code: 'troponin_limit' } }
  return {}
}

const FIELD_OF: Readonly<Record<string, keyof CaseForm>> = { troponin: 'troponinValue' }

function problemsOf(error: z.ZodError): FieldProblems {
  const problems: Partial<Record<keyof CaseForm, FieldProblem>> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    const field = FIELD_OF[name] ?? (name as keyof CaseForm) // the schema's names are the form's
    problems[field] ??= problemOf(issue)
  }
  return problems
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'too_small') return { code: 'too_small', min: Number(issue.minimum) }
  if (issue.code === 'too_big') return { code: 'too_big', max: Number(issue.maximum) }
  return { code: 'number' }
}
