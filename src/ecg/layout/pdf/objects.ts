/** The frame of a PDF file (ISO 32000-1, 7.3 and 7.5): numbered objects, their places, the trailer. */
import { zlibSync } from 'fflate'

export type PdfFile = {
  /** The number of a new object, which `set` fills. */
  readonly reserve: () => number
  readonly set: (id: number, value: string) => void
  readonly add: (value: string) => number
  readonly addStream: (bytes: Uint8Array, entries?: string) => number
  readonly bytes: (rootId: number, infoId: number) => Uint8Array
}

const DEFLATE_LEVEL = 9

export function pdfFile(): PdfFile {
  const objects: Uint8Array[] = []
  const reserve = () => objects.push(new Uint8Array())
  const set = (id: number, value: string) => {
    objects[id - 1] = latin1(value)
  }
  const add = (value: string) => objects.push(latin1(value))
  const addStream = (bytes: Uint8Array, entries = '') => {
    const packed = zlibSync(bytes, { level: DEFLATE_LEVEL })
    const head = latin1(`<< /Length ${packed.length} /Filter /FlateDecode ${entries}>>\nstream\n`)
    return objects.push(concatenated([head, packed, latin1('\nendstream')]))
  }
  return { reserve, set, add, addStream, bytes: (rootId, infoId) => fileOf(objects, rootId, infoId) }
}

/** Any text as a string object, in UTF-16 with its mark. */
export function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => hex4(text.charCodeAt(index)))
  return `<FEFF${units.join('')}>`
}

export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}

function fileOf(objects: readonly Uint8Array[], rootId: number, infoId: number): Uint8Array {
  const pieces: Uint8Array[] = [latin1('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')]
  const offsets: number[] = []
  let size = pieces[0]?.length ?? 0
  const push = (piece: Uint8Array) => {
    pieces.push(piece)
    size += piece.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(size)
    push(concatenated([latin1(`${index + 1} 0 obj\n`), object, latin1('\nendobj\n')]))
  }
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root ${rootId} 0 R /Info ${infoId} 0 R >>\n`
  const start = size
  push(latin1(`${table}${trailer}startxref\n${start}\n%%EOF\n`))
  return concatenated(pieces)
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}
