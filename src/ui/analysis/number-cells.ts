/** The cells of the strip of numbers: whole values, usual range for age and sex, change since the earlier ECG. */
import type { AssessmentView } from '@/cases/api/assessment-views'
import type { Sex } from '@/cases/values'
import { type Judgement, judgeAgainst, type Limit, limitsFor } from '@/ecg/measure/limits'
import type { Segment } from '@/ecg/rules/rule'
import type { LeadName } from '@/ecg/types'

export type Person = { readonly sex: Sex; readonly ageDays: number | null; readonly ageYears: number | null }

const QUANTITIES = [
  ['heartRateBpm', '/min', null],
  ['pMs', 'ms', 'p'],
  ['prMs', 'ms', 'pr'],
  ['qrsMs', 'ms', 'qrs'],
  ['qtMs', 'ms', 'qt'],
  ['qtcMs', 'ms', 'qt'],
  ['qrsAxisDeg', '°', 'qrs'],
] as const satisfies readonly (readonly [string, string, Segment | null])[]

export type NumberCell = {
  readonly key: (typeof QUANTITIES)[number][0] | 'st'
  readonly value: string | null
  readonly unit: string
  /** The usual range in short; empty where the quantity has none of its own. */
  readonly limit: string
  readonly judgement: Judgement | null
  readonly change: string | null
  /** What to show on the trace; null for what has no place of its own. */
  readonly segment: Segment | null
  readonly lead: LeadName | null
}

const MINUS = '\u2212'
const UV_PER_MM = 100

export function numberCells(
  { measurements, stExtreme }: AssessmentView,
  { sex, ageDays, ageYears }: Person,
  previous: AssessmentView['measurements'],
  /** Limit of a rule that the ST level of its lead met; no rule, no limit. */
  stLimitUv: number | null = null,
): { readonly cells: readonly NumberCell[]; readonly childAge: string | null } {
  const limits = limitsFor({ sex, ageDays, ageYears })
  const cells = QUANTITIES.map(([key, unit, segment]): NumberCell => {
    const value = measurements?.[key] ?? null
    const before = previous?.[key] ?? null
    const limit = limits.of[key]
    return {
      key,
      unit,
      segment,
      lead: null,
      value: value === null ? null : signed(Math.round(value)),
      limit: limit ? rangeText(limit) : '',
      judgement: judgeAgainst(limit, value),
      change: value === null || before === null ? null : changeText(Math.round(value) - Math.round(before)),
    }
  })
  const st: NumberCell = {
    key: 'st',
    unit: 'mm',
    segment: 'st',
    lead: stExtreme?.lead ?? null,
    value: stExtreme ? withSign((stExtreme.jUv / UV_PER_MM).toFixed(1)) : null,
    // The limits of ST depend on lead, age and sex: the findings judge it, lead by lead.
    limit: stLimitUv === null ? '' : `${stLimitUv > 0 ? '<' : '>'} ${signedText((stLimitUv / UV_PER_MM).toFixed(1))}`,
    judgement: stLimitUv === null ? null : stLimitUv > 0 ? 'high' : 'low',
    change: null,
  }
  return {
    cells: [...cells, st],
    childAge: limits.population === 'child' && ageYears !== null ? String(ageYears) : null,
  }
}

function rangeText({ low, high }: Limit): string {
  if (low === null) return high === null ? '' : `≤ ${signed(high)}`
  return high === null ? `≥ ${signed(low)}` : `${signed(low)}–${signed(high)}`
}

function signed(value: number): string {
  return value < 0 ? `${MINUS}${-value}` : String(value)
}

function changeText(by: number): string {
  return by > 0 ? `+${by}` : signed(by)
}

function withSign(text: string): string {
  return text.startsWith('-') ? signedText(text) : `+${text}`
}

function signedText(text: string): string {
  return text.replace('-', MINUS)
}
