/**
 * Lead names and lead derivation.
 *
 * Names: SCP-ECG lead numbers (EN 1064, table of section 3) are also the low byte of the
 * ISO/IEEE 11073-10101 codes that HL7 aECG and DICOM use, and the last part of the DICOM
 * codes `5.6.3-9-n`, so one table serves all.
 * Derivation: III = II − I, aVR = −(I + II)/2, aVL = I − II/2, aVF = II − I/2.
 */
import { LEAD_NAMES, type Lead, type LeadName } from './types'

const SCP_LEADS: Readonly<Record<number, LeadName>> = {
  1: 'I',
  2: 'II',
  3: 'V1',
  4: 'V2',
  5: 'V3',
  6: 'V4',
  7: 'V5',
  8: 'V6',
  9: 'V7',
  10: 'V2R',
  11: 'V3R',
  12: 'V4R',
  13: 'V5R',
  14: 'V6R',
  16: 'X',
  17: 'Y',
  18: 'Z',
  61: 'III',
  62: 'aVR',
  63: 'aVL',
  64: 'aVF',
  66: 'V8',
  67: 'V9',
}

const SCP_NUMBERS = new Map(Object.entries(SCP_LEADS).map(([leadNumber, name]) => [name, Number(leadNumber)]))
const NAME_BY_UPPER_CASE = new Map(LEAD_NAMES.map((name) => [name.toUpperCase(), name]))

/** Shares of I and of II. */
const DERIVED: ReadonlyArray<readonly [LeadName, number, number]> = [
  ['III', -1, 1],
  ['aVR', -0.5, -0.5],
  ['aVL', 1, -0.5],
  ['aVF', -0.5, 1],
]

export function leadOfScpNumber(leadNumber: number): LeadName | null {
  return SCP_LEADS[leadNumber] ?? null
}

/** 0, "unspecified", for a lead that the table lacks. */
export function scpNumberOf(name: LeadName): number {
  return SCP_NUMBERS.get(name) ?? 0
}

/** `Lead I (Einthoven)`, `MDC_ECG_LEAD_AVR`, `avf`, `ECG V1`, `DII` … → the lead, or null for anything else. */
export function leadOfLabel(label: string): LeadName | null {
  if (INVERTED.test(label)) return null
  const bare = label
    .toUpperCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/MDC_ECG_(LEAD_)?|LEADS?|ECG|EKG/g, ' ')
    .replace(/[^A-Z0-9]+/g, '')
  return NAME_BY_UPPER_CASE.get(bare.replace(/^D(?=I{1,3}$)/, '')) ?? null
}

/** `-aVR` of the Cabrera sequence is another lead than aVR. */
const INVERTED = /^\s*[-\u2212]/

/** The leads in standard order, with the limb leads that I and II determine added where the file lacks them. */
export function completeLeads(stored: readonly Lead[]): readonly Lead[] {
  const all = [...stored, ...missingLimbLeads(stored)]
  return all.sort((a, b) => LEAD_NAMES.indexOf(a.name) - LEAD_NAMES.indexOf(b.name))
}

/** The derived leads among `names`, computed from I and II. */
export function deriveLead(name: LeadName, leadI: Float32Array, leadII: Float32Array): Float32Array | null {
  const shares = DERIVED.find(([derivedName]) => derivedName === name)
  if (!shares) return null
  const [, shareI, shareII] = shares
  const samplesUv = new Float32Array(leadI.length)
  for (let index = 0; index < samplesUv.length; index++) {
    samplesUv[index] = shareI * (leadI[index] ?? Number.NaN) + shareII * (leadII[index] ?? Number.NaN)
  }
  return samplesUv
}

function missingLimbLeads(stored: readonly Lead[]): Lead[] {
  const leadI = stored.find((lead) => lead.name === 'I')
  const leadII = stored.find((lead) => lead.name === 'II')
  if (!leadI || !leadII) return []
  return DERIVED.flatMap(([name]) => {
    if (stored.some((lead) => lead.name === name)) return []
    const samplesUv = deriveLead(name, leadI.samplesUv, leadII.samplesUv)
    return samplesUv ? [{ name, samplesUv, isDerived: true }] : []
  })
}
