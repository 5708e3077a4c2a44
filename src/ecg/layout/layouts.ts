/** How leads are arranged on paper, as data. Every arrangement is ten seconds wide. */
import type { StandardLead } from '../types'

export type LayoutId = '3x4+1' | '6x2' | '12x1' | 'limb' | 'chest' | 'rhythm'

export type Layout = {
  /** Leads of one row share its ten seconds in equal parts, one after the other in time. */
  readonly rows: readonly (readonly StandardLead[])[]
  /** Distance of two baselines, of the first from the upper edge, of the last from the lower edge. */
  readonly pitchMm: number
  readonly topMm: number
  readonly bottomMm: number
  /** At the end where the paper is pushed sideways and its start should be all heart. */
  readonly pulseAt: 'start' | 'end'
}

export const SHOWN_MS = 10_000

export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
  '3x4+1': {
    rows: [['I', 'aVR', 'V1', 'V4'], ['II', 'aVL', 'V2', 'V5'], ['III', 'aVF', 'V3', 'V6'], ['II']],
    pitchMm: 25,
    topMm: 15,
    bottomMm: 14,
    pulseAt: 'start',
  },
  '6x2': {
    rows: [
      ['I', 'V1'],
      ['II', 'V2'],
      ['III', 'V3'],
      ['aVR', 'V4'],
      ['aVL', 'V5'],
      ['aVF', 'V6'],
    ],
    pitchMm: 20,
    topMm: 15,
    bottomMm: 13,
    pulseAt: 'start',
  },
  '12x1': {
    rows: [['I'], ['II'], ['III'], ['aVR'], ['aVL'], ['aVF'], ['V1'], ['V2'], ['V3'], ['V4'], ['V5'], ['V6']],
    pitchMm: 15,
    topMm: 15,
    bottomMm: 13,
    pulseAt: 'start',
  },
  limb: {
    rows: [['I'], ['II'], ['III'], ['aVR'], ['aVL'], ['aVF']],
    pitchMm: 18.5,
    topMm: 15,
    bottomMm: 14.5,
    pulseAt: 'end',
  },
  chest: {
    rows: [['V1'], ['V2'], ['V3'], ['V4'], ['V5'], ['V6']],
    pitchMm: 18.5,
    topMm: 15,
    bottomMm: 14.5,
    pulseAt: 'end',
  },
  rhythm: { rows: [['II']], pitchMm: 0, topMm: 20, bottomMm: 15, pulseAt: 'end' },
}
