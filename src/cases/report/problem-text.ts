/** One sentence for what keeps a report from being signed: the words come from the messages, the terms from the lists. */
import { blockerText, templateOf } from './protocol'
import type { ProblemCode, ReportProblem } from './report-problems'
import { statementOf } from './statements'

type Say = (key: ProblemCode, values: Readonly<Record<string, string | number>>) => string

export function problemText({ code, about }: ReportProblem, say: Say, findingTitle: (id: string) => string): string {
  const names = about.map((one) => (code === 'finding_unanswered' ? findingTitle(String(one)) : nameOf(one)))
  const [a = '', b = ''] = names
  return say(code, { a, b, list: names.join('; '), count: names.length })
}

function nameOf(one: number | string): string {
  if (typeof one === 'number') return statementOf(one)?.en ?? String(one)
  return templateOf(one)?.en ?? blockerText(one)
}
