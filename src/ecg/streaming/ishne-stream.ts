import { NO_DEVICE } from '../assemble-recording'
import { countSamples, ishne, readChannels, readHeader } from '../formats/ishne'
import { assembleStream } from './assemble-stream'
import { bytesAt, headOf } from './byte-source'
import type { ByteSource, EcgStream } from './ecg-stream'

const HEADER_BYTES = 522

/** ISHNE Holter recordings. The checksum of the header is left to the reading of the whole. */
export async function openIshneStream(source: ByteSource, blockBytes: number): Promise<EcgStream> {
  const header = readHeader(await headOf(ishne.id, source, HEADER_BYTES), source.sizeBytes)
  const warnings: string[] = []
  const sampleCount = countSamples(header, source.sizeBytes - header.dataOffset, warnings)
  const instantBytes = 2 * header.leads.length
  return assembleStream({
    format: ishne.id,
    sampleRateHz: header.sampleRateHz,
    sampleCount,
    blockSamples: Math.max(1, Math.floor(blockBytes / instantBytes)),
    begin: () => async (first, count) => {
      const offset = header.dataOffset + first * instantBytes
      return readChannels(await bytesAt(ishne.id, source, offset, count * instantBytes), header, count)
    },
    recordedAt: header.recordedAt,
    patient: header.patient,
    device: { ...NO_DEVICE, model: header.recorder },
    warnings,
  })
}
