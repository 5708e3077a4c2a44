/**
 * Recordings that people have marked, wherever they lie below a folder: a WFDB header with annotations beside it.
 *
 * `ludb` has a file of P, QRS and T for each of the twelve leads, `mit-bih` one of beats. An excerpt of a record that
 * is there as a whole (`100s` of `100`) is left out, so that no beat counts twice.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readAnnotations, type WfdbAnnotation } from '@/ecg/formats/wfdb/annotations'
import type { EcgRecording } from '@/ecg/types'
import { readRecording } from '../read-recording'

export type ReferenceRecord = {
  readonly name: string
  readonly read: () => EcgRecording
  /** One for each marked lead. */
  readonly annotations: () => readonly (readonly WfdbAnnotation[])[]
}

export type ReferenceDatabases = {
  readonly ludb: readonly ReferenceRecord[]
  readonly mitBih: readonly ReferenceRecord[]
}

const LUDB_LEADS = ['i', 'ii', 'iii', 'avr', 'avl', 'avf', 'v1', 'v2', 'v3', 'v4', 'v5', 'v6'] as const

export function findReferences(folder: string): ReferenceDatabases {
  const headers = headersBelow(folder)
  const having = (extensions: readonly string[]) =>
    headers
      .filter((base) => extensions.every((extension) => existsSync(`${base}.${extension}`)))
      .filter((base) => !isExcerpt(base, headers))
      .map((base) => recordOf(base, extensions))
  return { ludb: having(LUDB_LEADS), mitBih: having(['atr', 'dat']) }
}

/** Paths without their extension, by number and name. */
function headersBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hea'))
    .map((entry) => join(entry.parentPath, entry.name.slice(0, -'.hea'.length)))
    .sort((one, other) => Number(basename(one)) - Number(basename(other)) || one.localeCompare(other))
}

function isExcerpt(base: string, headers: readonly string[]): boolean {
  const whole = join(dirname(base), basename(base).replace(/(?<=\d)s$/, ''))
  return whole !== base && headers.includes(whole) && existsSync(`${whole}.atr`)
}

function recordOf(base: string, extensions: readonly string[]): ReferenceRecord {
  const marked = extensions.filter((extension) => extension !== 'dat')
  return {
    name: basename(base),
    read: () => readRecording(`${base}.hea`),
    annotations: () => marked.map((extension) => readAnnotations(new Uint8Array(readFileSync(`${base}.${extension}`)))),
  }
}
