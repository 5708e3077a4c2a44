/** A recording into the file or files that the extension of the wanted path asks for. */
import { writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { EcgRecording } from '@/ecg/types'
import { ECG_WRITERS } from '@/ecg/writers/index'
import type { EcgWriter, WrittenFile } from '@/ecg/writers/writer'
import { WrongUse } from './command'
import { CommandProblem } from './command-problem'

export const WRITTEN_EXTENSIONS = ECG_WRITERS.map(({ extension, label }) => `.${extension} (${label})`).join(', ')

export function writerFor(path: string): EcgWriter {
  const extension = extname(path).slice(1).toLowerCase()
  const writer = ECG_WRITERS.find((candidate) => candidate.extension === extension)
  if (!writer) throw new WrongUse(`the output must end in one of ${WRITTEN_EXTENSIONS}`)
  return writer
}

/** The paths that were written. */
export function writeRecording(recording: EcgRecording, path: string): readonly string[] {
  const name = basename(path, extname(path))
  const files = writerFor(path).write(recording, name)
  return files.map((file) => save(file, dirname(path)))
}

function save({ name, bytes }: WrittenFile, folder: string): string {
  return saveBytes(join(folder, name), bytes)
}

export function saveBytes(path: string, bytes: Uint8Array | string): string {
  try {
    writeFileSync(path, bytes)
  } catch {
    throw new CommandProblem({ code: 'unwritable_path', format: null, message: `${path} cannot be written` })
  }
  return path
}
