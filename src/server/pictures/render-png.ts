/** A drawing as a PNG of its true size: so many pixels a millimetre, and the file says how many. */
import 'server-only'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { type Drawing, type Mark, RIM_MM, type TextMark } from '@/ecg/layout/drawing'
import type { Face } from '@/ecg/layout/fonts/face'
import { type FontSet, runsOf, widthOf } from '@/ecg/layout/fonts/font-set'
import { trueTypeFile } from '@/ecg/layout/fonts/woff'
import { withPixelsPerMm } from '@/ecg/layout/png-scale'

type Canvas = typeof import('@napi-rs/canvas')

export async function renderPng(drawing: Drawing, fonts: FontSet, pixelsPerMm: number): Promise<Uint8Array> {
  // Thirty megabytes of machine code: loaded only where pixels are wanted.
  const library = await import('@napi-rs/canvas')
  const pixels = (mm: number) => Math.round(mm * pixelsPerMm)
  const canvas = library.createCanvas(pixels(drawing.widthMm), pixels(drawing.heightMm))
  const context = canvas.getContext('2d')
  context.scale(pixelsPerMm, pixelsPerMm)
  for (const mark of drawing.marks) draw({ library, context, fonts }, mark)
  return withPixelsPerMm(new Uint8Array(canvas.toBuffer('image/png')), pixelsPerMm)
}

type Brush = { readonly library: Canvas; readonly context: SKRSContext2D; readonly fonts: FontSet }

function draw(brush: Brush, mark: Mark): void {
  const { context, library } = brush
  if (mark.kind === 'group') {
    context.save()
    context.translate(mark.xMm, mark.yMm)
    context.beginPath()
    context.rect(0, 0, mark.widthMm, mark.heightMm)
    context.clip()
    for (const inner of mark.marks) draw(brush, inner)
    context.restore()
  } else if (mark.kind === 'area') {
    context.fillStyle = mark.colour
    context.fillRect(mark.xMm, mark.yMm, mark.widthMm, mark.heightMm)
  } else if (mark.kind === 'text') {
    write(brush, mark)
  } else {
    context.strokeStyle = mark.colour
    context.lineWidth = mark.strokeMm
    context.lineCap = mark.ends === 'round' ? 'round' : 'butt'
    context.lineJoin = mark.ends === 'round' ? 'round' : 'miter'
    context.stroke(new library.Path2D(mark.pathD))
  }
}

/** A canvas sets small sizes in whole units badly, so letters are drawn large and made small. */
const LARGE = 100
const ANCHOR_SHARES = { start: 0, middle: 0.5, end: 1 } as const

function write({ library, context, fonts }: Brush, mark: TextMark): void {
  const { text, sizeMm, weight, anchor, spacingMm = 0, colour, rimColour } = mark
  const runs = runsOf(fonts[weight], text)
  context.save()
  context.translate(mark.xMm - widthOf(runs, sizeMm, spacingMm) * ANCHOR_SHARES[anchor], mark.yMm)
  context.scale(sizeMm / LARGE, sizeMm / LARGE)
  context.letterSpacing = `${(spacingMm / sizeMm) * LARGE}px`
  context.lineJoin = 'round'
  context.fillStyle = colour
  let x = 0
  for (const run of runs) {
    context.font = `${LARGE}px "${familyOf(library, run.face)}"`
    if (rimColour !== undefined) {
      context.strokeStyle = rimColour
      context.lineWidth = (RIM_MM / sizeMm) * LARGE
      context.strokeText(run.text, x, 0)
    }
    context.fillText(run.text, x, 0)
    x += widthOf([run], LARGE, (spacingMm / sizeMm) * LARGE)
  }
  context.restore()
}

const families = new Map<Face, string>()

/** Each file is a family of its own: which file draws a letter is decided by us, as it is in the PDF. */
function familyOf({ GlobalFonts }: Canvas, face: Face): string {
  const known = families.get(face)
  if (known !== undefined) return known
  const family = `yurak-${families.size}`
  GlobalFonts.register(Buffer.from(trueTypeFile(face.tables)), family)
  families.set(face, family)
  return family
}
