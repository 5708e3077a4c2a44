/**
 * SCP-ECG (EN 1064, ISO 11073-91064), protocol versions 1.0 to 3.0.
 *
 * Read: sections 1 (who, when, device), 2 (Huffman), 3 (leads), 4 and 5 (reference beat),
 * 6 (rhythm), 7 and 10 (measurements), 8 (statements). Wrong checksums are warnings while the
 * structure holds. Times in milliseconds, voltages in microvolts (the file has nanovolts a count).
 * Not supported: section 12, manufacturer sections, files whose section positions are not the standard's.
 */
import { assembleRecording, microvoltsOf } from '../assemble-recording'
import { asciiAt } from '../bytes'
import { leadOfScpNumber } from '../leads'
import type { EcgFormat, EcgReading } from '../types'
import { readHeader, readReported } from './scp/header'
import { readRhythm } from './scp/samples'
import { readSections } from './scp/sections'
import { joinStretches } from './timeline'

const SIGNATURE_OFFSET = 16

export const scpEcg: EcgFormat = { id: 'scp-ecg', label: 'SCP-ECG', sniff, read }

/** The signature of later versions, or the shape of a first section without it. */
function sniff(bytes: Uint8Array): boolean {
  if (bytes.length < 32) return false
  if (asciiAt(bytes, SIGNATURE_OFFSET, 6) === 'SCPECG') return true
  const [idLow, idHigh, lengthLow, lengthHigh] = bytes.subarray(8, 12)
  const pointedLength = bytes.subarray(24, 26)
  const version = bytes[14] ?? 0
  return (
    idLow === 0 &&
    idHigh === 0 &&
    version >= 10 &&
    version <= 30 &&
    bytes[15] === version &&
    lengthLow === pointedLength[0] &&
    lengthHigh === pointedLength[1]
  )
}

function read(bytes: Uint8Array): EcgReading {
  const record = readSections(bytes)
  const rhythm = readRhythm(record)
  const { stepUv, sampleRateHz } = rhythm
  const stretches = rhythm.leads.map(({ leadNumber, firstSample, counts }) => ({
    name: leadOfScpNumber(leadNumber),
    startIndex: firstSample,
    samplesUv: microvoltsOf(counts, stepUv),
    stepUv,
  }))
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: scpEcg.id,
      sampleRateHz,
      channels: joinStretches(scpEcg.id, stretches, sampleRateHz, record.warnings),
      ...readHeader(record),
      reported: readReported(record),
      warnings: record.warnings,
    }),
  }
}
