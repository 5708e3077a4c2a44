/** What the rules of the ECG may know about the patient, from the clinical card; what is absent stays unknown. */
import type { Analysis } from '@/ecg/measure/types'
import type { RuleContext } from '@/ecg/rules/rule'
import { ageYearsAt } from './age'
import type { Clinical } from './clinical'
import type { Sex } from './values'

const DAY_MS = 86_400_000

export type RulePatient = {
  readonly sex: Sex
  readonly birthDate: Date | null
  readonly ageYears: number | null
}

export function ruleContextOf(
  clinical: Clinical,
  patient: RulePatient,
  previous: Analysis | null,
  now: Date,
): RuleContext {
  const has = (reason: Clinical['reasons'][number]) => clinical.reasons.includes(reason)
  const ticked = (tick: NonNullable<Clinical['ticks']>[number]) => clinical.ticks?.includes(tick) ?? false
  const hasChestPain = has('chest_pain') || (clinical.painNow ?? 0) > 0
  const { consciousness } = clinical
  return {
    ...ageOf(patient, now),
    sex: patient.sex === 'unknown' ? null : patient.sex,
    hasChestPain,
    // Chest pain whose "now" nobody answered counts as pain now (clinical.md B0).
    hasPainNow: hasChestPain && clinical.painNow !== 0,
    hasDyspnoea: has('dyspnoea') || ticked('dyspnoea_at_rest'),
    hasSyncope: has('syncope') || has('cardiac_arrest'),
    hasPresyncope: ticked('presyncope'),
    hasPalpitations: has('palpitations'),
    isConsciousnessAltered: consciousness !== undefined && consciousness !== 'A',
    hoursSincePainOnset: clinical.painOnsetAt ? (now.getTime() - Date.parse(clinical.painOnsetAt)) / 3_600_000 : null,
    systolicMmHg: clinical.systolicMmHg ?? null,
    spo2Percent: clinical.spo2Percent ?? null,
    temperatureC: clinical.temperatureC ?? null,
    killip: clinical.killipClass ?? null,
    potassiumMmolL: clinical.potassiumMmolL ?? null,
    isTroponinRaised: clinical.troponin ? clinical.troponin.value > clinical.troponin.upperLimit : null,
    hasKidneyDisease: clinical.history?.includes('kidney_disease') ? true : null,
    takesQtDrug: null,
    previous,
  }
}

function ageOf({ birthDate, ageYears }: RulePatient, now: Date): Pick<RuleContext, 'ageDays' | 'ageYears'> {
  const ageDays = birthDate === null ? null : Math.max(0, Math.floor((now.getTime() - birthDate.getTime()) / DAY_MS))
  return { ageDays, ageYears: ageYearsAt(birthDate, ageYears, now) }
}
