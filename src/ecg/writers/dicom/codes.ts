/** Coded names in DICOM ECGs (PS3.16): leads of CID 3001, units of UCUM, global measurements. */
import { scpNumberOf } from '../../leads'
import type { ReportedKey } from '../../reported'
import type { LeadName } from '../../types'
import { dataset, textElement } from './elements'

export type Code = {
  readonly value: string
  readonly scheme: string
  /** Where the code alone would not be enough to look it up. */
  readonly version?: string
  readonly meaning: string
}

export const MICROVOLT: Code = { value: 'uV', scheme: 'UCUM', meaning: 'microvolt' }

const UNIT = {
  Ms: { value: 'ms', scheme: 'UCUM', meaning: 'millisecond' },
  Bpm: { value: '{H.B.}/min', scheme: 'UCUM', meaning: 'heart beats per minute' },
  Deg: { value: 'deg', scheme: 'UCUM', meaning: 'degree' },
} as const

/** SCP-ECG codes as carts write them; the P duration has none there. */
const MEASUREMENTS: Readonly<Record<ReportedKey, Code>> = {
  heartRateBpm: { value: '8867-4', scheme: 'LN', meaning: 'Heart rate' },
  rrMs: { value: '5.10.2.1-3', scheme: 'SCPECG', version: '1.3', meaning: 'RR Interval' },
  pMs: { value: 'P-DURATION', scheme: '99YURAK', version: '1', meaning: 'P Duration' },
  prMs: { value: '5.13.5-7', scheme: 'SCPECG', version: '1.3', meaning: 'PR Interval' },
  qrsMs: { value: '5.13.5-9', scheme: 'SCPECG', version: '1.3', meaning: 'QRS Duration' },
  qtMs: { value: '5.13.5-11', scheme: 'SCPECG', version: '1.3', meaning: 'QT Interval' },
  qtcMs: { value: '5.10.2.5-5', scheme: 'SCPECG', version: '1.3', meaning: 'QTc Interval' },
  pAxisDeg: { value: '5.10.3-11', scheme: 'SCPECG', version: '1.3', meaning: 'P Axis' },
  qrsAxisDeg: { value: '5.10.3-13', scheme: 'SCPECG', version: '1.3', meaning: 'QRS Axis' },
  tAxisDeg: { value: '5.10.3-15', scheme: 'SCPECG', version: '1.3', meaning: 'T Axis' },
}

const AUGMENTED: Readonly<Record<string, string>> = {
  aVR: 'aVR, augmented voltage, right',
  aVL: 'aVL, augmented voltage, left',
  aVF: 'aVF, augmented voltage, foot',
}

export const MEASURED_KEYS = Object.keys(MEASUREMENTS) as readonly ReportedKey[]

export function measurementCode(key: ReportedKey): { readonly code: Code; readonly unit: Code } {
  const unit = key.endsWith('Ms') ? UNIT.Ms : key.endsWith('Bpm') ? UNIT.Bpm : UNIT.Deg
  return { code: MEASUREMENTS[key], unit }
}

/** The lead by its number in ISO/IEEE 11073-10102. */
export function leadCode(name: LeadName): Code {
  return { value: `2:${scpNumberOf(name)}`, scheme: 'MDC', meaning: AUGMENTED[name] ?? `Lead ${name}` }
}

export function codeItem({ value, scheme, version, meaning }: Code): Uint8Array {
  return dataset([
    textElement(0x00080100, 'SH', value, 16),
    textElement(0x00080102, 'SH', scheme, 16),
    version === undefined ? null : textElement(0x00080103, 'SH', version, 16),
    textElement(0x00080104, 'LO', meaning, 64),
  ])
}
