/** To which comparison statement a finding that comes or goes belongs (clinical.md B2–B4). */
import type { ComparisonCode } from './comparison'

type Group = Exclude<ComparisonCode, 400>

/** Patterns that only explain another finding; they are no diagnosis of their own. */
const SUPPORTING = ['ISC-05', 'ISC-15', 'ISC-16', 'ISC-17']

const SINGLE: Readonly<Record<string, Group>> = {
  'RHY-10': 403,
  'RHY-12': 403,
  'RHY-13': 403,
  'RHY-14': 403,
  'RHY-16': 404,
  'RHY-18': 404,
  'RHY-19': 403,
}

const BY_FAMILY: Readonly<Record<string, Group>> = {
  RHY: 401,
  ISC: 402,
  CON: 403,
  MET: 404,
  HYP: 405,
  OTH: 405,
}

/** Rhythm changes when a diagnosis comes or goes; of the others only what is new counts. */
export function findingCodes(previous: readonly string[], current: readonly string[]): readonly Group[] {
  const added = current.filter((id) => !previous.includes(id)).flatMap(groupOf)
  const gone = previous.filter((id) => !current.includes(id)).flatMap(groupOf)
  return [...added, ...gone.filter((group) => group === 401)]
}

function groupOf(id: string): readonly Group[] {
  if (SUPPORTING.includes(id)) return []
  const group = SINGLE[id] ?? BY_FAMILY[id.slice(0, 3)]
  return group ? [group] : []
}
