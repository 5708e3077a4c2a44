/**
 * Fonts inside a PDF (ISO 32000-1, 9.7): composite fonts whose codes are glyph numbers, with the glyphs that are used
 * alone and a table back to text, so that words can be searched and copied.
 */
import { type Face, subsetFile } from '../fonts/face'
import type { Run } from '../fonts/font-set'
import { hex4, type PdfFile } from './objects'

export type PageFonts = {
  /** The name of the run's font in the page; its glyphs will be in the file. */
  readonly use: (run: Run) => string
  /** The font dictionary of the pages, once everything is drawn. */
  readonly write: (file: PdfFile) => string
}

type Used = { readonly name: string; readonly face: Face; readonly glyphs: Map<number, string> }

const MOST_LINES_OF_A_BLOCK = 100
const SYMBOLIC = 4
const UNITS_PER_EM = 1000

export function pageFonts(): PageFonts {
  const all = new Map<Face, Used>()
  return {
    use: ({ face, glyphs, text }) => {
      const used = all.get(face) ?? { name: `F${all.size + 1}`, face, glyphs: new Map() }
      all.set(face, used)
      for (const [index, character] of [...text].entries()) used.glyphs.set(glyphs[index] ?? 0, character)
      return used.name
    },
    write: (file) => [...all.values()].map((used) => `/${used.name} ${writeFont(file, used)} 0 R`).join(' '),
  }
}

function writeFont(file: PdfFile, { name, face, glyphs }: Used): number {
  const used = [...glyphs.keys()].sort((a, b) => a - b)
  const perMille = (value: number) => Math.round((value * UNITS_PER_EM) / face.unitsPerEm)
  const fontName = `/AAAAA${String.fromCharCode(64 + Number(name.slice(1)))}+Inter`
  const subset = subsetFile(face, new Set(used))
  const fontFile = file.addStream(subset, `/Length1 ${subset.length} `)
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName ${fontName} /Flags ${SYMBOLIC} /FontBBox [${face.bounds.map(perMille).join(' ')}] ` +
      `/ItalicAngle 0 /Ascent ${perMille(face.ascent)} /Descent ${perMille(face.descent)} /CapHeight 727 /StemV 80 ` +
      `/FontFile2 ${fontFile} 0 R >>`,
  )
  const widths = used.map((glyph) => `${glyph} [${perMille(face.advances[glyph] ?? 0)}]`).join(' ')
  const descendant = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${fontName} /CIDToGIDMap /Identity /DW 0 /W [${widths}] ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R >>`,
  )
  const toUnicode = file.addStream(new TextEncoder().encode(unicodeMap(glyphs)))
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont ${fontName} /Encoding /Identity-H ` +
      `/DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
  )
}

function unicodeMap(glyphs: ReadonlyMap<number, string>): string {
  const lines = [...glyphs].map(([glyph, character]) => `<${hex4(glyph)}> <${hex4(character.charCodeAt(0))}>`)
  const blocks: string[] = []
  for (let start = 0; start < lines.length; start += MOST_LINES_OF_A_BLOCK) {
    const block = lines.slice(start, start + MOST_LINES_OF_A_BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
