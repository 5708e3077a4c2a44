/** The data records of an EDF or BDF file: little-endian counts of 16 or 24 bits, signal after signal. */
import { asciiAt } from '../../bytes'
import { EcgFormatError } from '../../errors'
import type { EdfHeader, EdfSignal } from './header'

/** Record times are decimal text, which may be rounded. */
const GAP_S = 0.001
const END_OF_ONSET = '\x14'

export function decodeSignal(bytes: Uint8Array, header: EdfHeader, signal: EdfSignal): Int32Array {
  const { headerBytes, recordBytes, recordCount, sampleBytes } = header
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Int32Array(recordCount * signal.samplesPerRecord)
  let index = 0
  for (let record = 0; record < recordCount; record++) {
    let offset = headerBytes + record * recordBytes + signal.offsetBytes
    for (let sample = 0; sample < signal.samplesPerRecord; sample++) {
      counts[index] = sampleBytes === 2 ? view.getInt16(offset, true) : int24(view, offset)
      offset += sampleBytes
      index += 1
    }
  }
  return counts
}

/**
 * EDF+D may pause between records; every record then says in its annotations when it began.
 * Given and returned is when the record before, and the last one, began.
 */
export function checkContinuous(
  formatId: string,
  bytes: Uint8Array,
  header: EdfHeader,
  beforeS: number | null = null,
): number | null {
  if (!header.isDiscontinuous) return null
  const annotations = header.signals.find(({ isAnnotation }) => isAnnotation)
  if (!annotations) throw gaps(formatId)
  let previousS = beforeS
  for (let record = 0; record < header.recordCount; record++) {
    const offset = header.headerBytes + record * header.recordBytes + annotations.offsetBytes
    const text = asciiAt(bytes, offset, Math.min(32, annotations.samplesPerRecord * header.sampleBytes))
    const [onset = ''] = text.split(END_OF_ONSET)
    const startS = /^[+-]\d+(\.\d*)?$/.test(onset) ? Number(onset) : Number.NaN
    const isNext = previousS === null || Math.abs(startS - previousS - header.recordDurationS) < GAP_S
    if (!Number.isFinite(startS) || !isNext) throw gaps(formatId)
    previousS = startS
  }
  return previousS
}

function int24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getInt8(offset + 2) << 16)
}

function gaps(formatId: string): EcgFormatError {
  return new EcgFormatError(formatId, 'unsupported', 'the recording has gaps; export it as one piece')
}
