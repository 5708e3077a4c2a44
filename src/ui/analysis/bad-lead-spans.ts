import type { FileView } from '@/cases/api/views'
import type { Span } from './mark-spans'

/** More than these are the whole recording: shading it all would tell nothing. */
const MOST_LEADS = 6

/** Leads that are not to be trusted, from end to end. */
export function badLeadSpans({ recording }: Pick<FileView, 'recording'>): readonly Span[] {
  const bad = recording?.assessment?.quality?.notes.filter(({ severity }) => severity === 'bad') ?? []
  const leads = new Set(bad.flatMap((note) => note.leads))
  if (leads.size > MOST_LEADS) return []
  return [...leads].map((lead) => ({ lead, fromMs: 0, toMs: Infinity, tone: 'quality' }))
}
