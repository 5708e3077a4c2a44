/** Which statement an automatic finding proposes (clinical.md D1). It proposes; only the reader's word enters a report. */

import { FINDING_CLASSES } from '@/ecg/rules/rule'
import type { FindingView } from '../api/assessment-views'
import type { ReportStatement } from './structure'

type Proposal = {
  readonly code: number
  readonly modifiers?: readonly number[]
  readonly secondary?: readonly number[]
}

const TERRITORY: Readonly<Record<string, number>> = {
  septal: 165,
  anteroseptal: 165,
  anterior: 160,
  anterolateral: 166,
  lateral: 163,
  highLateral: 163,
  inferior: 161,
  rightVentricle: 174,
  posterior: 162,
}
const ACUTE = [330, 363]

const PROPOSALS: Readonly<Record<string, Proposal>> = {
  'CON-01': { code: 104 },
  'CON-02': { code: 106 },
  'CON-03-IRBBB': { code: 105 },
  'CON-03-IVCD': { code: 107 },
  'CON-03-LAFB': { code: 101 },
  'CON-03-LPFB': { code: 102 },
  'HYP-01': { code: 142 },
  'HYP-02-LAE': { code: 140 },
  'HYP-02-RAE': { code: 141 },
  'HYP-02-RVH': { code: 143 },
  'HYP-02-LOWV': { code: 125 },
  'HYP-02-RPROG': { code: 128 },
  'ISC-03': { code: 174, modifiers: ACUTE },
  'ISC-04': { code: 162, modifiers: [330] },
  'ISC-06': { code: 173, modifiers: [330] },
  'ISC-07': { code: 173, modifiers: [330] },
  'ISC-10': { code: 146, modifiers: [362], secondary: [220] },
  'ISC-12': { code: 147, secondary: [220] },
  'ISC-13': { code: 145, modifiers: [362], secondary: [220] },
  'ISC-14': { code: 145, modifiers: [362], secondary: [226] },
  'ISC-15': { code: 146, modifiers: [363], secondary: [200] },
  'ISC-16': { code: 155 },
  'ISC-17': { code: 145, modifiers: [363], secondary: [227] },
  'MET-02': { code: 147, secondary: [208] },
  'MET-03': { code: 150, secondary: [211] },
  'MET-04-DIGITALIS': { code: 145, secondary: [205] },
  'MET-04-HIGHCA': { code: 149, secondary: [207] },
  'MET-04-LOWCA': { code: 148, secondary: [210] },
  'MET-04-OSBORN': { code: 154, secondary: [212] },
  'RHY-01': { code: 74 },
  'RHY-03': { code: 76 },
  'RHY-07': { code: 50 },
  'RHY-10': { code: 88 },
  'RHY-12': { code: 87 },
  'RHY-13': { code: 84 },
  'RHY-15': { code: 26 },
  'RHY-16': { code: 148 },
  'RHY-18': { code: 145, modifiers: [363], secondary: [202] },
  'RHY-19': { code: 108 },
}
/** Rules whose finding says one of several things. */
const BY_TEXT: Readonly<Record<string, Proposal>> = {
  'HYP-02-AXIS.textExtreme': { code: 122 },
  'HYP-02-AXIS.textMarkedLeft': { code: 121 },
  'HYP-02-AXIS.textLeft': { code: 121 },
  'HYP-02-AXIS.textRight': { code: 120 },
  'HYP-02-AXIS.textMarkedRight': { code: 120 },
  'RHY-05.text': { code: 72 },
  'RHY-05.textTorsades': { code: 73 },
  'RHY-08.text': { code: 51 },
  'RHY-08.textRegular': { code: 55 },
  'RHY-14.text': { code: 82 },
  'RHY-14.textTwoToOne': { code: 85 },
  'RHY-14.textWenckebach': { code: 83 },
  'RHY-17.text': { code: 186 },
  'RHY-17.textSensing': { code: 188 },
  'RHY-17.textOutput': { code: 190 },
}
const FAST_BPM = 110
const SLOW_BPM = 50

/** The statement that the finding proposes, or null where it proposes none. */
export function suggestedBy(finding: FindingView): ReportStatement | null {
  const found = proposalOf(finding)
  if (!found) return null
  return {
    code: found.code,
    modifiers: [...(found.modifiers ?? []), ...rateModifiers(finding)],
    leads: finding.segment === 'strip' || finding.segment === 'rr' ? [] : [...finding.leads],
    secondary: [...(found.secondary ?? [])],
  }
}

function proposalOf({ id, textKey, values }: FindingView): Proposal | null {
  if (id === 'ISC-01') return { code: TERRITORY[String(values.territory)] ?? 160, modifiers: ACUTE }
  return BY_TEXT[`${id}.${textKey}`] ?? PROPOSALS[id] ?? null
}

function rateModifiers({ id, values }: FindingView): readonly number[] {
  const bpm = values.heartRateBpm
  if (id !== 'RHY-07' || typeof bpm !== 'number') return []
  return bpm > FAST_BPM ? [346] : bpm < SLOW_BPM ? [347] : []
}

/** The findings that ask the reader for a word, most urgent first. */
export function toReview(findings: readonly FindingView[]): readonly FindingView[] {
  const rank = ({ class: its }: FindingView) => (its === null ? FINDING_CLASSES.length : FINDING_CLASSES.indexOf(its))
  return findings
    .filter(({ status }) => status === 'met' || status === 'borderline')
    .toSorted((a, b) => rank(a) - rank(b))
}
