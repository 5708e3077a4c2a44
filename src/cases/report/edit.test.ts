import { expect, it } from 'vitest'
import { withLeads, withoutStatement, withStatement, withTemplate } from './edit'
import { statementOf } from './statements'
import { EMPTY_STRUCTURE, type ReportStructure } from './structure'

const add = (structure: ReportStructure, code: number, at = structure.statements.length - 1) => {
  const statement = statementOf(code)
  if (!statement) throw new Error(`no statement ${code}`)
  return withStatement(structure, statement, at)
}

it('a report grows code by code: the statement, its modifiers, its leads, what it suggests', () => {
  let report = add(EMPTY_STRUCTURE, 146)
  report = add(report, 363)
  report = add(report, 200)
  report = withLeads(report, ['V2', 'V3'], 0)
  report = add(report, 3)
  expect(report.statements).toEqual([
    { code: 3, modifiers: [], leads: [], secondary: [] },
    { code: 146, modifiers: [363], leads: ['V2', 'V3'], secondary: [200] },
  ])
  expect(add(report, 363, 1).statements[1]?.modifiers).toEqual([])
  expect(add(report, 1).statements.map(({ code }) => code)).toEqual([1, 146])
  expect(withoutStatement(report, 1).statements).toHaveLength(1)
  expect(add(report, 402).comparison).toBe(402)
})

it('a recommendation comes with the choices of its protocol, once', () => {
  const report = withTemplate(EMPTY_STRUCTURE, 'R11')
  expect(report.recommendations).toEqual([
    { templateId: 'R11', params: { minutes: '20', leads: 'none' }, deadlineMin: null },
  ])
  expect(withTemplate(report, 'R11')).toBe(report)
  expect(withTemplate(report, 'R99')).toBe(report)
})
