/** Everything that the one field of the report understands: statements and their parts, diagnoses, recommendations, leads. */
import { leadsText, parseLeads } from '@/cases/report/leads'
import { PROTOCOL } from '@/cases/report/protocol'
import { indexed, search } from '@/cases/report/search'
import {
  canInterpret,
  DIAGNOSES,
  fits,
  isModifier,
  isPrimary,
  STATEMENTS,
  type Statement,
  statementOf,
} from '@/cases/report/statements'
import type { ReportStatement } from '@/cases/report/structure'
import type { LeadName } from '@/ecg/types'

type Terms = { readonly code: number | string; readonly en: string; readonly ru: string; readonly uz: string }
export type Entry = Terms &
  (
    | { readonly kind: 'statement' | 'part' | 'comparison'; readonly statement: Statement }
    | { readonly kind: 'diagnosis' }
    | { readonly kind: 'template' }
    | { readonly kind: 'confirm' }
    | { readonly kind: 'leads'; readonly leads: readonly LeadName[] }
  )

/** Says by keyboard that the measured numbers are right. */
const CONFIRM: Entry = {
  kind: 'confirm',
  code: 'OK',
  en: 'Confirm the measurements',
  ru: 'Подтвердить измерения',
  uz: 'Oʻlchovlarni tasdiqlash',
}
const ENTRIES: readonly Entry[] = [
  ...STATEMENTS.map((statement): Entry => ({ ...statement, kind: kindOf(statement), statement })),
  ...PROTOCOL.templates.map(
    ({ id, en, ru, uz, aka }): Entry => ({
      kind: 'template',
      code: id,
      en,
      ru,
      uz,
      ...(aka === undefined ? {} : { aka }),
    }),
  ),
  ...DIAGNOSES.map((one): Entry => ({ ...one, kind: 'diagnosis' })),
  CONFIRM,
]
const INDEX = indexed(ENTRIES)

function kindOf(statement: Statement): 'statement' | 'part' | 'comparison' {
  if (statement.group === 'comparison') return 'comparison'
  return isPrimary(statement) ? 'statement' : 'part'
}

/** Best first. Parts are offered only where they fit the statement that is chosen. */
export function findEntries(query: string, chosen: ReportStatement | null, limit = 8): readonly Entry[] {
  const leads = chosen === null ? null : parseLeads(query)
  const text = leads === null ? '' : leadsText(leads)
  const named: readonly Entry[] =
    leads === null ? [] : [{ kind: 'leads', code: '', en: text, ru: text, uz: text, leads }]
  const found = search(INDEX, query, 60).filter((entry) => entry.kind !== 'part' || isPartOf(entry.statement, chosen))
  return [...named, ...found].slice(0, limit)
}

function isPartOf(part: Statement, chosen: ReportStatement | null): boolean {
  const statement = chosen === null ? null : statementOf(chosen.code)
  if (!statement) return false
  return isModifier(part) ? fits(part, statement) : canInterpret(part.code, statement.code)
}
