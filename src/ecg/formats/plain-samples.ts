/** What the formats of plain samples share: units, leads with holes, JSON, and the naming of what a file does not say. */
import type { Channel } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import type { LeadName } from '../types'

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

/** A lead whose missing samples are NaN. They repeat the sample before, with a warning; null for a lead of nothing else. */
export function bridged(name: LeadName, samplesUv: Float32Array, warnings: string[]): Channel | null {
  const missing = samplesUv.reduce((count, uv) => count + (Number.isNaN(uv) ? 1 : 0), 0)
  if (missing === samplesUv.length) return null
  if (missing > 0) {
    warnings.push(`Lead ${name} has ${missing} samples marked as missing; the line is drawn level there.`)
    let last = samplesUv.find((uv) => !Number.isNaN(uv)) ?? 0
    for (let index = 0; index < samplesUv.length; index++) {
      const uv = samplesUv[index] ?? Number.NaN
      if (Number.isNaN(uv)) samplesUv[index] = last
      else last = uv
    }
  }
  return { name, samplesUv }
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
