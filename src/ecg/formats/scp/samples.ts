/**
 * Rhythm samples of SCP-ECG (EN 1064, sections 3 to 6 and annex C).
 *
 * Stored samples are counts of `stepNv` nanovolts, plain, or as first or second differences,
 * Huffman-coded where section 2 exists and 16-bit little-endian where not. With reference-beat
 * subtraction the beat of section 5 is added back at every place of section 4. With bimodal
 * compression the samples between the protected zones of section 4 are stored at a fraction of
 * the rate and are interpolated here: those parts are an approximation, said in a warning.
 *
 * Not supported: section 12 (long-term ECG of version 3).
 */
import { checkSize } from '../../assemble-recording'
import type { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'
import { decodeHuffman, type HuffmanTables, readHuffmanTables } from './huffman'
import { expandBimodal, storedCountOf, withReferenceBeats } from './reference-beat'
import { openSection, type ScpRecord } from './sections'

const MICROSECONDS_PER_SECOND = 1_000_000
const LONG_TERM_SECTION = 12
const HIGHEST_COUNT = 0x1ffff
const SPARE_BYTES = 2
const LEAST_SHARE_OF_SAMPLES = 0.99

export type ScpLead = {
  readonly leadNumber: number
  readonly firstSample: number
  readonly counts: Int32Array | Float64Array
}

export type ScpRhythm = {
  readonly sampleRateHz: number
  readonly stepUv: number
  readonly leads: readonly ScpLead[]
}

export type LeadSpan = { readonly leadNumber: number; readonly firstSample: number; readonly lastSample: number }

export type SampleBlock = {
  readonly stepNv: number
  readonly intervalUs: number
  readonly isBimodal: boolean
  readonly leads: readonly Int32Array[]
}

export function readRhythm(record: ScpRecord): ScpRhythm {
  const { spans, isBeatSubtracted } = readLeadSpans(record)
  const rhythmReader = openSection(record, 6)
  if (!rhythmReader && record.sections.has(LONG_TERM_SECTION)) {
    throw new EcgFormatError(
      'scp-ecg',
      'unsupported',
      'the samples are those of a long-term ECG, which is not read here',
    )
  }
  if (!rhythmReader) throw new EcgFormatError('scp-ecg', 'no_waveform', 'the file has no rhythm section')
  const huffmanReader = openSection(record, 2)
  const tables = huffmanReader ? readHuffmanTables(huffmanReader) : null
  const header = readBlockHeader(rhythmReader)
  const isBimodal = header.isBimodal && record.protocolVersion < 30
  const needsReference = isBimodal || isBeatSubtracted
  const reference = needsReference ? readReferenceBlock(record, spans.length, tables) : null
  const intervalUs = isBimodal && reference ? reference.intervalUs : header.intervalUs
  const sampleRateHz = MICROSECONDS_PER_SECOND / intervalUs
  const counts = spans.map((span) => span.lastSample - span.firstSample + 1)
  checkSize('scp-ecg', spans.length, Math.max(...counts), sampleRateHz)

  const rate = isBimodal ? Math.round(header.intervalUs / intervalUs) : 1
  const bimodal = { record, spans, rate }
  const stored = readLeads(
    record,
    rhythmReader,
    tables,
    header.encoding,
    spans.map((span, index) => (isBimodal ? storedCountOf(bimodal, span) : (counts[index] ?? 0))),
  )
  const expanded = isBimodal ? expandBimodal(bimodal, stored) : stored
  if (isBeatSubtracted && !reference) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'the reference beat is missing')
  }
  const full =
    isBeatSubtracted && reference ? withReferenceBeats(record, spans, expanded, reference, header.stepNv) : expanded
  return {
    sampleRateHz,
    stepUv: header.stepNv / 1000,
    leads: spans.map(({ leadNumber, firstSample }, index) => ({
      leadNumber,
      firstSample,
      counts: full[index] ?? new Int32Array(0),
    })),
  }
}

function readLeadSpans(record: ScpRecord): { spans: readonly LeadSpan[]; isBeatSubtracted: boolean } {
  const reader = openSection(record, 3)
  if (!reader) throw new EcgFormatError('scp-ecg', 'no_waveform', 'the file does not say which leads it holds')
  const leadCount = reader.u8()
  const flags = reader.u8()
  const spans = Array.from({ length: leadCount }, () => {
    const firstSample = reader.u32()
    const lastSample = reader.u32()
    return { firstSample, lastSample, leadNumber: reader.u8() }
  })
  const fromOne = spans.map(countedFromOne)
  if (fromOne.some((span) => span.lastSample < span.firstSample)) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'a lead ends before it begins')
  }
  return { spans: fromOne, isBeatSubtracted: (flags & 1) !== 0 }
}

/** Some devices write 0…n where the standard has 1…n. */
function countedFromOne(span: LeadSpan): LeadSpan {
  return span.firstSample === 0 ? { ...span, firstSample: 1 } : span
}

type BlockHeader = {
  readonly stepNv: number
  readonly intervalUs: number
  readonly encoding: number
  readonly isBimodal: boolean
}

function readBlockHeader(reader: ByteReader): BlockHeader {
  const stepNv = reader.u16()
  const intervalUs = reader.u16()
  const encoding = reader.u8()
  const isBimodal = reader.u8() !== 0
  if (stepNv === 0 || intervalUs === 0) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'the voltage step or the sampling rate is zero')
  }
  if (encoding > 2) throw new EcgFormatError('scp-ecg', 'malformed', 'the samples are encoded in an unknown way')
  return { stepNv, intervalUs, encoding, isBimodal }
}

function readReferenceBlock(record: ScpRecord, leadCount: number, tables: HuffmanTables | null): SampleBlock | null {
  const reader = openSection(record, 5)
  if (!reader) return null
  const header = readBlockHeader(reader)
  const lengthMs = openSection(record, 4)?.u16() ?? 0
  const sampleCount = Math.floor((lengthMs * 1000) / header.intervalUs)
  if (sampleCount === 0) return { ...header, leads: [] }
  const wanted = Array.from({ length: leadCount }, () => sampleCount)
  return { ...header, leads: readLeads(record, reader, tables, header.encoding, wanted) }
}

function readLeads(
  record: ScpRecord,
  reader: ByteReader,
  tables: HuffmanTables | null,
  encoding: number,
  sampleCounts: readonly number[],
): Int32Array[] {
  const lengthsBytes = sampleCounts.map(() => reader.u16())
  return lengthsBytes.map((lengthBytes, index) => {
    const sampleCount = sampleCounts[index] ?? 0
    const bytes = reader.take(lengthBytes)
    const counts = tables ? decodeLead(record, tables, bytes, sampleCount) : plainCounts(bytes, sampleCount)
    return integrate(counts, encoding)
  })
}

/** A few samples short is how some devices write; much short, or much left over, is damage. */
function decodeLead(record: ScpRecord, tables: HuffmanTables, bytes: Uint8Array, sampleCount: number): Int32Array {
  const { values, unusedBytes } = decodeHuffman(tables, bytes, sampleCount)
  if (values.length < sampleCount * LEAST_SHARE_OF_SAMPLES) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'a lead has fewer samples than it announces')
  }
  const isCrcWrong = [5, 6].some((id) => record.sections.get(id)?.isCrcRight === false)
  if (isCrcWrong && (unusedBytes > SPARE_BYTES || values.length < sampleCount)) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'the compressed samples are damaged')
  }
  if (values.length < sampleCount) record.warnings.push('A lead has fewer samples than it announces.')
  return values
}

function plainCounts(bytes: Uint8Array, sampleCount: number): Int32Array {
  if (bytes.length < sampleCount * 2) {
    throw new EcgFormatError('scp-ecg', 'malformed', 'a lead has fewer samples than it announces')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Int32Array(sampleCount)
  for (let index = 0; index < sampleCount; index++) counts[index] = view.getInt16(index * 2, true)
  return counts
}

/** Differences back to counts, in place. A count beyond 17 bits means that the stream went wrong. */
function integrate(counts: Int32Array, encoding: number): Int32Array {
  let previous = 0
  let beforePrevious = 0
  for (let index = 0; index < counts.length; index++) {
    const stored = counts[index] ?? 0
    const isPlain = encoding === 0 || index < encoding
    const predicted = encoding === 1 ? previous : 2 * previous - beforePrevious
    const count = isPlain ? stored : stored + predicted
    if (count > HIGHEST_COUNT || count < -HIGHEST_COUNT) {
      throw new EcgFormatError('scp-ecg', 'malformed', 'the samples run out of range')
    }
    counts[index] = count
    beforePrevious = previous
    previous = count
  }
  return counts
}
