/** What the formats of plain samples share: units, JSON, and the naming of what a file does not say. */
import { DESCRIPTION_PARTS, type DescriptionPart, EcgFormatError, type NeededDescription } from '../errors'

const UV_PER_UNIT: Readonly<Record<string, number>> = {
  nv: 0.001,
  uv: 1,
  µv: 1,
  μv: 1,
  microvolt: 1,
  microvolts: 1,
  mv: 1000,
  millivolt: 1000,
  millivolts: 1000,
  v: 1_000_000,
}

type JsonObject = Readonly<Record<string, unknown>>

/** Microvolts of one `mV`, `µV` …; null for what is no unit of voltage. */
export function uvPerUnit(unit: unknown): number | null {
  return typeof unit === 'string' ? (UV_PER_UNIT[unit.trim().toLowerCase()] ?? null) : null
}

/** Microvolts of one count, as a person says it: a unit, or a multiple of one (`4.88 uV`). */
export function uvPerCount(text: string | undefined): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)?\s*([^\d\s]+)\s*$/.exec(text ?? '')
  const unitUv = uvPerUnit(match?.[2])
  const multiple = Number((match?.[1] ?? '1').replace(',', '.'))
  return unitUv !== null && multiple > 0 ? unitUv * multiple : null
}

type Preview = Omit<NeededDescription, 'missing'>

/** A refusal that says exactly what is missing; nothing is guessed. Null where nothing is. */
export function needsDescription(
  formatId: string,
  isMissing: Readonly<Record<DescriptionPart, boolean>>,
  preview: Preview = { columnNames: [], rowCount: 0, firstRows: [] },
): EcgFormatError | null {
  const missing = DESCRIPTION_PARTS.filter((part) => isMissing[part])
  if (missing.length === 0) return null
  const reason = `the file does not say ${missing.map((part) => WORDS[part]).join(' or ')}`
  return new EcgFormatError(formatId, 'needs_description', reason, undefined, { ...preview, missing })
}

const WORDS: Readonly<Record<DescriptionPart, string>> = {
  columns: 'which column is which lead',
  rate: 'the sampling rate',
  unit: 'the unit of the voltages',
}

/** The text of a file that begins as an object of JSON does; null for any other. */
export function startOfJson(bytes: Uint8Array): string | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 16_384)).trimStart()
  return start.startsWith('{') ? start : null
}

/** A parsed file needs many times its own size of memory. */
const LARGEST_JSON_BYTES = 8 * 1024 * 1024
const DEEPEST_JSON = 64

export function parseJson(formatId: string, bytes: Uint8Array): JsonObject {
  if (bytes.length > LARGEST_JSON_BYTES) {
    throw new EcgFormatError(formatId, 'unsupported', 'the recording is longer or wider than can be read whole')
  }
  if (isNestedTooDeeply(bytes)) throw new EcgFormatError(formatId, 'malformed', 'the file is nested too deeply')
  const text = new TextDecoder().decode(bytes).trim()
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    if (!text.endsWith('}')) throw new EcgFormatError(formatId, 'truncated', 'the file ends before its contents do')
  }
  throw new EcgFormatError(formatId, 'malformed', 'the file is not well-formed JSON')
}

/** Brackets in texts count too: no recording has that many. */
function isNestedTooDeeply(bytes: Uint8Array): boolean {
  let depth = 0
  for (let index = 0; index < bytes.length && depth <= DEEPEST_JSON; index++) {
    const byte = bytes[index]
    if (byte === 0x5b || byte === 0x7b) depth += 1
    else if (byte === 0x5d || byte === 0x7d) depth -= 1
  }
  return depth > DEEPEST_JSON
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; nothing for what is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
