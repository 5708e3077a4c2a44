import { EcgFormatError } from '../errors'
import { dicom } from '../formats/dicom'
import { edf } from '../formats/edf'
import { ishne } from '../formats/ishne'
import { wfdb } from '../formats/wfdb'
import { headOf } from './byte-source'
import { openDicomStream } from './dicom-stream'
import type { ByteSource, EcgStream } from './ecg-stream'
import { openEdfStream } from './edf-stream'
import { openIshneStream } from './ishne-stream'
import { openWfdbStream } from './wfdb-stream'

const SNIFFED_BYTES = 4096
const BLOCK_BYTES = 1024 * 1024

/**
 * A recording of any length, from one file or all the files of one WFDB record: EDF, BDF, ISHNE, DICOM and WFDB,
 * the formats that days of ECG come in. A block comes from about `blockBytes` of each file. Throws `EcgFormatError`, and what the source throws.
 */
export async function openEcgStream(sources: readonly ByteSource[], blockBytes = BLOCK_BYTES): Promise<EcgStream> {
  const heads = await Promise.all(sources.map((source) => headOf('unknown', source, SNIFFED_BYTES)))
  try {
    return await openKnown(sources, heads, blockBytes)
  } catch (error) {
    if (error instanceof RangeError) {
      throw new EcgFormatError('unknown', 'reader_failed', 'the reader could not cope with this file')
    }
    throw error
  }
}

function openKnown(
  sources: readonly ByteSource[],
  heads: readonly Uint8Array[],
  blockBytes: number,
): Promise<EcgStream> {
  const headerPlace = heads.findIndex((head) => wfdb.sniff(head))
  const [source] = sources
  const [head] = heads
  const header = sources[headerPlace]
  if (header) return openWfdbStream(header, sources, blockBytes)
  if (!source || !head || sources.length > 1) throw notRead('the files do not belong to one recording')
  if (edf.sniff(head)) return openEdfStream(source, blockBytes)
  if (ishne.sniff(head)) return openIshneStream(source, blockBytes)
  if (dicom.sniff(head)) return openDicomStream(source, blockBytes)
  throw notRead('files of this kind are not read in pieces')
}

function notRead(reason: string): EcgFormatError {
  return new EcgFormatError('unknown', 'unsupported', reason)
}
