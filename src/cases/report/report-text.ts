/**
 * The structured report as sentences. Everybody reads the same words: the pages, the printed report, and other systems
 * that know only `conclusion` and `recommendation`.
 */
import type { ComputedDose } from './doses'
import { leadsText } from './leads'
import { type Amount, templateOf } from './protocol'
import { diagnosisOf, statementOf, type TermLanguage, termIn } from './statements'
import { strategies } from './strategies'
import type { Recommendation, ReportPlan, ReportStatement, ReportStructure } from './structure'

/** Codes under 220 are suggested by the ECG, those above are to be considered (AHA part II). */
const CONSIDER_FROM = 220
const WORDS: Readonly<Record<TermLanguage, { suggests: string; consider: string; inLeads: string }>> = {
  en: { suggests: 'suggests', consider: 'consider', inLeads: 'in' },
  ru: { suggests: 'указывает на', consider: 'исключить', inLeads: 'в' },
  uz: { suggests: 'taxmin', consider: 'istisno qilish', inLeads: 'tarmoqlar:' },
  uzCyrl: { suggests: 'тахмин', consider: 'истисно қилиш', inLeads: 'тармоқлар:' },
}

/** `Anterior myocardial infarction, acute, elevation, in V1–V4; consider ischaemia`. */
export function statementText(
  { code, modifiers, leads, secondary }: ReportStatement,
  language: TermLanguage = 'en',
): string {
  const words = WORDS[language]
  const main = [term(code, language), ...modifiers.map((one) => term(one, language))]
  const where = leads.length > 0 ? [`${words.inLeads} ${leadsText(leads)}`] : []
  const meaning = secondary.map(
    (one) => `${one < CONSIDER_FROM ? words.suggests : words.consider}: ${lowerFirst(term(one, language))}`,
  )
  return [[...main, ...where].join(', '), ...meaning].join('; ')
}

/** The steps of a recommendation with what was chosen in their places. */
export function stepsText({ templateId, params }: Recommendation): readonly string[] {
  const template = templateOf(templateId)
  if (!template) return []
  const chosen = Object.fromEntries(
    template.params.map((param) => {
      const value = params[param.id] ?? ''
      const option = param.kind === 'choice' ? param.options.find(({ id }) => id === value)?.label : undefined
      return [param.id, option ?? value]
    }),
  )
  return template.steps.map((step) =>
    step.replace(/\{(\w+)\}/g, (_whole, id: string) => (chosen[id] ? chosen[id] : 'the centre')),
  )
}

export function amountText({ value, to, unit }: Amount): string {
  return `${to === undefined ? value : `${value}–${to}`} ${unit}`
}

/** `Tenecteplase 40 mg = 8000 U = 8 mL, one i.v. bolus`. A dose that cannot be computed is left to the drug's name. */
export function doseText(dose: ComputedDose): string {
  if (dose.status !== 'given') return dose.drug
  const amounts = dose.amounts.map(amountText).join(' = ')
  return `${dose.drug} ${amounts}${dose.per === null ? '' : ` per ${dose.per}`}, ${dose.route}`
}

export function conclusionOf(structure: ReportStructure): string {
  const { statements, comparison, diagnosis, conclusionText } = structure
  const named = diagnosis === null ? null : diagnosisOf(diagnosis)
  return [
    ...statements.map((one) => `${statementText(one)}.`),
    ...(comparison === null ? [] : [`Compared with the earlier ECG: ${lowerFirst(term(comparison, 'en'))}.`]),
    ...(named ? [`Working diagnosis: ${named.en} (${named.code}).`] : []),
    ...(conclusionText.trim() === '' ? [] : [conclusionText.trim()]),
  ].join('\n')
}

/** Which way to the artery the doctor has taken, and what the other one would have cost; null where it was not asked. */
export function planText(plan: ReportPlan | null): string | null {
  if (!plan?.strategy) return null
  const { pciMin } = strategies(plan, false)
  const way = plan.strategy === 'pci' ? 'Reperfusion by transfer for PCI' : 'Reperfusion by fibrinolysis here'
  return pciMin === null ? `${way}.` : `${way}; by transfer the wire is across ${pciMin} min after the diagnosis.`
}

/** `doses` are those of each recommendation, in its order. */
export function recommendationOf(structure: ReportStructure, doses: readonly (readonly ComputedDose[])[]): string {
  const lines = structure.recommendations.flatMap((one, at) => [
    `${templateOf(one.templateId)?.en ?? one.templateId}${one.deadlineMin === null ? '' : `, within ${one.deadlineMin} min`}:`,
    ...stepsText(one).map((step) => `– ${step}`),
    ...(doses[at] ?? []).filter(({ status }) => status !== 'not_given').map((dose) => `– ${doseText(dose)}`),
  ])
  const own = structure.recommendationText.trim()
  const way = planText(structure.plan)
  return [...(way === null ? [] : [way]), ...lines, ...(own === '' ? [] : [own])].join('\n')
}

function term(code: number, language: TermLanguage): string {
  const statement = statementOf(code)
  return statement ? termIn(statement, language) : String(code)
}

/** Not of a name or an abbreviation: `AV nodal`, `Brugada`. */
function lowerFirst(text: string): string {
  return /^[\p{Lu}][\p{Ll}]+ |^[\p{Lu}][\p{Ll}]+$/u.test(text) && !/^(Brugada|Osborn|Бругада|Осборн)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}
