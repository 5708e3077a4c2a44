import { microvoltsOf, NO_DEVICE } from '../assemble-recording'
import { edf } from '../formats/edf'
import { readHeader } from '../formats/edf/header'
import { leadSignalsOf } from '../formats/edf/lead-signals'
import { readEquipment, readPatient, readRecordedAt } from '../formats/edf/people'
import { checkContinuous, decodeSignal } from '../formats/edf/samples'
import { joinText } from '../text'
import { assembleStream, type ReadChannels } from './assemble-stream'
import { bytesAt, headOf } from './byte-source'
import type { ByteSource, EcgStream } from './ecg-stream'

const MAX_HEADER_BYTES = 256 * 513

/** EDF, EDF+ and BDF, whole records at a time. A lead that is a constant stays: only the end would tell. */
export async function openEdfStream(source: ByteSource, blockBytes: number): Promise<EcgStream> {
  const header = readHeader(edf.id, await headOf(edf.id, source, MAX_HEADER_BYTES), source.sizeBytes)
  const { sampleRateHz, samplesPerRecord, signals, warnings } = leadSignalsOf(edf.id, header)
  const begin = (): ReadChannels => {
    let beforeS: number | null = null
    return async (first, count) => {
      const [firstRecord, recordCount] = [first / samplesPerRecord, count / samplesPerRecord]
      const offset = header.headerBytes + firstRecord * header.recordBytes
      const records = await bytesAt(edf.id, source, offset, recordCount * header.recordBytes)
      const piece = { ...header, headerBytes: 0, recordCount }
      beforeS = checkContinuous(edf.id, records, piece, beforeS)
      return signals.map((signal) => ({
        name: signal.lead,
        samplesUv: microvoltsOf(decodeSignal(records, piece, signal), signal.stepUv, signal.offsetUv),
        stepUv: Math.abs(signal.stepUv),
      }))
    }
  }
  return assembleStream({
    format: edf.id,
    sampleRateHz,
    sampleCount: header.recordCount * samplesPerRecord,
    blockSamples: Math.max(1, Math.floor(blockBytes / header.recordBytes)) * samplesPerRecord,
    begin,
    recordedAt: readRecordedAt(header),
    patient: readPatient(header),
    device: { ...NO_DEVICE, model: joinText([readEquipment(header)]) },
    warnings: [...header.warnings, ...warnings],
  })
}
