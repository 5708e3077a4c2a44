/**
 * The files in an archive as sources of bytes, without unpacking it: their contents lie in it as they are. That is how
 * a header and its signal file travel together. A compressed archive would have to be unpacked whole: it is refused.
 */
import { EcgFormatError } from '../errors'
import {
  archiveEntries,
  contentsOffset,
  type Entry,
  IS_ENCRYPTED,
  LOCAL_HEADER_BYTES,
  STORED,
} from '../formats/archive'
import { bytesAt } from './byte-source'
import type { ByteSource } from './ecg-stream'

const ID = 'zip'
/** The list of 64 files and the longest comment. */
const TAIL_BYTES = 128 * 1024

export async function archiveSources(archive: ByteSource): Promise<readonly ByteSource[]> {
  const tailBytes = Math.min(TAIL_BYTES, archive.sizeBytes)
  const tailOffset = archive.sizeBytes - tailBytes
  const entries = archiveEntries(await bytesAt(ID, archive, tailOffset, tailBytes), tailOffset)
  return Promise.all(entries.map((entry) => sourceOf(archive, entry)))
}

async function sourceOf(archive: ByteSource, entry: Entry): Promise<ByteSource> {
  if (entry.flags & IS_ENCRYPTED || entry.method !== STORED) {
    throw new EcgFormatError(ID, 'unsupported', 'a large archive is read only when nothing in it is compressed')
  }
  const start = contentsOffset(await bytesAt(ID, archive, entry.headerOffset, LOCAL_HEADER_BYTES), entry)
  if (start + entry.unpackedBytes > archive.sizeBytes) {
    throw new EcgFormatError(ID, 'truncated', 'the archive ends before its contents do')
  }
  return {
    name: entry.name,
    sizeBytes: entry.unpackedBytes,
    read: (offset, lengthBytes) => archive.read(start + offset, lengthBytes),
  }
}
