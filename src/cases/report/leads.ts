/** Leads as a doctor writes them: `V1-V4`, `ii iii avf`, and back. */
import { LEAD_NAMES, type LeadName } from '@/ecg/types'

const NAME = new Map(LEAD_NAMES.map((name) => [name.toLowerCase(), name]))
const CHEST: readonly LeadName[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9']

/** The leads that the text names, or null when it is anything else. */
export function parseLeads(text: string): readonly LeadName[] | null {
  const words = text
    .toLowerCase()
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
  const leads = words.map(leadsOfWord)
  if (words.length === 0 || leads.some((some) => some.length === 0)) return null
  const named = new Set(leads.flat())
  return LEAD_NAMES.filter((name) => named.has(name))
}

function leadsOfWord(word: string): readonly LeadName[] {
  const [from = '', to, more] = word.split('-')
  if (to === undefined) return NAME.has(from) ? [NAME.get(from) ?? 'I'] : []
  const chest = CHEST.map((name) => name.toLowerCase())
  const first = chest.indexOf(from)
  const last = chest.indexOf(to.startsWith('v') ? to : `v${to}`)
  return more === undefined && first >= 0 && last > first ? CHEST.slice(first, last + 1) : []
}

/** `V1–V4, aVL`: three and more neighbours of the chest become a range. */
export function leadsText(leads: readonly LeadName[]): string {
  const runs: LeadName[][] = []
  for (const lead of leads) {
    const run = runs.at(-1)
    const before = CHEST.indexOf(run?.at(-1) ?? 'I')
    if (run && before >= 0 && CHEST[before + 1] === lead) run.push(lead)
    else runs.push([lead])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run)).join(', ')
}
