/** DICOM data elements in explicit VR, little endian (PS3.5, 7.1 and A.2); sequences and items of defined length. */
import { join, u16, u32 } from '../scp-bytes'

export type WrittenElement = { readonly tag: number; readonly bytes: Uint8Array }

const LONG_FORM = new Set(['OB', 'OW', 'SQ', 'UN', 'UT'])
const ITEM = 0xfffee000
const SPACE = 0x20
const DECIMAL_STRING_CHARACTERS = 16

/** In the order of their tags, as the standard wants it. */
export function dataset(elements: readonly (WrittenElement | null)[]): Uint8Array {
  const present = elements.filter((element) => element !== null)
  return join([...present].sort((a, b) => a.tag - b.tag).map(({ bytes }) => bytes))
}

/** Text in UTF-8, cut to the characters that its VR allows; an unknown value is there, and empty. */
export function textElement(tag: number, vr: string, value: string | null, mostCharacters: number): WrittenElement {
  const characters = [...(value ?? '').replaceAll('\\', ' ')].slice(0, mostCharacters)
  const bytes = new TextEncoder().encode(characters.join(''))
  return element(tag, vr, padded(bytes, vr === 'UI' ? 0 : SPACE))
}

/** A decimal string of at most sixteen characters. */
export function decimalElement(tag: number, value: number): WrittenElement {
  return textElement(tag, 'DS', decimalString(value), DECIMAL_STRING_CHARACTERS)
}

export function u16Element(tag: number, value: number): WrittenElement {
  return element(tag, 'US', u16(value))
}

export function u16ListElement(tag: number, values: readonly number[]): WrittenElement {
  return element(tag, 'US', join(values.map(u16)))
}

export function u32Element(tag: number, value: number): WrittenElement {
  return element(tag, 'UL', u32(value))
}

export function bytesElement(tag: number, vr: 'OB' | 'OW', value: Uint8Array): WrittenElement {
  return element(tag, vr, padded(value, 0))
}

export function sequence(tag: number, items: readonly Uint8Array[]): WrittenElement {
  return element(tag, 'SQ', join(items.map((item) => join([tagBytes(ITEM), u32(item.length), item]))))
}

function element(tag: number, vr: string, value: Uint8Array): WrittenElement {
  const type = new TextEncoder().encode(vr)
  const length = LONG_FORM.has(vr) ? join([u16(0), u32(value.length)]) : u16(value.length)
  return { tag, bytes: join([tagBytes(tag), type, length, value]) }
}

function tagBytes(tag: number): Uint8Array {
  return join([u16(tag >>> 16), u16(tag & 0xffff)])
}

function padded(value: Uint8Array, filler: number): Uint8Array {
  return value.length % 2 === 0 ? value : join([value, Uint8Array.of(filler)])
}

/** As many digits as fit. */
function decimalString(value: number): string {
  for (let digits = 15; digits > 1; digits--) {
    const text = String(Number(value.toPrecision(digits)))
    if (text.length <= DECIMAL_STRING_CHARACTERS) return text
  }
  return value.toPrecision(1)
}
