/**
 * One TrueType font: which glyph draws a character (cmap, format 4), how wide it is (hmtx), and a file of only the
 * glyphs that are used (glyf, loca). Not supported: characters beyond the basic plane, kerning, hinting.
 */
import { type FontTables, readWoff, trueTypeFile } from './woff'

export type Face = {
  readonly tables: FontTables
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly bounds: readonly [number, number, number, number]
  /** By code point. */
  readonly glyphs: ReadonlyMap<number, number>
  readonly advances: Uint16Array
}

export function readFace(woff: Uint8Array): Face {
  const tables = readWoff(woff)
  const head = viewOf(tables, 'head')
  const hhea = viewOf(tables, 'hhea')
  const glyphCount = viewOf(tables, 'maxp').getUint16(4)
  return {
    tables,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphs: readCharacterMap(viewOf(tables, 'cmap')),
    advances: readAdvances(viewOf(tables, 'hmtx'), hhea.getUint16(34), glyphCount),
  }
}

/** A font file of the wanted glyphs alone; they keep their numbers. */
export function subsetFile({ tables }: Face, wanted: ReadonlySet<number>): Uint8Array {
  const offsets = readOffsets(tables)
  const glyf = tables.get('glyf') ?? new Uint8Array()
  const kept = withComponents(wanted, glyf, offsets)
  const loca = new DataView(new ArrayBuffer(offsets.length * 4))
  const pieces: Uint8Array[] = []
  let size = 0
  for (let glyph = 0; glyph + 1 < offsets.length; glyph++) {
    loca.setUint32(glyph * 4, size)
    if (!kept.has(glyph)) continue
    const piece = glyf.subarray(offsets[glyph], offsets[glyph + 1])
    pieces.push(piece)
    size += Math.ceil(piece.length / 4) * 4
  }
  loca.setUint32((offsets.length - 1) * 4, size)
  const head = (tables.get('head') ?? new Uint8Array()).slice()
  head[LOCA_FORMAT_OFFSET + 1] = 1
  return trueTypeFile(
    new Map([
      ...COPIED_TABLES.flatMap((name) => {
        const table = tables.get(name)
        return table ? [[name, table] as const] : []
      }),
      ['head', head],
      ['loca', new Uint8Array(loca.buffer)],
      ['glyf', joined(pieces, size)],
    ]),
  )
}

const LOCA_FORMAT_OFFSET = 50
const COPIED_TABLES = ['hhea', 'hmtx', 'maxp', 'cvt ', 'fpgm', 'prep']
const SEGMENT_FORMAT = 4

function viewOf(tables: FontTables, name: string): DataView {
  const table = tables.get(name)
  if (!table) throw new Error(`the font has no table ${name}`)
  return new DataView(table.buffer, table.byteOffset, table.byteLength)
}

function readCharacterMap(cmap: DataView): ReadonlyMap<number, number> {
  const count = cmap.getUint16(2)
  const offsets = Array.from({ length: count }, (_, index) => cmap.getUint32(4 + index * 8 + 4))
  const start = offsets.find((offset) => cmap.getUint16(offset) === SEGMENT_FORMAT)
  if (start === undefined) throw new Error('the font has no character map of format 4')
  const segments = cmap.getUint16(start + 6) / 2
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < segments; segment++) {
    const end = cmap.getUint16(start + 14 + segment * 2)
    const first = cmap.getUint16(start + 16 + segments * 2 + segment * 2)
    const delta = cmap.getUint16(start + 16 + segments * 4 + segment * 2)
    const rangeAt = start + 16 + segments * 6 + segment * 2
    const range = cmap.getUint16(rangeAt)
    for (let code = first; code <= end && code !== 0xffff; code++) {
      const listed = range === 0 ? code : cmap.getUint16(rangeAt + range + (code - first) * 2)
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}

/** The last advance holds for all glyphs that follow. */
function readAdvances(hmtx: DataView, metricCount: number, glyphCount: number): Uint16Array {
  return Uint16Array.from({ length: glyphCount }, (_, glyph) => hmtx.getUint16(Math.min(glyph, metricCount - 1) * 4))
}

function readOffsets(tables: FontTables): Uint32Array {
  const loca = viewOf(tables, 'loca')
  const isLong = viewOf(tables, 'head').getInt16(LOCA_FORMAT_OFFSET) === 1
  const count = loca.byteLength / (isLong ? 4 : 2)
  return Uint32Array.from({ length: count }, (_, index) =>
    isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2,
  )
}

/** An accented letter is made of others; the empty glyph is always there. */
function withComponents(wanted: ReadonlySet<number>, glyf: Uint8Array, offsets: Uint32Array): ReadonlySet<number> {
  const kept = new Set([0, ...wanted])
  const view = new DataView(glyf.buffer, glyf.byteOffset, glyf.byteLength)
  for (const glyph of kept) {
    const start = offsets[glyph] ?? 0
    const isComposite = (offsets[glyph + 1] ?? 0) > start && view.getInt16(start) < 0
    if (isComposite) for (const component of componentsAt(view, start + 10)) kept.add(component)
  }
  return kept
}

function componentsAt(view: DataView, start: number): readonly number[] {
  const components: number[] = []
  let offset = start
  let flags = MORE_COMPONENTS
  while (flags & MORE_COMPONENTS) {
    flags = view.getUint16(offset)
    components.push(view.getUint16(offset + 2))
    offset += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
  }
  return components
}

const WORDS = 0x0001
const SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += Math.ceil(piece.length / 4) * 4
  }
  return bytes
}
