/** The recording in a file on disk, with the other files of it that a WFDB header names and that lie beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type NamedFile, wfdb } from '@/ecg/formats/wfdb'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import type { EcgReading, EcgRecording, SignalDescription } from '@/ecg/types'
import { CommandProblem } from './command-problem'

/** Throws `EcgFormatError`, or `CommandProblem` where the file cannot be opened or is a picture. */
export function readRecording(path: string, description?: SignalDescription): EcgRecording {
  const reading = readPath(path, description)
  if (reading.kind === 'waveform') return reading.recording
  throw new CommandProblem({ code: 'picture', format: reading.format, message: 'this is a picture, not a recording' })
}

/** As `readRecording`; a picture is a reading too. */
export function readPath(path: string, description?: SignalDescription): EcgReading {
  return readEcgFiles(filesOf(path), description)
}

function filesOf(path: string): readonly NamedFile[] {
  const file = open(path)
  return wfdb.sniff(file.bytes) ? withParts(file, dirname(path)) : [file]
}

/** The files of the folder that the header names: signal files, and the headers of segments with theirs. */
function withParts(header: NamedFile, folder: string): readonly NamedFile[] {
  const present = new Set(readdirSync(folder))
  const found = new Map([[header.name, header]])
  const add = (name: string) => {
    if (!present.has(name) || found.has(name)) return
    const file = open(join(folder, name))
    found.set(name, file)
    if (wfdb.sniff(file.bytes)) for (const named of namedIn(file)) add(named)
  }
  for (const named of namedIn(header)) add(named)
  return [...found.values()]
}

function namedIn({ bytes }: NamedFile): readonly string[] {
  const words = new TextDecoder('latin1').decode(bytes).match(/^[^#\s]\S*/gm) ?? []
  return words.slice(1).flatMap((word) => [word, `${word}.hea`])
}

function open(path: string): NamedFile {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
  } catch {
    throw new CommandProblem({ code: 'unreadable_path', format: null, message: 'the file cannot be opened' })
  }
}
