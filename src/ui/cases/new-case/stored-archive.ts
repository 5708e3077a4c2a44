/**
 * A ZIP archive (APPNOTE 6.3) whose entries lie in it as they are, made of the very files: nothing is held in memory,
 * and who reads it finds each file as it was. Below 4 GiB, without folders and without times, so that the same files
 * make the same archive whenever they are packed.
 */
import { crc32 } from '@/ecg/formats/crc32'

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_RECORD = 0x06054b50
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800
/** 1 January 1980. */
const NO_DATE = 0x21
const PIECE_BYTES = 4 * 1024 * 1024

export async function storedArchive(name: string, files: readonly File[]): Promise<File> {
  const parts: BlobPart[] = []
  const list: BlobPart[] = []
  let offset = 0
  let listBytes = 0
  for (const file of files) {
    const fileName = new TextEncoder().encode(file.name)
    const facts = [VERSION, FLAGS, 0, 0, NO_DATE]
    const sizes = [await crc32OfFile(file), file.size, file.size]
    const local = record([LOCAL_HEADER], facts, sizes, [fileName.length, 0])
    const central = record([CENTRAL_HEADER], [VERSION, ...facts], sizes, [fileName.length, 0, 0, 0, 0], [0, offset])
    parts.push(local, fileName, file)
    list.push(central, fileName)
    offset += local.length + fileName.length + file.size
    listBytes += central.length + fileName.length
  }
  const end = record([END_RECORD], [0, 0, files.length, files.length], [listBytes, offset], [0])
  return new File([...parts, ...list, end], name, { type: 'application/zip' })
}

/** Groups of numbers of four and of two bytes in turn, little endian. */
function record(...groups: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const widthOf = (group: number) => (group % 2 === 0 ? 4 : 2)
  const bytes = new Uint8Array(groups.reduce((sum, group, at) => sum + group.length * widthOf(at), 0))
  const view = new DataView(bytes.buffer)
  let offset = 0
  groups.forEach((group, at) => {
    for (const value of group) {
      if (widthOf(at) === 4) view.setUint32(offset, value, true)
      else view.setUint16(offset, value, true)
      offset += widthOf(at)
    }
  })
  return bytes
}

async function crc32OfFile(file: Blob): Promise<number> {
  let crc = 0
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    crc = crc32(new Uint8Array(await file.slice(offset, offset + PIECE_BYTES).arrayBuffer()), crc)
  }
  return crc
}
