/**
 * The samples of a recording as compressed integers, for the way to the screen.
 *
 * Layout, little endian:
 *   0   4 bytes  `YEC2`
 *   4   u32      length of the header in bytes
 *   8            header, JSON in UTF-8: `{ sampleRateHz, sampleCount, leads }`, each lead
 *                `{ name, isDerived, uvPerCount, offsetUv, order }`
 *   …            raw deflate stream of the stored leads one after the other. Of each lead first the
 *                number of its runs and their lengths (present, missing, present, …; none for a lead
 *                that has every sample), then every present sample as a zig-zag varint (7 bits a byte,
 *                low first, top bit = more follows) of its difference of order 1 or 2 to the present
 *                samples before it, the count before the first being 0
 * voltage in microvolts = count × uvPerCount + offsetUv, kept as a 32-bit float; NaN where missing.
 * Derived limb leads are listed with `order` 0 and have no bytes: the reader computes them from I and II.
 *
 * Exact where the device stored whole counts (`stepUv`); otherwise the step is 0.5 µV, an error of
 * at most 0.25 µV. `decodeSamples` throws `EcgFormatError` for anything else than what `encodeSamples` writes.
 */
import { deflateSync, inflateSync } from 'fflate'
import { ByteReader } from './bytes'
import { EcgFormatError } from './errors'
import { deriveLead } from './leads'
import { LEAD_NAMES, type Lead, type LeadName } from './types'

const MAGIC = [0x59, 0x45, 0x43, 0x32]
const DEFAULT_STEP_UV = 0.5
const MAX_SAMPLES = 50_000_000
const LONGEST_VARINT_BYTES = 5
const FLOAT32_ROUNDING = 2 ** -23
/** Compression level: 6 costs 15 ms a recording, higher ones gain under one percent. */
const DEFLATE_LEVEL = 6

export type Samples = { readonly sampleRateHz: number; readonly leads: readonly Lead[] }

type LeadHeader = {
  readonly name: LeadName
  readonly isDerived: boolean
  readonly uvPerCount: number
  readonly offsetUv: number
  readonly order: 0 | 1 | 2
}

type Header = { readonly sampleRateHz: number; readonly sampleCount: number; readonly leads: readonly LeadHeader[] }

/** `deflate` gives a raw deflate stream; whoever has a quicker one than ours brings it. */
export function encodeSamples({ sampleRateHz, leads }: Samples, deflate = deflateHere): Uint8Array<ArrayBuffer> {
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  const packed = leads.map((lead) => packLead(lead, leads))
  const header: Header = { sampleRateHz, sampleCount, leads: packed.map(({ header: leadHeader }) => leadHeader) }
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  const body = deflate(concatenate(packed.map(({ bytes }) => bytes)))
  const whole = new Uint8Array(8 + headerBytes.length + body.length)
  whole.set(MAGIC)
  new DataView(whole.buffer).setUint32(4, headerBytes.length, true)
  whole.set(headerBytes, 8)
  whole.set(body, 8 + headerBytes.length)
  return whole
}

function deflateHere(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: DEFLATE_LEVEL })
}

export function decodeSamples(bytes: Uint8Array): Samples {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) throw malformed()
  const reader = new ByteReader('samples', bytes, MAGIC.length)
  const header = parseHeader(reader.take(reader.u32()))
  const varints = inflate(reader.take(reader.remainingBytes), header)
  const cursor = { varints, position: 0 }
  const stored = new Map<LeadName, Lead>()
  for (const lead of header.leads) {
    if (lead.order !== 0) stored.set(lead.name, unpackLead(lead, header.sampleCount, cursor))
  }
  return {
    sampleRateHz: header.sampleRateHz,
    leads: header.leads.map((lead) => stored.get(lead.name) ?? rederive(lead.name, stored)),
  }
}

function packLead(lead: Lead, all: readonly Lead[]): { readonly header: LeadHeader; readonly bytes: Uint8Array } {
  const { name, isDerived, samplesUv } = lead
  const canRederive = isDerived && ['I', 'II'].every((needed) => all.some((other) => other.name === needed))
  if (canRederive) {
    return { header: { name, isDerived, uvPerCount: 0, offsetUv: 0, order: 0 }, bytes: new Uint8Array(0) }
  }
  const runs = runsOf(samplesUv)
  const present = runs.length === 0 ? samplesUv : samplesUv.filter((uv) => !Number.isNaN(uv))
  const { uvPerCount, offsetUv, counts } = quantise(present, lead.stepUv)
  const first = differencesOf(counts, 1)
  const second = differencesOf(counts, 2)
  const order = second.length < first.length ? 2 : 1
  const bytes = concatenate([varintsOf([runs.length, ...runs]), order === 2 ? second : first])
  return { header: { name, isDerived, uvPerCount, offsetUv, order }, bytes }
}

/** Lengths of what is present and what is missing, in turn; nothing for a lead without a gap. */
function runsOf(samplesUv: Float32Array): number[] {
  if (!samplesUv.some(Number.isNaN)) return []
  const runs = [0]
  let isPresent = true
  for (const uv of samplesUv) {
    if (Number.isNaN(uv) === isPresent) {
      runs.push(0)
      isPresent = !isPresent
    }
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
  }
  return runs
}

type Quantised = { readonly uvPerCount: number; readonly offsetUv: number; readonly counts: Int32Array }

/** With the device's own step where every sample is a whole number of steps from the first. */
function quantise(samplesUv: Float32Array, stepUv: number | undefined): Quantised {
  const exact = stepUv && stepUv > 0 ? countsWith(samplesUv, stepUv) : null
  return exact?.isExact ? exact : countsWith(samplesUv, DEFAULT_STEP_UV, 0)
}

function countsWith(samplesUv: Float32Array, uvPerCount: number, offset?: number): Quantised & { isExact: boolean } {
  const firstUv = samplesUv[0] ?? 0
  const remainderUv = firstUv - Math.round(firstUv / uvPerCount) * uvPerCount
  const roundingUv = Math.max(uvPerCount * 0.001, Math.abs(firstUv) * FLOAT32_ROUNDING)
  const offsetUv = offset ?? (Math.abs(remainderUv) <= roundingUv ? 0 : remainderUv)
  const counts = new Int32Array(samplesUv.length)
  let isExact = true
  for (let index = 0; index < samplesUv.length; index++) {
    const uv = samplesUv[index] ?? 0
    const count = Math.round((uv - offsetUv) / uvPerCount)
    counts[index] = count
    if (Math.abs(count * uvPerCount + offsetUv - uv) > uvPerCount * 0.01) isExact = false
  }
  return { uvPerCount, offsetUv, counts, isExact }
}

function differencesOf(counts: Int32Array, order: 1 | 2): Uint8Array {
  const zigZags = new Uint32Array(counts.length)
  let previous = 0
  let beforePrevious = 0
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0
    const predicted = order === 1 ? previous : 2 * previous - beforePrevious
    const difference = (count - predicted) | 0
    zigZags[index] = (difference << 1) ^ (difference >> 31)
    beforePrevious = previous
    previous = count
  }
  return varintsOf(zigZags)
}

function varintsOf(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(values.length * LONGEST_VARINT_BYTES)
  let length = 0
  for (let index = 0; index < values.length; index++) {
    let rest = values[index] ?? 0
    while (rest >= 0x80) {
      bytes[length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[length++] = rest
  }
  return bytes.subarray(0, length)
}

type Cursor = { readonly varints: Uint8Array; position: number }

function unpackLead(lead: LeadHeader, sampleCount: number, cursor: Cursor): Lead {
  const samplesUv = new Float32Array(sampleCount).fill(Number.NaN)
  const differences = { cursor, lead, previous: 0, beforePrevious: 0 }
  let from = 0
  readRuns(sampleCount, cursor).forEach((length, index) => {
    if (index % 2 === 0) unpackRun(samplesUv.subarray(from, from + length), differences)
    from += length
  })
  return { name: lead.name, isDerived: lead.isDerived, samplesUv, stepUv: lead.uvPerCount }
}

function readRuns(sampleCount: number, cursor: Cursor): readonly number[] {
  const runCount = nextVarint(cursor)
  if (runCount === 0) return [sampleCount]
  if (runCount > sampleCount + 1) throw malformed()
  const runs = Array.from({ length: runCount }, () => nextVarint(cursor))
  if (runs.reduce((sum, length) => sum + length, 0) !== sampleCount) throw malformed()
  return runs
}

type Differences = { readonly cursor: Cursor; readonly lead: LeadHeader; previous: number; beforePrevious: number }

function unpackRun(target: Float32Array, differences: Differences): void {
  const { cursor, lead } = differences
  for (let index = 0; index < target.length; index++) {
    const { previous, beforePrevious } = differences
    const predicted = lead.order === 1 ? previous : 2 * previous - beforePrevious
    const zigZag = nextVarint(cursor)
    const count = (((zigZag >>> 1) ^ -(zigZag & 1)) + predicted) | 0
    target[index] = count * lead.uvPerCount + lead.offsetUv
    differences.beforePrevious = previous
    differences.previous = count
  }
}

function nextVarint(cursor: Cursor): number {
  let value = 0
  for (let shift = 0; shift < LONGEST_VARINT_BYTES * 7; shift += 7) {
    const byte = cursor.varints[cursor.position++]
    if (byte === undefined) throw malformed()
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value >>> 0
  }
  throw malformed()
}

function rederive(name: LeadName, stored: ReadonlyMap<LeadName, Lead>): Lead {
  const leadI = stored.get('I')?.samplesUv
  const leadII = stored.get('II')?.samplesUv
  const samplesUv = leadI && leadII ? deriveLead(name, leadI, leadII) : null
  if (!samplesUv) throw malformed()
  return { name, samplesUv, isDerived: true }
}

function inflate(packed: Uint8Array, header: Header): Uint8Array {
  const storedCount = header.leads.filter((lead) => lead.order !== 0).length
  const longestLeadBytes = (header.sampleCount + 1) * (LONGEST_VARINT_BYTES + 1)
  try {
    return inflateSync(packed, { out: new Uint8Array(storedCount * longestLeadBytes) })
  } catch {
    throw malformed()
  }
}

function parseHeader(bytes: Uint8Array): Header {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isHeader(header)) return header
  } catch {
    throw malformed()
  }
  throw malformed()
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false
  const { sampleRateHz, sampleCount, leads } = value as Partial<Header>
  if (typeof sampleRateHz !== 'number' || typeof sampleCount !== 'number' || !Array.isArray(leads)) return false
  const isSized = sampleRateHz > 0 && sampleCount >= 0 && sampleCount * leads.length <= MAX_SAMPLES
  return isSized && leads.every((lead) => LEAD_NAMES.includes(lead.name) && [0, 1, 2].includes(lead.order))
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

function malformed(): EcgFormatError {
  return new EcgFormatError('samples', 'malformed', 'the compressed samples are damaged')
}
