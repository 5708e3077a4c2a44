/**
 * The waveform sequence of a DICOM ECG (PS3.3, C.10.9): one multiplex group, interleaved signed counts of 16 bits.
 * Voltage = count × sensitivity + baseline, in microvolts. A missing sample is the padding value.
 */
import { TAG } from '../../formats/dicom/tags'
import { type CountedLead, MISSING } from '../counts'
import { u16 } from '../scp-bytes'
import { codeItem, leadCode, MICROVOLT } from './codes'
import { bytesElement, dataset, decimalElement, sequence, textElement, u16Element, u32Element } from './elements'

const CODED_SOURCE = 0x003a0208
const DERIVATION = 0x003a020c
const TIME_SKEW = 0x003a0214
const BITS = 16

const FORMULAS: Readonly<Record<string, string>> = {
  III: 'II - I',
  aVR: '-(I + II)/2',
  aVL: 'I - II/2',
  aVF: 'II - I/2',
}

export function waveformItem(leads: readonly CountedLead[], sampleRateHz: number): Uint8Array {
  return dataset([
    textElement(TAG.originality, 'CS', 'ORIGINAL', 16),
    u16Element(TAG.channelCount, leads.length),
    u32Element(TAG.sampleCount, leads[0]?.counts.length ?? 0),
    decimalElement(TAG.sampleRate, sampleRateHz),
    textElement(TAG.groupLabel, 'SH', 'RHYTHM', 16),
    sequence(TAG.channels, leads.map(channelItem)),
    u16Element(TAG.bitsAllocated, BITS),
    textElement(TAG.sampleInterpretation, 'CS', 'SS', 16),
    leads.some(({ hasMissing }) => hasMissing) ? bytesElement(TAG.padding, 'OW', u16(MISSING)) : null,
    bytesElement(TAG.waveformData, 'OW', interleaved(leads)),
  ])
}

function channelItem({ name, stepUv, offsetUv, isDerived }: CountedLead): Uint8Array {
  const formula = isDerived ? FORMULAS[name] : undefined
  return dataset([
    textElement(TAG.channelLabel, 'SH', name, 16),
    sequence(CODED_SOURCE, [codeItem(leadCode(name))]),
    formula ? textElement(DERIVATION, 'LO', `computed: ${formula}`, 64) : null,
    decimalElement(TAG.sensitivity, stepUv),
    sequence(TAG.sensitivityUnits, [codeItem(MICROVOLT)]),
    decimalElement(TAG.sensitivityCorrection, 1),
    decimalElement(TAG.baseline, offsetUv),
    decimalElement(TIME_SKEW, 0),
    u16Element(TAG.bitsStored, BITS),
  ])
}

function interleaved(leads: readonly CountedLead[]): Uint8Array {
  const sampleCount = leads[0]?.counts.length ?? 0
  const view = new DataView(new ArrayBuffer(sampleCount * leads.length * 2))
  for (const [channel, { counts }] of leads.entries()) {
    for (let index = 0; index < sampleCount; index++) {
      view.setInt16((index * leads.length + channel) * 2, counts[index] ?? MISSING, true)
    }
  }
  return new Uint8Array(view.buffer)
}
