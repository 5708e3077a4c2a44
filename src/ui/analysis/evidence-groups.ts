/** The numbers behind a finding in the order of its rule: what it was decided by, and what was only looked at. */
import type { FindingView } from '@/cases/api/assessment-views'

type Evidence = FindingView['evidence'][number]

/** One number of one lead with the narrowest limits that the rule sets it. */
export type EvidenceCell = Pick<Evidence, 'lead' | 'name' | 'value' | 'unit'> & {
  /** Empty where the number decides nothing. */
  readonly limits: readonly { readonly comparison: keyof typeof HOLDS; readonly threshold: number }[]
  /** Every limit holds. */
  readonly isMet: boolean
}

/** One quantity in several leads; what has no lead stands in a group of its own kind. */
export type EvidenceGroup = { readonly name: string | null; readonly cells: readonly EvidenceCell[] }

const MOST_SHOWN = 8
/** Fewer than these are not the whole story: the next quantity comes along, however many leads it has. */
const FEW = 4
const HOLDS = {
  '>=': (value: number, limit: number) => value >= limit,
  '>': (value: number, limit: number) => value > limit,
  '<=': (value: number, limit: number) => value <= limit,
  '<': (value: number, limit: number) => value < limit,
} as const

/** Whole groups with limits as long as about eight numbers are shown; the rest is folded away. */
export function evidenceGroups(evidence: FindingView['evidence']): {
  readonly shown: readonly EvidenceGroup[]
  readonly folded: readonly EvidenceGroup[]
} {
  const groups = grouped(cellsOf(evidence))
  const deciding = groups.filter(({ cells }) => cells.some(({ limits }) => limits.length > 0))
  const shown: EvidenceGroup[] = []
  for (const group of deciding.length > 0 ? deciding : groups) {
    const count = shown.reduce((sum, { cells }) => sum + cells.length, 0)
    if (count >= FEW && count + group.cells.length > MOST_SHOWN) break
    shown.push(group)
  }
  return { shown, folded: groups.filter((group) => !shown.includes(group)) }
}

/** A rule names a number once for each limit; it is shown once. */
function cellsOf(evidence: FindingView['evidence']): readonly EvidenceCell[] {
  const byNumber = Map.groupBy(evidence, ({ lead, name, threshold }) => `${lead} ${name} ${threshold === null}`)
  return [...byNumber.values()].flatMap(([first, ...others]) => (first ? [cellOf(first, [first, ...others])] : []))
}

function cellOf({ lead, name, value, unit }: Evidence, items: readonly Evidence[]): EvidenceCell {
  const limits = [narrowest(items, ['>=', '>'], 1), narrowest(items, ['<=', '<'], -1)].filter((limit) => limit !== null)
  const isMet =
    value !== null &&
    limits.length > 0 &&
    limits.every(({ comparison, threshold }) => HOLDS[comparison](value, threshold))
  return { lead, name, value, unit, limits, isMet }
}

function narrowest(items: readonly Evidence[], comparisons: readonly (keyof typeof HOLDS)[], sign: 1 | -1) {
  const limits = items.flatMap(({ comparison, threshold }) =>
    comparison !== null && threshold !== null && comparisons.includes(comparison) ? [{ comparison, threshold }] : [],
  )
  return limits.toSorted((a, b) => sign * (b.threshold - a.threshold))[0] ?? null
}

/** A quantity with and without limits makes two groups: only the first decides. */
function grouped(cells: readonly EvidenceCell[]): readonly EvidenceGroup[] {
  const groups = Map.groupBy(cells, ({ lead, name, limits }) =>
    lead === null ? `${limits.length > 0}` : `${name} ${limits.length > 0}`,
  )
  return [...groups.values()].map((own) => ({ name: own[0]?.lead == null ? null : own[0].name, cells: own }))
}
