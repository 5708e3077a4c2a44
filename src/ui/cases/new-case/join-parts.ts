/** Files of one recording that were chosen or dropped together become one upload. */
import type { NamedFile } from '@/ecg/formats/wfdb'
import { recordsAmong } from '@/ecg/formats/wfdb/records'
import { storedArchive } from './stored-archive'

const MAX_HEADER_BYTES = 1_000_000

/** A WFDB header and the files that it names as one archive; all other files as they are. */
export async function joinParts(files: readonly File[]): Promise<readonly File[]> {
  const headerFiles = files.filter(({ name, size }) => /\.hea$/i.test(name) && size <= MAX_HEADER_BYTES)
  if (files.length < 2 || headerFiles.length === 0) return files
  const records = recordsAmong(
    files.map(({ name }) => name),
    await Promise.all(headerFiles.map(contentsOf)),
  )
  const joined = new Set(records.flatMap(({ parts }) => parts))
  const archives = await Promise.all(
    records.map(({ name, parts }) =>
      storedArchive(
        `${name}.zip`,
        files.filter((file) => parts.includes(file.name)),
      ),
    ),
  )
  return [...archives, ...files.filter(({ name }) => !joined.has(name))]
}

async function contentsOf(file: File): Promise<NamedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
