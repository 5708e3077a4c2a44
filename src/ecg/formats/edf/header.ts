/** The header of an EDF or BDF file: fixed columns of ASCII, first of the file, then of every signal. */
import { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'
import { leadOfLabel } from '../../leads'
import type { LeadName } from '../../types'

const FILE_HEADER_BYTES = 256
const SIGNAL_HEADER_BYTES = 256
const MAX_SIGNALS = 512
const BDF_MARK = 0xff

export type EdfSignal = {
  /** Null for a signal that is no lead, and for one whose range makes no sense. */
  readonly lead: LeadName | null
  readonly isRangeSensible: boolean
  readonly isAnnotation: boolean
  readonly unit: string
  readonly physicalMinimum: number
  readonly physicalMaximum: number
  readonly digitalMinimum: number
  readonly digitalMaximum: number
  readonly samplesPerRecord: number
  /** Where the signal begins in every record. */
  readonly offsetBytes: number
}

export type EdfHeader = {
  readonly patientText: string
  readonly recordingText: string
  readonly startDate: string
  readonly startTime: string
  readonly isDiscontinuous: boolean
  readonly sampleBytes: 2 | 3
  readonly headerBytes: number
  readonly recordCount: number
  readonly recordBytes: number
  readonly recordDurationS: number
  readonly recordDurationText: string
  readonly signals: readonly EdfSignal[]
  readonly warnings: readonly string[]
}

/** The file may be longer than the bytes that are given of it. */
export function readHeader(formatId: string, bytes: Uint8Array, fileBytes = bytes.length): EdfHeader {
  const reader = new ByteReader(formatId, bytes)
  const textOf = (lengthBytes: number) => new TextDecoder('latin1').decode(reader.take(lengthBytes)).trim()
  const isBdf = bytes[0] === BDF_MARK
  reader.skip(8)
  const patientText = textOf(80)
  const recordingText = textOf(80)
  const startDate = textOf(8)
  const startTime = textOf(8)
  const headerBytes = numberIn(formatId, textOf(8))
  const variant = textOf(44)
  const declaredRecords = numberIn(formatId, textOf(8))
  const recordDurationText = textOf(8)
  const signalCount = numberIn(formatId, textOf(4))
  if (!(signalCount >= 1 && signalCount <= MAX_SIGNALS))
    throw malformed(formatId, 'the number of signals makes no sense')
  if (headerBytes !== FILE_HEADER_BYTES + signalCount * SIGNAL_HEADER_BYTES) {
    throw malformed(formatId, 'the header has another size than it says')
  }
  const sampleBytes = isBdf ? 3 : 2
  const signals = readSignals(formatId, signalCount, sampleBytes, textOf)
  const senselessCount = signals.filter(({ isRangeSensible }) => !isRangeSensible).length
  if (senselessCount > 0 && signals.every(({ lead }) => lead === null)) {
    throw malformed(formatId, 'the range of a signal makes no sense')
  }
  const recordBytes = signals.reduce((sum, signal) => sum + signal.samplesPerRecord * sampleBytes, 0)
  const { recordCount, warnings } = countRecords(formatId, declaredRecords, recordBytes, fileBytes - headerBytes)
  return {
    patientText,
    recordingText,
    startDate,
    startTime,
    isDiscontinuous: /^(EDF|BDF)\+D/.test(variant),
    sampleBytes,
    headerBytes,
    recordCount,
    recordBytes,
    recordDurationS: numberIn(formatId, recordDurationText),
    recordDurationText,
    signals,
    warnings: [...warnings, ...(senselessCount > 0 ? [`The range of ${senselessCount} signals makes no sense.`] : [])],
  }
}

/** The header lists each property for all signals before the next property. */
function readSignals(
  formatId: string,
  count: number,
  sampleBytes: number,
  textOf: (lengthBytes: number) => string,
): EdfSignal[] {
  const column = (lengthBytes: number) => Array.from({ length: count }, () => textOf(lengthBytes))
  const labels = column(16)
  column(80)
  const units = column(8)
  const ranges = [column(8), column(8), column(8), column(8)]
  column(80)
  const lengths = column(8)
  column(32)
  let offsetBytes = 0
  return labels.map((label, index) => {
    const isAnnotation = /^(EDF|BDF) Annotations$/.test(label)
    const samplesPerRecord = numberIn(formatId, lengths[index] ?? '')
    if (!(Number.isInteger(samplesPerRecord) && samplesPerRecord >= 0)) {
      throw malformed(formatId, 'the number of samples in a record makes no sense')
    }
    const signal = { lead: isAnnotation ? null : leadOfLabel(label), isAnnotation, unit: units[index] ?? '' }
    const range = signal.lead ? ranges.map((texts) => numberIn(formatId, texts[index] ?? '')) : []
    const [physicalMinimum = 0, physicalMaximum = 1, digitalMinimum = 0, digitalMaximum = 1] = range
    const isRangeSensible = digitalMaximum > digitalMinimum && physicalMaximum !== physicalMinimum
    const here = offsetBytes
    offsetBytes += samplesPerRecord * sampleBytes
    return {
      ...signal,
      lead: isRangeSensible ? signal.lead : null,
      isRangeSensible,
      physicalMinimum,
      physicalMaximum,
      digitalMinimum,
      digitalMaximum,
      samplesPerRecord,
      offsetBytes: here,
    }
  })
}

/** −1 records means that the recorder was stopped before it wrote their number. */
function countRecords(
  formatId: string,
  declared: number,
  recordBytes: number,
  dataBytes: number,
): { recordCount: number; warnings: string[] } {
  if (recordBytes === 0) throw new EcgFormatError(formatId, 'no_waveform', 'the file holds no ECG samples')
  const present = Math.floor(dataBytes / recordBytes)
  if (declared === -1) return { recordCount: present, warnings: ['The file does not say how long it is.'] }
  if (!(Number.isInteger(declared) && declared >= 0)) {
    throw malformed(formatId, 'the number of records makes no sense')
  }
  if (present < declared) throw new EcgFormatError(formatId, 'truncated', 'the file ends before its contents do')
  const isLonger = dataBytes > declared * recordBytes
  return { recordCount: declared, warnings: isLonger ? ['The file is longer than its header says.'] : [] }
}

function numberIn(formatId: string, text: string): number {
  const value = text === '' ? Number.NaN : Number(text.replace(',', '.'))
  if (!Number.isFinite(value)) throw malformed(formatId, 'the header has text where a number belongs')
  return value
}

function malformed(formatId: string, reason: string): EcgFormatError {
  return new EcgFormatError(formatId, 'malformed', reason)
}
