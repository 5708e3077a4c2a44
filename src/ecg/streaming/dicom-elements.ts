/**
 * The data elements of a DICOM file that is not in memory (PS3.5, 7): values up to a few kilobytes are fetched, the
 * waveform data only noted by their place in the file. The result is what `formats/dicom` reads from.
 */
import { EcgFormatError } from '../errors'
import { dicom } from '../formats/dicom'
import type { Dataset, Element, Encoding } from '../formats/dicom/dataset'
import { isSequenceTag, TAG } from '../formats/dicom/tags'
import { bytesAt } from './byte-source'
import type { ByteSource } from './ecg-stream'

const UNDEFINED_LENGTH = 0xffffffff
const ITEM = 0xfffee000
const ITEM_END = 0xfffee00d
const SEQUENCE_END = 0xfffee0dd
const LONG_FORM = /^(O[BDFLVW]|SQ|SV|U[CNRTV])$/
const PAGE_BYTES = 64 * 1024
const LONGEST_VALUE_BYTES = 64 * 1024
const MAX_DEPTH = 24
const MAX_ELEMENTS = 20_000

export async function readElements(source: ByteSource, offset: number, encoding: Encoding): Promise<Dataset> {
  return new ElementCursor(source, encoding, offset).dataset(source.sizeBytes, 0)
}

type Head = { readonly tag: number; readonly vr: string; readonly lengthBytes: number }

class ElementCursor {
  #page: Uint8Array = new Uint8Array(0)
  #pageOffset = 0
  #elementCount = 0

  constructor(
    readonly source: ByteSource,
    readonly encoding: Encoding,
    public offset: number,
  ) {}

  async dataset(end: number, depth: number): Promise<Dataset> {
    const elements = new Map<number, Element>()
    const values: Uint8Array[] = []
    let valueBytes = 0
    while (this.offset + 8 <= end) {
      const head = await this.#head()
      if (head.tag === ITEM_END || head.tag === SEQUENCE_END) break
      this.#count(depth)
      const element = await this.#element(head, end, depth)
      if (!element) continue
      const { value, ...rest } = element
      const place = value ? { start: valueBytes, end: valueBytes + value.length } : {}
      if (value) {
        values.push(value)
        valueBytes += value.length
      }
      if (!elements.has(head.tag)) elements.set(head.tag, { ...rest, ...place })
    }
    return { bytes: joined(values, valueBytes), isLittleEndian: this.encoding.isLittleEndian, elements }
  }

  /** Null for a value that is too long to be one of those that are read. */
  async #element(head: Head, end: number, depth: number): Promise<(Element & { value?: Uint8Array }) | null> {
    const { tag, vr, lengthBytes } = head
    const start = this.offset
    const isUndefined = lengthBytes === UNDEFINED_LENGTH
    if (!isUndefined && start + lengthBytes > this.source.sizeBytes) throw this.#problem('truncated', CUT_SHORT)
    if (vr === 'SQ' || isUndefined) {
      if (vr === 'OB' || vr === 'OW') throw this.#problem('unsupported', 'the file cannot be read in small pieces')
      const items = await this.#items(isUndefined ? end : start + lengthBytes, depth + 1)
      if (!isUndefined) this.offset = start + lengthBytes
      return { vr: 'SQ', start: 0, end: 0, items }
    }
    this.offset = start + lengthBytes
    if (tag === TAG.waveformData) return { vr, start, end: this.offset, items: [] }
    if (lengthBytes > LONGEST_VALUE_BYTES) return null
    return { vr, start: 0, end: 0, items: [], value: await this.#peek(start, lengthBytes) }
  }

  async #items(end: number, depth: number): Promise<Dataset[]> {
    const items: Dataset[] = []
    while (this.offset + 8 <= end) {
      const { tag, lengthBytes } = await this.#head()
      if (tag === SEQUENCE_END) break
      if (tag !== ITEM) throw this.#problem('malformed', 'a sequence holds no items')
      this.#count(depth)
      const itemEnd = lengthBytes === UNDEFINED_LENGTH ? end : this.offset + lengthBytes
      if (itemEnd > this.source.sizeBytes) throw this.#problem('truncated', CUT_SHORT)
      items.push(await this.dataset(itemEnd, depth))
      if (lengthBytes !== UNDEFINED_LENGTH) this.offset = itemEnd
    }
    return items
  }

  async #head(): Promise<Head> {
    const bytes = await this.#peek(this.offset, Math.min(12, this.source.sizeBytes - this.offset))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { isExplicit, isLittleEndian } = this.encoding
    const tag = ((view.getUint16(0, isLittleEndian) << 16) | view.getUint16(2, isLittleEndian)) >>> 0
    const vr = String.fromCharCode(view.getUint8(4), view.getUint8(5))
    const hasVr = isExplicit && tag >>> 16 !== 0xfffe && /^[A-Z]{2}$/.test(vr)
    const isLong = hasVr && LONG_FORM.test(vr)
    if (isLong && view.byteLength < 12) throw this.#problem('truncated', CUT_SHORT)
    this.offset += isLong ? 12 : 8
    if (!hasVr) {
      return { tag, vr: isSequenceTag(tag) ? 'SQ' : 'UN', lengthBytes: view.getUint32(4, isLittleEndian) }
    }
    const lengthBytes = isLong ? view.getUint32(8, isLittleEndian) : view.getUint16(6, isLittleEndian)
    return { tag, vr, lengthBytes }
  }

  async #peek(offset: number, lengthBytes: number): Promise<Uint8Array> {
    const isHere = offset >= this.#pageOffset && offset + lengthBytes <= this.#pageOffset + this.#page.length
    if (!isHere) {
      const pageBytes = Math.min(Math.max(PAGE_BYTES, lengthBytes), this.source.sizeBytes - offset)
      if (pageBytes < lengthBytes) throw this.#problem('truncated', CUT_SHORT)
      this.#page = await bytesAt(dicom.id, this.source, offset, pageBytes)
      this.#pageOffset = offset
    }
    const start = offset - this.#pageOffset
    return this.#page.subarray(start, start + lengthBytes)
  }

  #count(depth: number): void {
    this.#elementCount += 1
    if (this.#elementCount > MAX_ELEMENTS || depth > MAX_DEPTH) {
      throw this.#problem('malformed', 'the file is nested too deeply or has too many elements')
    }
  }

  #problem(code: 'truncated' | 'malformed' | 'unsupported', reason: string): EcgFormatError {
    return new EcgFormatError(dicom.id, code, reason, this.offset)
  }
}

const CUT_SHORT = 'the file ends before its contents do'

function joined(values: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const bytes = new Uint8Array(totalBytes)
  let offset = 0
  for (const value of values) {
    bytes.set(value, offset)
    offset += value.length
  }
  return bytes
}
