/** What the patient's age, sex and complaints mean for the rules. Nothing unknown lowers a class (clinical.md B0). */
import type { RuleContext } from '../rule'
import { LIMIT } from '../thresholds'

export function ageYearsOf({ ageYears, ageDays }: RuleContext): number | null {
  if (ageYears !== null) return ageYears
  return ageDays === null ? null : ageDays / 365.25
}

export function isChild(context: RuleContext): boolean {
  const years = ageYearsOf(context)
  return years !== null && years < LIMIT.adultYears
}

/** `unknown` counts as the sex with the lower limit; it is said with the finding. */
export function isMan({ sex }: RuleContext): boolean {
  return sex === 'male'
}

export function unknownPerson(context: RuleContext): string[] {
  const isSexUnknown = context.sex === null || context.sex === 'unknown'
  return [...(isSexUnknown ? ['sex-unknown'] : []), ...(ageYearsOf(context) === null ? ['age-unknown'] : [])]
}

export function hasSymptom(context: RuleContext): boolean {
  return (
    context.hasChestPain ||
    context.hasPainNow ||
    context.hasDyspnoea ||
    context.hasSyncope ||
    context.hasPresyncope ||
    context.hasPalpitations
  )
}

export function isPressureBelow({ systolicMmHg }: RuleContext, limitMmHg: number): boolean {
  return systolicMmHg !== null && systolicMmHg < limitMmHg
}

export function isKillipFrom({ killip }: RuleContext, limit: number): boolean {
  return killip !== null && killip >= limit
}
