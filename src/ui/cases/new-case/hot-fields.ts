import { ageYearsAt } from '@/cases/age'
import { typedDate } from '@/i18n/format'
import { abnormalVitals } from '../../queue/abnormal-vitals'
import type { CaseForm } from './case-form'
import { readClinicalChange } from './clinical-input'

/** Fields whose value raises the class by itself, as the rules of triage say. */
export function hotFields(form: CaseForm, now: Date): ReadonlySet<string> {
  const { value } = readClinicalChange(form, now)
  if (value === null) return new Set()
  const birthDate = typedDate(form.birthDate)
  const estimate = form.ageYears.trim() === '' ? null : Number(form.ageYears)
  return abnormalVitals(
    { ...value, reasons: value.reasons ?? ['follow_up'] },
    ageYearsAt(birthDate === null ? null : new Date(birthDate), estimate, now),
  )
}
