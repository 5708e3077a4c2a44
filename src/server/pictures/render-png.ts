/** A drawing as a PNG of its true size: so many pixels a millimetre, and the file says how many. */
import 'server-only'
import { createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from '@napi-rs/canvas'
import { type Drawing, type Mark, RIM_MM, type TextMark } from '@/ecg/layout/drawing'
import type { Face } from '@/ecg/layout/fonts/face'
import { type FontSet, runsOf, widthOf } from '@/ecg/layout/fonts/font-set'
import { trueTypeFile } from '@/ecg/layout/fonts/woff'
import { withPixelsPerMm } from '@/ecg/layout/png-scale'

export function renderPng({ widthMm, heightMm, marks }: Drawing, fonts: FontSet, pixelsPerMm: number): Uint8Array {
  const canvas = createCanvas(Math.round(widthMm * pixelsPerMm), Math.round(heightMm * pixelsPerMm))
  const context = canvas.getContext('2d')
  context.scale(pixelsPerMm, pixelsPerMm)
  for (const mark of marks) draw(context, mark, fonts)
  return withPixelsPerMm(new Uint8Array(canvas.toBuffer('image/png')), pixelsPerMm)
}

function draw(context: SKRSContext2D, mark: Mark, fonts: FontSet): void {
  if (mark.kind === 'group') {
    context.save()
    context.translate(mark.xMm, mark.yMm)
    context.beginPath()
    context.rect(0, 0, mark.widthMm, mark.heightMm)
    context.clip()
    for (const inner of mark.marks) draw(context, inner, fonts)
    context.restore()
  } else if (mark.kind === 'area') {
    context.fillStyle = mark.colour
    context.fillRect(mark.xMm, mark.yMm, mark.widthMm, mark.heightMm)
  } else if (mark.kind === 'text') {
    write(context, mark, fonts)
  } else {
    context.strokeStyle = mark.colour
    context.lineWidth = mark.strokeMm
    context.lineCap = mark.ends === 'round' ? 'round' : 'butt'
    context.lineJoin = mark.ends === 'round' ? 'round' : 'miter'
    context.stroke(new Path2D(mark.pathD))
  }
}

/** A canvas sets small sizes in whole units badly, so letters are drawn large and made small. */
const LARGE = 100

function write(context: SKRSContext2D, mark: TextMark, fonts: FontSet): void {
  const { text, sizeMm, weight, anchor, spacingMm = 0, colour, rimColour } = mark
  const runs = runsOf(fonts[weight], text)
  const shares = { start: 0, middle: 0.5, end: 1 }
  context.save()
  context.translate(mark.xMm - widthOf(runs, sizeMm, spacingMm) * shares[anchor], mark.yMm)
  context.scale(sizeMm / LARGE, sizeMm / LARGE)
  context.letterSpacing = `${(spacingMm / sizeMm) * LARGE}px`
  context.lineJoin = 'round'
  context.fillStyle = colour
  let x = 0
  for (const run of runs) {
    context.font = `${LARGE}px "${familyOf(run.face)}"`
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
function familyOf(face: Face): string {
  const known = families.get(face)
  if (known !== undefined) return known
  const family = `yurak-${families.size}`
  GlobalFonts.register(Buffer.from(trueTypeFile(face.tables)), family)
  families.set(face, family)
  return family
}
