/**
 * Which finding is shown first when two are found together (clinical.md B7), as data.
 *
 * A row changes where a finding stands, how much it is trusted and what is said beside it. It never takes a finding
 * away, never changes its status and never its class: "suppressed" in the specification means "shown second" (B0).
 */
import type { Finding, RuleContext } from './rule'

/** Rules that read ST and T, which a strange course of excitation changes by itself. */
const ST_RULES = [
  'ISC-01',
  'ISC-02',
  'ISC-03',
  'ISC-04',
  'ISC-10',
  'ISC-11',
  'ISC-12',
  'ISC-13',
  'ISC-14',
  'ISC-15',
  'ISC-16',
  'ISC-17',
  'ISC-18',
  'ISC-20',
]
const FRONT_OF_SEPTUM = ['V1', 'V2']
const FRONT = ['V1', 'V2', 'V3', 'V4']
const SIDE_WALLS = ['inferior', 'lateral', 'highLateral']

type Pair = { readonly first: Finding; readonly second: Finding; readonly context: RuleContext }

export type Precedence = {
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly when?: (pair: Pair) => boolean
  /** `beside`: both stand where they are, only trust and texts change. */
  readonly place: 'after' | 'beside'
  readonly isDoubtful?: true
  /** Said with the second one: `finding.limitation.<key>`. */
  readonly limitation?: string
  /** Text of the first one that names the other. */
  readonly firstTextKey?: string
}

export const PRECEDENCE: readonly Precedence[] = [
  { first: ['ISC-10'], second: ['MET-01', 'MET-02'], place: 'after', limitation: 'de-winter-first' },
  { first: ['ISC-10'], second: ['ISC-13'], place: 'after' },
  {
    first: ['RHY-18'],
    second: ['ISC-01'],
    when: ({ second }) => second.leads.every((lead) => FRONT_OF_SEPTUM.includes(lead)),
    place: 'after',
    isDoubtful: true,
    limitation: 'brugada-pattern',
  },
  {
    first: ['OTH-02'],
    second: ['ISC-12'],
    when: ({ second }) => second.textKey === 'textB',
    place: 'after',
    isDoubtful: true,
    limitation: 'right-heart-strain',
  },
  {
    first: ['RHY-19'],
    second: ['CON-01', 'CON-02', 'CON-03-IRBBB', 'CON-03-IVCD', 'HYP-01', 'ISC-19'],
    place: 'after',
    isDoubtful: true,
    limitation: 'pre-excitation',
  },
  {
    first: ['RHY-19'],
    second: ST_RULES,
    when: ({ second }) => second.class !== 'EMERGENT',
    place: 'after',
    isDoubtful: true,
    limitation: 'pre-excitation',
  },
  {
    first: ['RHY-19'],
    second: ST_RULES,
    when: ({ second }) => second.class === 'EMERGENT',
    place: 'beside',
    isDoubtful: true,
    limitation: 'pre-excitation',
  },
  {
    first: ['RHY-03', 'RHY-05', 'RHY-06'],
    second: [...ST_RULES, 'ISC-06', 'ISC-07', 'ISC-08', 'MET-01', 'OTH-02'],
    place: 'after',
    isDoubtful: true,
    limitation: 'wide-tachycardia',
  },
  {
    first: ['MET-02'],
    second: ['CON-01', 'CON-02', 'HYP-01', 'ISC-06', 'ISC-07', 'ISC-08'],
    place: 'after',
    isDoubtful: true,
    limitation: 'severe-hyperkalaemia',
  },
  { first: ['MET-02'], second: ['ISC-01'], place: 'beside', limitation: 'severe-hyperkalaemia' },
  { first: ['ISC-01'], second: ['MET-02'], place: 'beside', limitation: 'st-elevation' },
  { first: ['MET-02'], second: ['MET-01'], place: 'after' },
  { first: ['MET-01', 'MET-02'], second: ['ISC-11'], place: 'after' },
  {
    first: ['ISC-15'],
    second: ['ISC-01', 'ISC-02'],
    place: 'beside',
    isDoubtful: true,
    limitation: 'pericarditis-pattern',
  },
  {
    first: ['ISC-16'],
    second: ['ISC-01', 'ISC-02'],
    place: 'beside',
    isDoubtful: true,
    limitation: 'early-repolarisation-pattern',
  },
  { first: ['ISC-17'], second: ['ISC-01'], place: 'beside', isDoubtful: true, limitation: 'aneurysm-pattern' },
  {
    first: ['HYP-01'],
    second: ['ISC-01'],
    when: ({ second }) => second.leads.every((lead) => FRONT.includes(lead)),
    place: 'beside',
    isDoubtful: true,
    limitation: 'left-hypertrophy',
  },
  { first: ['ISC-01', 'ISC-02'], second: ['ISC-15', 'ISC-16', 'ISC-17'], place: 'after' },
  {
    first: ['ISC-02'],
    second: ['ISC-01'],
    when: ({ second }) => second.status === 'borderline',
    place: 'after',
  },
  {
    first: ['ISC-01'],
    second: ['ISC-04'],
    when: ({ first }) =>
      first.status === 'met' &&
      (SIDE_WALLS.includes(String(first.values.territory)) || first.values.also === 'inferior'),
    place: 'after',
    firstTextKey: 'textPosterior',
  },
  { first: ['ISC-01'], second: ['ISC-03', 'ISC-05', 'ISC-14', 'ISC-18'], place: 'after' },
  { first: ['ISC-04', 'ISC-10', 'ISC-12', 'ISC-13', 'ISC-18', 'ISC-20'], second: ['ISC-14'], place: 'after' },
  { first: ['ISC-04', 'ISC-18', 'ISC-20'], second: ['ISC-02'], place: 'after' },
  {
    first: ['HYP-01'],
    second: ['ISC-14'],
    when: ({ first, context }) => first.textKey === 'textStrain' && context.isTroponinRaised !== true,
    place: 'after',
    isDoubtful: true,
    limitation: 'left-hypertrophy',
  },
  { first: ['ISC-06'], second: ['ISC-07'], place: 'after' },
  { first: ['ISC-06', 'ISC-07'], second: ['ISC-08'], place: 'after' },
  { first: ['ISC-06', 'ISC-07', 'ISC-08', 'ISC-09'], second: ['CON-01'], place: 'after' },
  { first: ['ISC-06', 'ISC-07'], second: ['ISC-21'], place: 'after' },
  { first: ['CON-01'], second: ['HYP-01', 'HYP-02-AXIS', 'HYP-02-RPROG'], place: 'after' },
  { first: ['CON-03-LAFB', 'CON-03-LPFB', 'HYP-02-RVH'], second: ['HYP-02-AXIS'], place: 'after' },
  { first: ['ISC-19'], second: ['HYP-02-RPROG'], place: 'after' },
  { first: ['ISC-16'], second: ['MET-04-OSBORN'], place: 'after' },
  { first: ['RHY-10'], second: ['RHY-11', 'RHY-12', 'RHY-13', 'RHY-14'], place: 'after' },
  { first: ['RHY-12'], second: ['RHY-13', 'RHY-14', 'RHY-15'], place: 'after' },
  { first: ['RHY-13'], second: ['RHY-14'], place: 'after' },
  { first: ['RHY-01', 'RHY-03', 'RHY-05', 'RHY-06', 'RHY-07', 'RHY-08'], second: ['RHY-09'], place: 'after' },
  { first: ['RHY-05', 'RHY-06'], second: ['RHY-03'], place: 'after' },
  { first: ['RHY-03', 'RHY-05'], second: ['RHY-04'], place: 'after' },
  { first: ['RHY-02'], second: ['RHY-15'], place: 'after' },
]

export function applyPrecedence(findings: readonly Finding[], context: RuleContext): Finding[] {
  const found = new Map(findings.filter(isFound).map((finding) => [finding.id, finding]))
  const rows = PRECEDENCE.flatMap((row) =>
    pairsOf(row, found)
      .filter((pair) => row.when?.({ ...pair, context }) ?? true)
      .map((pair) => ({ row, first: pair.first.id, second: pair.second.id })),
  )
  return findings.map((finding) => {
    if (!isFound(finding)) return finding
    const asSecond = rows.filter(({ second }) => second === finding.id)
    const asFirst = rows.findLast(({ row, first }) => row.firstTextKey !== undefined && first === finding.id)
    return {
      ...finding,
      confidence: asSecond.some(({ row }) => row.isDoubtful) ? 'low' : finding.confidence,
      textKey: asFirst?.row.firstTextKey ?? finding.textKey,
      shownAfter: asSecond.filter(({ row }) => row.place === 'after').map(({ first }) => first),
      limitations: [...new Set([...finding.limitations, ...asSecond.flatMap(({ row }) => row.limitation ?? [])])],
    }
  })
}

function isFound({ status }: Finding): boolean {
  return status === 'met' || status === 'borderline'
}

function pairsOf(row: Precedence, found: ReadonlyMap<string, Finding>): { first: Finding; second: Finding }[] {
  return row.first.flatMap((firstId) => {
    const first = found.get(firstId)
    if (!first) return []
    return row.second.flatMap((secondId) => {
      const second = found.get(secondId)
      return second ? [{ first, second }] : []
    })
  })
}
