/**
 * What keeps a structured report from being signed (clinical.md D2–D4). One function for the browser, which says it
 * while the report is written, and for the server, which refuses.
 */
import type { FindingView } from '../api/assessment-views'
import type { CaseClass } from '../values'
import type { CaseFacts } from './case-facts'
import { contradictions } from './contradictions'
import { lysisCheck } from './lysis-check'
import { FIBRINOLYSIS, type Param, templateOf } from './protocol'
import { canInterpret, diagnosisOf, fits, isModifier, isPrimary, statementOf } from './statements'
import { isStructured, type Recommendation, type ReportStatement, type ReportStructure } from './structure'
import { suggestedBy, toReview } from './suggestions'

export const PROBLEM_CODES = [
  /** Free text alone, and a part of it empty. */
  'text_missing',
  /** None of the codes 1 to 4. */
  'overall_missing',
  /** Two statements, or two modifiers of one, exclude each other. */
  'contradiction',
  'statement_unknown',
  'modifier_wrong',
  'secondary_wrong',
  'comparison_unknown',
  'diagnosis_unknown',
  'recommendation_missing',
  'deadline_missing',
  'template_unknown',
  'template_twice',
  'templates_exclude',
  'param_wrong',
  /** A question before fibrinolysis has no answer. */
  'lysis_unanswered',
  /** Something forbids fibrinolysis and no second cardiologist has agreed. */
  'lysis_blocked',
  /** An emergency that software found, and that the reader has neither agreed nor disagreed with. */
  'finding_unanswered',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export type ReportProblem = {
  readonly code: ProblemCode
  /** Into the structure, dotted. */
  readonly path: string
  /** Codes of statements, or ids of templates, questions and findings that it is about. */
  readonly about: readonly (number | string)[]
}

export type ReportSetting = {
  readonly class: CaseClass
  readonly facts: CaseFacts
  readonly findings: readonly FindingView[]
  /** Ids of findings about which the reader has said what he thinks. */
  readonly reviewed: readonly string[]
  /** What a second cardiologist has agreed to override: ids as in `LysisCheck.blockers`. */
  readonly overridden: readonly string[]
}

export function reportProblems(structure: ReportStructure, setting: ReportSetting): readonly ReportProblem[] {
  if (!isStructured(structure)) return textProblems(structure)
  return [
    ...overall(structure),
    ...structure.statements.flatMap((statement, at) => statementProblems(statement, `statements.${at}`)),
    ...contradictions(structure.statements).map(({ a, b, at }) => problem('contradiction', `statements.${at}`, [a, b])),
    ...codes(structure),
    ...recommendationProblems(structure, setting.class),
    ...lysisProblems(structure, setting),
    ...findingProblems(setting),
  ]
}

function problem(code: ProblemCode, path: string, about: ReportProblem['about'] = []): ReportProblem {
  return { code, path, about }
}

function textProblems({ conclusionText, recommendationText }: ReportStructure): readonly ReportProblem[] {
  return [
    ...(conclusionText.trim() === '' ? [problem('text_missing', 'conclusionText')] : []),
    ...(recommendationText.trim() === '' ? [problem('text_missing', 'recommendationText')] : []),
  ]
}

function overall({ statements }: ReportStructure): readonly ReportProblem[] {
  const has = statements.some(({ code }) => statementOf(code)?.group === 'overall')
  return has ? [] : [problem('overall_missing', 'statements')]
}

function statementProblems({ code, modifiers, secondary }: ReportStatement, path: string): readonly ReportProblem[] {
  const statement = statementOf(code)
  if (!statement || !isPrimary(statement)) return [problem('statement_unknown', path, [code])]
  const wrongModifiers = modifiers.filter((one) => {
    const modifier = statementOf(one)
    return !modifier || !isModifier(modifier) || !fits(modifier, statement)
  })
  return [
    ...wrongModifiers.map((one) => problem('modifier_wrong', path, [code, one])),
    ...secondary.filter((one) => !canInterpret(one, code)).map((one) => problem('secondary_wrong', path, [code, one])),
  ]
}

function codes({ comparison, diagnosis }: ReportStructure): readonly ReportProblem[] {
  const isComparison = comparison === null || statementOf(comparison)?.group === 'comparison'
  return [
    ...(isComparison ? [] : [problem('comparison_unknown', 'comparison', [comparison])]),
    ...(diagnosis === null || diagnosisOf(diagnosis) ? [] : [problem('diagnosis_unknown', 'diagnosis', [diagnosis])]),
  ]
}

function recommendationProblems(
  { recommendations, recommendationText }: ReportStructure,
  itsClass: CaseClass,
): readonly ReportProblem[] {
  const hasAny = recommendations.length > 0 || recommendationText.trim() !== ''
  const hasDeadline = recommendations.some(({ deadlineMin }) => deadlineMin !== null)
  return [
    ...(hasAny ? [] : [problem('recommendation_missing', 'recommendations')]),
    ...(itsClass === 'EMERGENT' && hasAny && !hasDeadline ? [problem('deadline_missing', 'recommendations')] : []),
    ...recommendations.flatMap((one, at) =>
      templateProblems(one, recommendations.slice(0, at), `recommendations.${at}`),
    ),
  ]
}

function templateProblems(
  { templateId, params }: Recommendation,
  before: readonly Recommendation[],
  path: string,
): readonly ReportProblem[] {
  const template = templateOf(templateId)
  if (!template) return [problem('template_unknown', path, [templateId])]
  const others = before.map((one) => one.templateId)
  const excluded = others.filter(
    (other) => template.excludes.includes(other) || templateOf(other)?.excludes.includes(templateId),
  )
  return [
    ...(others.includes(templateId) ? [problem('template_twice', path, [templateId])] : []),
    ...excluded.map((other) => problem('templates_exclude', path, [other, templateId])),
    ...template.params
      .filter((param) => !isParamRight(param, params[param.id] ?? ''))
      .map(({ id }) => problem('param_wrong', path, [templateId, id])),
  ]
}

function isParamRight(param: Param, value: string): boolean {
  if (param.kind === 'text') return value.length <= 200
  if (param.kind === 'choice') return param.options.some(({ id }) => id === value)
  const number = Number(value)
  return value.trim() !== '' && number >= param.low && number <= param.high
}

function lysisProblems(
  { recommendations, answers }: ReportStructure,
  { facts, overridden }: ReportSetting,
): readonly ReportProblem[] {
  const at = recommendations.findIndex(({ templateId }) => templateId === FIBRINOLYSIS)
  if (at < 0) return []
  const { unanswered, blockers } = lysisCheck(answers, facts)
  const blocked = blockers.filter((id) => !overridden.includes(id))
  return [
    ...(unanswered.length > 0 ? [problem('lysis_unanswered', 'answers', unanswered)] : []),
    ...(blocked.length > 0 ? [problem('lysis_blocked', `recommendations.${at}`, blocked)] : []),
  ]
}

function findingProblems({ findings, reviewed }: ReportSetting): readonly ReportProblem[] {
  return toReview(findings)
    .filter((one) => one.class === 'EMERGENT' && one.status === 'met' && suggestedBy(one) !== null)
    .filter(({ id }) => !reviewed.includes(id))
    .map(({ id }) => problem('finding_unanswered', 'findings', [id]))
}
