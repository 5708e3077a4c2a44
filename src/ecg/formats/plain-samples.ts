/** What the formats of plain samples share: units, JSON, and the naming of what a file does not say. */
import { EcgFormatError } from '../errors'

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

/** A refusal that says exactly what is missing; nothing is guessed. */
export function notSaid(formatId: string, missing: readonly string[]): EcgFormatError {
  return new EcgFormatError(formatId, 'unsupported', `the file does not say ${missing.join(' or ')}`)
}

/** The text of a file that begins as an object of JSON does; null for any other. */
export function startOfJson(bytes: Uint8Array): string | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 16_384)).trimStart()
  return start.startsWith('{') ? start : null
}

export function parseJson(formatId: string, bytes: Uint8Array): JsonObject {
  const text = new TextDecoder().decode(bytes).trim()
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    if (!text.endsWith('}')) throw new EcgFormatError(formatId, 'truncated', 'the file ends before its contents do')
  }
  throw new EcgFormatError(formatId, 'malformed', 'the file is not well-formed JSON')
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; nothing for what is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
