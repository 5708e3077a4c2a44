/** WOFF 1.0 (W3C): the tables of a TrueType font, each compressed for itself. Only for fonts of our own packages. */
import { unzlibSync } from 'fflate'

const SIGNATURE = 0x774f4646
const HEADER_BYTES = 44
const ENTRY_BYTES = 20

export type FontTables = ReadonlyMap<string, Uint8Array>

export function readWoff(woff: Uint8Array): FontTables {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== SIGNATURE) throw new Error('not a WOFF font')
  const tableCount = view.getUint16(12)
  const tables = new Map<string, Uint8Array>()
  for (let index = 0; index < tableCount; index++) {
    const entry = HEADER_BYTES + index * ENTRY_BYTES
    const offset = view.getUint32(entry + 4)
    const packed = woff.subarray(offset, offset + view.getUint32(entry + 8))
    const lengthBytes = view.getUint32(entry + 12)
    const name = String.fromCharCode(...woff.subarray(entry, entry + 4))
    tables.set(name, packed.length < lengthBytes ? unzlibSync(packed) : packed)
  }
  return tables
}

/** The tables as one TrueType file (OpenType, "Organization of an OpenType font"). */
export function trueTypeFile(tables: FontTables): Uint8Array {
  const names = [...tables.keys()].sort()
  const headBytes = 12 + names.length * 16
  const sizes = names.map((name) => tables.get(name)?.length ?? 0)
  const file = new Uint8Array(sizes.reduce((sum, size) => sum + padded(size), headBytes))
  const view = new DataView(file.buffer)
  const power = 2 ** Math.floor(Math.log2(names.length))
  view.setUint32(0, 0x00010000)
  for (const [index, value] of [names.length, power * 16, Math.log2(power), (names.length - power) * 16].entries()) {
    view.setUint16(4 + index * 2, value)
  }
  let offset = headBytes
  for (const [index, name] of names.entries()) {
    const table = tables.get(name) ?? new Uint8Array()
    const entry = 12 + index * 16
    file.set(table, offset)
    file.set(new TextEncoder().encode(name), entry)
    view.setUint32(entry + 4, checksum(view, offset, table.length))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.length)
    offset += padded(table.length)
  }
  return file
}

function padded(lengthBytes: number): number {
  return Math.ceil(lengthBytes / 4) * 4
}

function checksum(view: DataView, offset: number, lengthBytes: number): number {
  let sum = 0
  for (let at = offset; at < offset + padded(lengthBytes); at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
