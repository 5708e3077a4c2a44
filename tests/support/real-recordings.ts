/** The recordings beside the project (`ECG_DATA_DIR`, else `../shared/ecg`), each with the files that belong to it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { NamedFile } from '@/ecg/formats/wfdb'
import { parseHeader } from '@/ecg/formats/wfdb/header'

const RECORDINGS_DIR = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')

/** Folders of pictures of paper, ground truths and lists. */
const NOT_RECORDINGS = /^(paper|image)\/|(^|\/)(README(\.md)?|LICENSE\.txt|ANNOTATORS|MANIFEST\.tsv|\w+_README\.txt)$/
/** Of a WFDB record only the header counts. */
const PART_OF_RECORD = /^wfdb\/.*(?<!\.hea)$/

/** Paths below the folder, a recording each; none where the folder is absent. */
export function recordingPaths(): readonly string[] {
  if (!existsSync(RECORDINGS_DIR)) return []
  const paths = readdirSync(RECORDINGS_DIR, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(RECORDINGS_DIR.length + 1))
    .filter((path) => !NOT_RECORDINGS.test(path) && !PART_OF_RECORD.test(path))
    .sort()
  const segments = new Set(paths.filter((path) => path.endsWith('.hea')).flatMap(segmentPaths))
  return paths.filter((path) => !segments.has(path))
}

/** The file, and for the header of a WFDB record those that it names, where they are there. */
export function recordingFiles(path: string): readonly NamedFile[] {
  const own = { name: basename(path), bytes: bytesOf(path) }
  if (!path.endsWith('.hea')) return [own]
  const inner = segmentPaths(path).flatMap(recordingFiles)
  const names = new Set(parseHeader('wfdb', own.bytes).signals.map(({ fileName }) => fileName))
  const signals = [...names]
    .map((name) => join(dirname(path), name))
    .filter((part) => existsSync(join(RECORDINGS_DIR, part)))
  return [own, ...inner, ...signals.map((part) => ({ name: basename(part), bytes: bytesOf(part) }))]
}

export function hasRecordings(...paths: readonly string[]): boolean {
  return paths.every((path) => existsSync(join(RECORDINGS_DIR, path)))
}

function segmentPaths(path: string): readonly string[] {
  const { segments } = parseHeader('wfdb', bytesOf(path))
  return (segments ?? []).map(({ name }) => join(dirname(path), `${name}.hea`))
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(RECORDINGS_DIR, path)))
}
