/** What the case itself says that a recommendation must heed: the card, the findings, the numbers, the report so far. */
import type { FindingView } from '../api/assessment-views'
import type { Clinical } from '../clinical'
import type { Sex } from '../values'
import type { DosePerson } from './doses'
import { FIBRINOLYSIS } from './protocol'
import type { ReportStructure } from './structure'

export type FactsInput = {
  readonly clinical: Clinical | null
  readonly person: { readonly ageYears: number | null; readonly sex: Sex }
  /** Of the ECG that was read. */
  readonly findings: readonly FindingView[]
  readonly measured: { readonly heartRateBpm: number | null; readonly prMs: number | null } | null
  readonly structure: ReportStructure
  readonly now: Date
}

export type CaseFacts = {
  readonly person: DosePerson
  readonly systolicMmHg: number | null
  readonly diastolicMmHg: number | null
  /** The lower and the higher of pulse and ECG rate. */
  readonly slowestBpm: number | null
  readonly fastestBpm: number | null
  readonly killipClass: number | null
  readonly prMs: number | null
  readonly hoursSinceOnset: number | null
  readonly isPregnant: boolean
  readonly isRightVentricular: boolean
  readonly isHighGradeBlock: boolean
  /** An acute coronary syndrome is reported, found or advised on. */
  readonly isCoronary: boolean
  readonly isLysis: boolean
  readonly hasStroke: boolean
  readonly hasHeartFailure: boolean
  readonly isHyperkalaemia: boolean
  readonly isWideTachycardia: boolean
  readonly isPreExcited: boolean
  readonly isTorsades: boolean
}

const POTASSIUM_HIGH_MMOL_L = 5.5
const CORONARY_TEMPLATES = ['R01', 'R02', 'R03', 'R04']
const OLD = 332
const INFARCTIONS = [160, 161, 162, 163, 165, 166, 173, 174]

export function caseFacts(input: FactsInput): CaseFacts {
  return { ...numbersOf(input), ...flagsOfCard(input), ...flagsOfEcg(input) }
}

function numbersOf({ clinical, person, measured, structure, now }: FactsInput) {
  const { given, measurements } = structure
  const numbers = measurements ?? measured
  const rates = [clinical?.heartRateBpm, numbers?.heartRateBpm].filter((rate) => typeof rate === 'number')
  return {
    person: {
      ...person,
      weightKg: given.weightKg ?? clinical?.weightKg ?? null,
      creatinineUmolL: given.creatinineUmolL ?? clinical?.creatinineUmolL ?? null,
    },
    systolicMmHg: clinical?.systolicMmHg ?? null,
    diastolicMmHg: clinical?.diastolicMmHg ?? null,
    slowestBpm: rates.length > 0 ? Math.min(...rates) : null,
    fastestBpm: rates.length > 0 ? Math.max(...rates) : null,
    killipClass: clinical?.killipClass ?? null,
    prMs: numbers?.prMs ?? null,
    hoursSinceOnset: clinical?.painOnsetAt ? (now.getTime() - Date.parse(clinical.painOnsetAt)) / 3_600_000 : null,
  }
}

function flagsOfCard({ clinical }: FactsInput) {
  const has = (disease: NonNullable<Clinical['history']>[number]) => clinical?.history?.includes(disease) ?? false
  return {
    isPregnant: clinical?.pregnant ?? false,
    hasStroke: has('stroke'),
    hasHeartFailure: has('heart_failure') || (clinical?.killipClass ?? 1) > 1,
  }
}

function flagsOfEcg({ clinical, findings, structure: { statements, recommendations } }: FactsInput) {
  const said = (...codes: readonly number[]) =>
    statements.some(({ code, secondary }) => codes.includes(code) || secondary.some((one) => codes.includes(one)))
  const isFound = (...ids: readonly string[]) =>
    findings.some(({ id, status }) => ids.includes(id) && (status === 'met' || status === 'borderline'))
  const isAdvised = (...ids: readonly string[]) => recommendations.some(({ templateId }) => ids.includes(templateId))
  const isInfarction = statements.some(({ code, modifiers }) => INFARCTIONS.includes(code) && !modifiers.includes(OLD))
  return {
    isRightVentricular: said(174) || isFound('ISC-03'),
    isHighGradeBlock: said(83, 84, 85, 87, 88) || isFound('RHY-10', 'RHY-12', 'RHY-13'),
    isCoronary: isInfarction || said(220) || isFound('ISC-01') || isAdvised(...CORONARY_TEMPLATES),
    isLysis: isAdvised(FIBRINOLYSIS),
    isHyperkalaemia:
      said(208) || isFound('MET-02') || isAdvised('R10') || (clinical?.potassiumMmolL ?? 0) >= POTASSIUM_HIGH_MMOL_L,
    isWideTachycardia: said(70, 72, 76) || isFound('RHY-03'),
    isPreExcited: said(108) || isFound('RHY-06', 'RHY-19'),
    isTorsades: said(73) || isAdvised('R08'),
  }
}
