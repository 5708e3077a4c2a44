/** The marks of a drawing as PDF operators (ISO 32000-1, annex A), in millimetres with y downwards. */
import { type Mark, type PathMark, RIM_MM, sharesOf, type TextMark } from '../drawing'
import { type FontSet, runsOf, widthOf } from '../fonts/font-set'
import { hex4 } from './objects'
import type { PageFonts } from './page-fonts'

export function contentsOf(marks: readonly Mark[], fonts: FontSet, pageFonts: PageFonts): string {
  return marks.map((mark) => operatorsOf(mark, fonts, pageFonts)).join('\n')
}

/** Paths are written in whole hundredths of a millimetre, as they come. */
const HUNDREDTHS = 100
const ANCHOR_SHARES = { start: 0, middle: 0.5, end: 1 } as const
/** Height of a capital letter. */
const CAPITAL_SHARE = 0.73

function operatorsOf(mark: Mark, fonts: FontSet, pageFonts: PageFonts): string {
  if (mark.kind === 'group') {
    const inside = contentsOf(mark.marks, fonts, pageFonts)
    const clip = `0 0 ${short(mark.widthMm)} ${short(mark.heightMm)} re W n`
    return `q 1 0 0 1 ${short(mark.xMm)} ${short(mark.yMm)} cm ${clip}\n${inside}\nQ`
  }
  if (mark.kind === 'area') {
    const { xMm, yMm, widthMm, heightMm, colour } = mark
    return `${colourOf(colour)} rg ${[xMm, yMm, widthMm, heightMm].map(short).join(' ')} re f`
  }
  return mark.kind === 'text' ? textOperators(mark, fonts, pageFonts) : pathOperators(mark)
}

function pathOperators({ pathD, strokeMm, colour, ends }: PathMark): string {
  const caps = ends === 'round' ? '1 J 1 j' : '0 J 0 j'
  const width = Math.round(strokeMm * HUNDREDTHS)
  return `q .01 0 0 .01 0 0 cm ${width} w ${caps} ${colourOf(colour)} RG\n${lineOperators(pathD)}S Q`
}

function lineOperators(pathD: string): string {
  const lines: string[] = []
  let from: Point = [0, 0]
  for (const part of pathD.match(/[Mlhv][^Mlhv]*/g) ?? []) {
    for (const numbers of pointsOf(part)) {
      from = pointAfter(part[0] ?? '', from, numbers)
      lines.push(`${from[0]} ${from[1]} ${part[0] === 'M' ? 'm' : 'l'}\n`)
    }
  }
  return lines.join('')
}

type Point = readonly [number, number]

function pointAfter(command: string, [x, y]: Point, [first = 0, second = 0]: readonly number[]): Point {
  if (command === 'M') return [first, second]
  if (command === 'h') return [x + first, y]
  return command === 'v' ? [x, y + first] : [x + first, y + second]
}

/** `l` may be followed by many pairs; the others are not repeated. */
function pointsOf(part: string): readonly (readonly number[])[] {
  const numbers = (part.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map((text) => Math.round(Number(text) * HUNDREDTHS))
  if (part[0] !== 'l') return [numbers]
  return Array.from({ length: numbers.length / 2 }, (_, index) => numbers.slice(index * 2, index * 2 + 2))
}

function textOperators(mark: TextMark, fonts: FontSet, pageFonts: PageFonts): string {
  const { text, sizeMm, weight, colour, anchor, spacingMm = 0, rimColour } = mark
  const runs = runsOf(fonts[weight], text)
  const widthMm = widthOf(runs, sizeMm, spacingMm)
  const startMm = mark.xMm - widthMm * ANCHOR_SHARES[anchor]
  let xMm = startMm
  const shown = runs.map((run) => {
    const place = `/${pageFonts.use(run)} ${short(sizeMm)} Tf 1 0 0 -1 ${short(xMm)} ${short(mark.yMm)} Tm`
    xMm += widthOf([run], sizeMm, spacingMm)
    return `${place} <${run.glyphs.map(hex4).join('')}> Tj`
  })
  const words = `${colourOf(colour)} rg BT ${short(spacingMm)} Tc ${shown.join(' ')} ET`
  return rimColour === undefined ? words : `${plate(mark, startMm, widthMm, rimColour)}\n${words}`
}

/** A rim of letters would be a second text for whoever copies the page; a plate under them is none. */
function plate({ yMm, sizeMm }: TextMark, xMm: number, widthMm: number, colour: string): string {
  const box = [
    xMm - RIM_MM / 2,
    yMm - sizeMm * CAPITAL_SHARE - RIM_MM / 2,
    widthMm + RIM_MM,
    sizeMm * CAPITAL_SHARE + RIM_MM,
  ]
  return `${colourOf(colour)} rg ${box.map(short).join(' ')} re f`
}

function colourOf(colour: string): string {
  return sharesOf(colour).map(short).join(' ')
}

function short(value: number): string {
  return String(Number(value.toFixed(3)))
}
