/** Files of one recording that were chosen or dropped together become one upload. */
import type { NamedFile } from '@/ecg/formats/wfdb'
import { recordsAmong, type WfdbRecord } from '@/ecg/formats/wfdb/records'

const MAX_HEADER_BYTES = 1_000_000
/** Stored as they are up to here; what is larger is compressed, so that it passes the limit of an upload. */
const MAX_STORED_BYTES = 16 * 1024 * 1024
/** The same files make the same archive whenever they are packed. */
const NO_TIME = new Date(1980, 0, 1)

/** A WFDB header and the files that it names as one archive; all other files as they are. */
export async function joinParts(files: readonly File[]): Promise<readonly File[]> {
  const headerFiles = files.filter(({ name, size }) => /\.hea$/i.test(name) && size <= MAX_HEADER_BYTES)
  if (files.length < 2 || headerFiles.length === 0) return files
  const records = recordsAmong(
    files.map(({ name }) => name),
    await Promise.all(headerFiles.map(contentsOf)),
  )
  const joined = new Set(records.flatMap(({ parts }) => parts))
  const archives = await Promise.all(records.map((record) => pack(record, files)))
  return [...archives, ...files.filter(({ name }) => !joined.has(name))]
}

async function pack({ name, parts }: WfdbRecord, files: readonly File[]): Promise<File> {
  const { zipSync } = await import('fflate')
  const chosen = files.filter((file) => parts.includes(file.name))
  const contents = await Promise.all(chosen.map(contentsOf))
  const totalBytes = chosen.reduce((sum, { size }) => sum + size, 0)
  const archive = zipSync(Object.fromEntries(contents.map((file) => [file.name, file.bytes])), {
    level: totalBytes > MAX_STORED_BYTES ? 6 : 0,
    mtime: NO_TIME,
  })
  return new File([archive], `${name}.zip`, { type: 'application/zip' })
}

async function contentsOf(file: File): Promise<NamedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
