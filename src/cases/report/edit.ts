/** Steps by which a report grows under the reader's hands; each answers a new report and leaves the old one as it was. */
import type { LeadName } from '@/ecg/types'
import { templateOf } from './protocol'
import { isModifier, isPrimary, type Statement, statementOf } from './statements'
import type { Recommendation, ReportStatement, ReportStructure } from './structure'

/** Adds what was chosen: a statement of its own, or a part of the statement at `at`, or the comparison. */
export function withStatement(structure: ReportStructure, chosen: Statement, at: number): ReportStructure {
  if (chosen.group === 'comparison') return { ...structure, comparison: chosen.code }
  if (isModifier(chosen))
    return atStatement(structure, at, (one) => ({ ...one, modifiers: toggled(one.modifiers, chosen.code) }))
  if (!isPrimary(chosen))
    return atStatement(structure, at, (one) => ({ ...one, secondary: toggled(one.secondary, chosen.code) }))
  return withWhole(structure, { code: chosen.code, modifiers: [], leads: [], secondary: [] })
}

/** One of the codes 1 to 4 takes the place of another and stands first. */
export function withWhole(structure: ReportStructure, statement: ReportStatement): ReportStructure {
  const isOverall = (code: number) => statementOf(code)?.group === 'overall'
  const statements = isOverall(statement.code)
    ? [statement, ...structure.statements.filter(({ code }) => !isOverall(code))]
    : [...structure.statements, statement]
  return { ...structure, statements }
}

export function withLeads(structure: ReportStructure, leads: readonly LeadName[], at: number): ReportStructure {
  return atStatement(structure, at, (one) => ({ ...one, leads: [...leads] }))
}

export function withoutStatement(structure: ReportStructure, at: number): ReportStructure {
  return { ...structure, statements: structure.statements.filter((_one, index) => index !== at) }
}

/** With the protocol's own choices and deadline, to be changed. */
export function withTemplate(structure: ReportStructure, templateId: string): ReportStructure {
  const template = templateOf(templateId)
  if (!template || structure.recommendations.some((one) => one.templateId === templateId)) return structure
  const added: Recommendation = {
    templateId,
    params: Object.fromEntries(template.params.map(({ id, initial }) => [id, initial])),
    deadlineMin: template.deadlineMin,
  }
  return { ...structure, recommendations: [...structure.recommendations, added] }
}

function atStatement(
  structure: ReportStructure,
  at: number,
  change: (one: ReportStatement) => ReportStatement,
): ReportStructure {
  return { ...structure, statements: structure.statements.map((one, index) => (index === at ? change(one) : one)) }
}

function toggled(codes: readonly number[], code: number): number[] {
  return codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]
}
