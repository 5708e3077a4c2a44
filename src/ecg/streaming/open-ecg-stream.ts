import { EcgFormatError } from '../errors'
import { isArchive } from '../formats/archive'
import { dicom } from '../formats/dicom'
import { edf } from '../formats/edf'
import { ishne } from '../formats/ishne'
import { wfdb } from '../formats/wfdb'
import { archiveSources } from './archive-sources'
import { headOf } from './byte-source'
import { openDicomStream } from './dicom-stream'
import type { ByteSource, EcgStream } from './ecg-stream'
import { openEdfStream } from './edf-stream'
import { openIshneStream } from './ishne-stream'
import { openWfdbStream } from './wfdb-stream'

export const SNIFFED_BYTES = 4096
const BLOCK_BYTES = 1024 * 1024

/**
 * A recording of any length, from one file, all the files of one WFDB record, or an archive of either that is not
 * compressed: EDF, BDF, ISHNE, DICOM and WFDB, the formats that days of ECG come in. A block comes from about `blockBytes` of each file. Throws `EcgFormatError`, and what the source throws.
 */
export async function openEcgStream(sources: readonly ByteSource[], blockBytes = BLOCK_BYTES): Promise<EcgStream> {
  try {
    const parts = await partsOf(sources)
    const heads = await Promise.all(parts.map((source) => headOf('unknown', source, SNIFFED_BYTES)))
    return await openKnown(parts, heads, blockBytes)
  } catch (error) {
    if (error instanceof RangeError) {
      throw new EcgFormatError('unknown', 'reader_failed', 'the reader could not cope with this file')
    }
    throw error
  }
}

/** Whether a file that begins like this may be one of them: only such a file may be larger than 20 MiB. */
export function isReadInPieces(head: Uint8Array): boolean {
  return [edf, ishne, dicom].some(({ sniff }) => sniff(head)) || isArchive(head)
}

async function partsOf(sources: readonly ByteSource[]): Promise<readonly ByteSource[]> {
  const [only, ...others] = sources
  if (!only || others.length > 0) return sources
  return isArchive(await headOf('unknown', only, SNIFFED_BYTES)) ? archiveSources(only) : sources
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
