/** How leads are arranged on paper, as data. Every arrangement is ten seconds wide. */
import { LEAD_NAMES, type LeadName, STANDARD_LEADS } from '../types'

/** In the order of their digits, 1 to 9 and 0; the rest has none. */
export const LAYOUT_IDS = [
  '3x4+1',
  '3x4+3',
  '6x2',
  '12x1',
  'cabrera',
  'rhythm',
  'single',
  '15',
  '18',
  'paediatric',
  'extra',
  'posterior',
  'limb',
  'chest',
] as const
export type LayoutId = (typeof LAYOUT_IDS)[number]

/** A lead as it is drawn; with a minus sign in front upside down. */
export type CellName = LeadName | `-${LeadName}`

export type Layout = {
  /** Leads of one row share its ten seconds in equal parts, one after the other in time. */
  readonly rows: readonly (readonly CellName[])[]
  /** Distance of two baselines, of the first from the upper edge, of the last from the lower edge. */
  readonly pitchMm: number
  readonly topMm: number
  readonly bottomMm: number
  /** At the end where the paper is pushed sideways and its start should be all heart. */
  readonly pulseAt: 'start' | 'end'
}

export const SHOWN_MS = 10_000

const TWELVE: Layout['rows'] = [
  ['I', 'aVR', 'V1', 'V4'],
  ['II', 'aVL', 'V2', 'V5'],
  ['III', 'aVF', 'V3', 'V6'],
]
const WIDE = { topMm: 15, bottomMm: 14, pulseAt: 'start' } as const
/** Where the paper is pushed sideways with a finger. */
const PUSHED = { pitchMm: 18.5, topMm: 15, bottomMm: 14.5, pulseAt: 'end' } as const
const STRIP = { pitchMm: 0, topMm: 20, bottomMm: 15, pulseAt: 'end' } as const

const LAYOUTS: Readonly<Record<Exclude<LayoutId, 'single'>, Layout>> = {
  '3x4+1': { ...WIDE, rows: [...TWELVE, ['II']], pitchMm: 25 },
  '3x4+3': { ...WIDE, rows: [...TWELVE, ['V1'], ['II'], ['V5']], pitchMm: 20 },
  '6x2': { ...WIDE, rows: pairs('I II III aVR aVL aVF', 'V1 V2 V3 V4 V5 V6'), pitchMm: 20, bottomMm: 13 },
  '12x1': { ...WIDE, rows: STANDARD_LEADS.map((lead) => [lead]), pitchMm: 15, bottomMm: 13 },
  /** The limb leads in the order of the frontal plane, 30° apart, so that aVR stands upside down. */
  cabrera: { ...WIDE, rows: pairs('aVL I -aVR II aVF III', 'V1 V2 V3 V4 V5 V6'), pitchMm: 20, bottomMm: 13 },
  rhythm: { ...STRIP, rows: [['II']] },
  '15': { ...WIDE, rows: [...withColumn(TWELVE, 'V4R V8 V9'), ['II']], pitchMm: 25 },
  '18': {
    ...WIDE,
    rows: pairs('I II III aVR aVL aVF', 'V1 V2 V3 V4 V5 V6', 'V3R V4R V5R V7 V8 V9'),
    pitchMm: 20,
    bottomMm: 13,
  },
  /** Children have their right ventricle in V3R and V4R, and V7 shows the left one beyond V6. */
  paediatric: { ...WIDE, rows: [...withColumn(TWELVE, 'V3R V4R V7'), ['II']], pitchMm: 25 },
  extra: { ...WIDE, rows: ['V3R', 'V4R', 'V5R', 'V6R', 'V7', 'V8', 'V9'].map(single), pitchMm: 18.5 },
  /** V1 to V3 mirrored: what electrodes on the back would see. */
  posterior: { ...WIDE, rows: ['-V1', '-V2', '-V3'].map(single), pitchMm: 25 },
  limb: { ...PUSHED, rows: ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'].map(single) },
  chest: { ...PUSHED, rows: ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map(single) },
}

/** `lead` is the one that the arrangement of a single lead shows. */
export function layoutOf(id: LayoutId, lead: LeadName = 'II'): Layout {
  return id === 'single' ? { ...STRIP, rows: [[lead]] } : LAYOUTS[id]
}

export type Cell = { readonly lead: LeadName; readonly isInverted: boolean }

export function cellOf(name: CellName): Cell {
  const lead = LEAD_NAMES.find((known) => known === name)
  return lead ? { lead, isInverted: false } : { lead: name.slice(1) as LeadName, isInverted: true }
}

/** Column by column, each in the order of its leads. */
function pairs(...columns: readonly string[]): CellName[][] {
  const split = columns.map((column) => column.split(' ') as CellName[])
  return (split[0] ?? []).map((_, row) => split.flatMap((column) => column[row] ?? []))
}

function withColumn(rows: Layout['rows'], column: string): CellName[][] {
  const added = column.split(' ') as CellName[]
  return rows.map((row, index) => [...row, ...added.slice(index, index + 1)])
}

function single(name: string): CellName[] {
  return [name as CellName]
}
