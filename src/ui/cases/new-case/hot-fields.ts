import { ageYearsAt } from '@/cases/age'
import { abnormalVitals } from '../../queue/abnormal-vitals'
import type { CaseForm } from './case-form'
import { readClinicalChange } from './clinical-input'

/** Fields whose value raises the class by itself, as the rules of triage say. */
export function hotFields(form: CaseForm): ReadonlySet<string> {
  const { value } = readClinicalChange(form)
  if (value === null) return new Set()
  const birthDate = /^\d{4}-\d{2}-\d{2}$/.test(form.birthDate) ? new Date(form.birthDate) : null
  const estimate = form.ageYears.trim() === '' ? null : Number(form.ageYears)
  return abnormalVitals(
    { ...value, reasons: value.reasons ?? ['follow_up'] },
    ageYearsAt(birthDate, estimate, new Date()),
  )
}
