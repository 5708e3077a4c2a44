/** Which files that were chosen together are parts of one WFDB record, by what their headers name. */
import type { NamedFile } from '../wfdb'
import { isWfdbHeader, parseHeader } from './header'

export type WfdbRecord = {
  /** Of its header, without the ending. */
  readonly name: string
  /** Names of its files, the header first. */
  readonly parts: readonly string[]
}

/** Records of at least two of the files. Files of no record are not mentioned; bytes are looked at in headers only. */
export function recordsAmong(names: readonly string[], headers: readonly NamedFile[]): readonly WfdbRecord[] {
  const partsOf = new Map(
    headers.filter(({ bytes }) => isWfdbHeader(bytes)).map((header) => [header.name, partsNamedBy(header, names)]),
  )
  const inner = new Set([...partsOf.values()].flat())
  return [...partsOf.keys()]
    .filter((name) => !inner.has(name))
    .map((name) => ({ name: stemOf(name), parts: withInnerParts(name, partsOf) }))
    .filter(({ parts }) => parts.length > 1)
}

function withInnerParts(name: string, partsOf: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set([name])
  for (const part of found) for (const inner of partsOf.get(part) ?? []) found.add(inner)
  return [...found]
}

/** The annotations of a record are no part of it, but come with it. */
function partsNamedBy(header: NamedFile, names: readonly string[]): readonly string[] {
  const wanted = new Set([...namesIn(header), `${stemOf(header.name)}.atr`].map((name) => name.toLowerCase()))
  return names.filter((name) => name !== header.name && wanted.has(name.toLowerCase()))
}

function namesIn({ bytes }: NamedFile): readonly string[] {
  try {
    const { segments, signals } = parseHeader('wfdb', bytes)
    return [...(segments ?? []).map(({ name }) => `${name}.hea`), ...signals.map(({ fileName }) => fileName)]
  } catch {
    return []
  }
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}
