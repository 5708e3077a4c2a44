/** Pages of text behind the trace: headings, paragraphs of any length, on landscape A4. Nothing is cut off. */
import type { Drawing, Mark } from './drawing'

export type TextBlock = { readonly heading: string; readonly paragraphs: readonly string[] }

const WIDTH_MM = 297
const HEIGHT_MM = 210
const SIDE_MM = 25
const TOP_MM = 22
const BOTTOM_MM = 18
const TEXT_MM = 3.7
const HEADING_MM = 4.2
const PITCH_MM = 5.6
const BLOCK_GAP_MM = 4
/** Of the size of a letter: wide enough for capitals and Cyrillic. */
const LETTER_SHARE = 0.6
const INK = '#14181a'

/** None where there is nothing to say. `footerOf` is told the number of the page, from 1. */
export function textPages(blocks: readonly TextBlock[], footerOf: (page: number) => string): Drawing[] {
  const lines = blocks.flatMap(linesOf)
  const pages: Line[][] = []
  let yMm = HEIGHT_MM
  for (const line of lines) {
    // A heading never stands alone at the foot of a page.
    const neededMm = line.gapMm + (line.isHeading ? PITCH_MM : 0)
    if (yMm + neededMm > HEIGHT_MM - BOTTOM_MM) {
      pages.push([])
      yMm = TOP_MM
    } else {
      yMm += line.gapMm
    }
    pages.at(-1)?.push({ ...line, yMm })
  }
  return pages.map((page, index) => ({
    widthMm: WIDTH_MM,
    heightMm: HEIGHT_MM,
    marks: [
      { kind: 'area', xMm: 0, yMm: 0, widthMm: WIDTH_MM, heightMm: HEIGHT_MM, colour: '#ffffff' },
      ...page.map(markOf),
      markOf({ text: footerOf(index + 1), isHeading: false, gapMm: 0, yMm: HEIGHT_MM - 8, sizeMm: 2.8 }),
    ],
  }))
}

type Line = {
  readonly text: string
  readonly isHeading: boolean
  readonly gapMm: number
  readonly yMm: number
  readonly sizeMm: number
}

function linesOf({ heading, paragraphs }: TextBlock): Line[] {
  const head = { text: heading, isHeading: true, gapMm: PITCH_MM + BLOCK_GAP_MM, yMm: 0, sizeMm: HEADING_MM }
  const body = paragraphs
    .flatMap((paragraph) => paragraph.split('\n'))
    .flatMap(wrapped)
    .map((text) => ({ text, isHeading: false, gapMm: PITCH_MM, yMm: 0, sizeMm: TEXT_MM }))
  return [head, ...body]
}

/** By words; a word that is longer than a line is broken. */
function wrapped(text: string): string[] {
  const most = Math.floor((WIDTH_MM - 2 * SIDE_MM) / (TEXT_MM * LETTER_SHARE))
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [''])
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

function markOf({ text, isHeading, yMm, sizeMm }: Line): Mark {
  const weight = isHeading ? 'semibold' : 'regular'
  return { kind: 'text', xMm: SIDE_MM, yMm, text, sizeMm, weight, colour: INK, anchor: 'start' }
}
