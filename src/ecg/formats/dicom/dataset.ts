/**
 * DICOM data elements (PS3.5, 7 and annex A): explicit and implicit VR, little and big endian,
 * sequences and items of defined and of undefined length. Values stay where they lie; only
 * their place is noted, so that a hostile length costs nothing.
 */
import { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'
import { isSequenceTag } from './tags'

const UNDEFINED_LENGTH = 0xffffffff
const ITEM = 0xfffee000
const ITEM_END = 0xfffee00d
const SEQUENCE_END = 0xfffee0dd
const LONG_FORM = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'])
const FRAGMENTED = new Set(['OB', 'OW'])
const ELEMENT_HEADER_BYTES = 8
const MAX_DEPTH = 24
const MAX_ELEMENTS = 300_000

export type Element = {
  readonly vr: string
  readonly start: number
  readonly end: number
  readonly items: readonly Dataset[]
}

export type Dataset = {
  readonly bytes: Uint8Array
  readonly isLittleEndian: boolean
  readonly elements: ReadonlyMap<number, Element>
}

export type Encoding = { readonly isExplicit: boolean; readonly isLittleEndian: boolean }

export function readDataset(bytes: Uint8Array, offset: number, encoding: Encoding): Dataset {
  const reader = new ByteReader('dicom', bytes, offset, bytes.length, encoding.isLittleEndian)
  return new DatasetReader(reader, encoding.isExplicit).dataset(reader.end, 0)
}

/** Group 2 alone, always explicit little endian; `end` is where the data set begins. */
export function readMeta(bytes: Uint8Array, offset: number): { readonly meta: Dataset; readonly end: number } {
  const reader = new ByteReader('dicom', bytes, offset)
  const elements = new DatasetReader(reader, true).group(2)
  return { meta: { bytes, isLittleEndian: true, elements }, end: reader.offset }
}

class DatasetReader {
  #elementCount = 0

  constructor(
    readonly reader: ByteReader,
    readonly isExplicit: boolean,
  ) {}

  /** An open one ends with its own mark; one that reaches the end of the file without it is cut. */
  dataset(end: number, depth: number, isOpen = false): Dataset {
    const elements = new Map<number, Element>()
    const { reader } = this
    while (reader.offset + ELEMENT_HEADER_BYTES <= end) {
      const tag = this.#tag()
      if (tag === ITEM_END || tag === SEQUENCE_END) {
        reader.skip(4)
        return { bytes: reader.bytes, isLittleEndian: reader.isLittleEndian, elements }
      }
      const element = this.#element(tag, depth)
      if (!elements.has(tag)) elements.set(tag, element)
    }
    const isCut = depth === 0 ? reader.bytes.subarray(reader.offset).some((byte) => byte !== 0) : isOpen
    if (isCut) this.#checkEnd(end)
    return { bytes: reader.bytes, isLittleEndian: reader.isLittleEndian, elements }
  }

  group(group: number): Map<number, Element> {
    const elements = new Map<number, Element>()
    const { reader } = this
    while (reader.remainingBytes >= ELEMENT_HEADER_BYTES) {
      const start = reader.offset
      const tag = this.#tag()
      if (tag >>> 16 !== group) {
        reader.offset = start
        break
      }
      elements.set(tag, this.#element(tag, 0))
    }
    return elements
  }

  #tag(): number {
    const group = this.reader.u16()
    return ((group << 16) | this.reader.u16()) >>> 0
  }

  #element(tag: number, depth: number): Element {
    this.#count(depth)
    const { vr, lengthBytes } = this.#vrAndLength(tag)
    const { reader } = this
    const start = reader.offset
    if (lengthBytes === UNDEFINED_LENGTH) return this.#undefinedLength(vr, start, depth)
    if (vr === 'SQ') {
      if (start + lengthBytes > reader.end) reader.skip(lengthBytes)
      const items = this.#items(start + lengthBytes, depth + 1, false)
      reader.offset = start + lengthBytes
      return { vr, start, end: reader.offset, items }
    }
    reader.skip(lengthBytes)
    return { vr, start, end: reader.offset, items: [] }
  }

  #vrAndLength(tag: number): { readonly vr: string; readonly lengthBytes: number } {
    const { reader } = this
    const isItemMark = tag >>> 16 === 0xfffe
    const vr = this.isExplicit && !isItemMark ? this.#vrHere() : null
    if (vr === null) return { vr: isSequenceTag(tag) ? 'SQ' : 'UN', lengthBytes: reader.u32() }
    reader.skip(2)
    if (!LONG_FORM.has(vr)) return { vr, lengthBytes: reader.u16() }
    reader.skip(2)
    return { vr, lengthBytes: reader.u32() }
  }

  /** Null where two capital letters are missing: some writers mix in implicit elements. */
  #vrHere(): string | null {
    const { bytes, offset } = this.reader
    const first = bytes[offset] ?? 0
    const second = bytes[offset + 1] ?? 0
    const areLetters = first >= 65 && first <= 90 && second >= 65 && second <= 90
    return areLetters ? String.fromCharCode(first, second) : null
  }

  #undefinedLength(vr: string, start: number, depth: number): Element {
    if (FRAGMENTED.has(vr)) {
      this.#skipFragments()
      return { vr, start, end: start, items: [] }
    }
    const isImplicitInside = vr === 'UN' && this.isExplicit
    const inner = isImplicitInside ? new DatasetReader(this.reader, false) : this
    const items = inner.#items(this.reader.end, depth + 1, true)
    return { vr: 'SQ', start, end: this.reader.offset, items }
  }

  #items(end: number, depth: number, isOpen: boolean): Dataset[] {
    const items: Dataset[] = []
    const { reader } = this
    while (reader.offset + ELEMENT_HEADER_BYTES <= end) {
      const tag = this.#tag()
      const lengthBytes = reader.u32()
      if (tag === SEQUENCE_END) return items
      if (tag !== ITEM) throw new EcgFormatError('dicom', 'malformed', 'a sequence holds no items', reader.offset)
      this.#count(depth)
      const isUndefined = lengthBytes === UNDEFINED_LENGTH
      const itemEnd = isUndefined ? end : reader.offset + lengthBytes
      if (itemEnd > reader.end) reader.skip(lengthBytes)
      items.push(this.dataset(itemEnd, depth, isUndefined))
      if (!isUndefined) reader.offset = itemEnd
    }
    if (isOpen) this.#checkEnd(end)
    return items
  }

  #checkEnd(end: number): void {
    if (end < this.reader.end) return
    throw new EcgFormatError('dicom', 'truncated', 'the file ends before its contents do', this.reader.offset)
  }

  #count(depth: number): void {
    this.#elementCount += 1
    if (this.#elementCount > MAX_ELEMENTS || depth > MAX_DEPTH) {
      throw new EcgFormatError('dicom', 'malformed', 'the file is nested too deeply or has too many elements')
    }
  }

  #skipFragments(): void {
    const { reader } = this
    for (;;) {
      const tag = this.#tag()
      const lengthBytes = reader.u32()
      if (tag === SEQUENCE_END) return
      reader.skip(lengthBytes)
    }
  }
}
