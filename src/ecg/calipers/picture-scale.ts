/**
 * Measuring on a picture: two places on a known distance make its scale; from then on a distance is an interval or a
 * voltage. Pixels of the picture, millimetres of the paper in it. The paper is taken as flat and square on: a picture
 * taken from the side has another scale at its other end, which the stated error does not know.
 */
import { type Caliper, type CaliperKind, isAmplitude, type PictureScale } from './caliper'

export type Spot = { readonly x: number; readonly y: number }
export type PictureSize = { readonly width: number; readonly height: number }

/** Two places on one page as shares of its width and height, not yet a measurement. */
export type Line = { readonly page: number; readonly from: Spot; readonly to: Spot; readonly size: PictureSize }

/** What a person says of a line that makes the scale. */
export type Known = Pick<PictureScale, 'knownMm' | 'mmPerSecond' | 'mmPerMv'>

type Placed = Line & {
  readonly kind: CaliperKind
  readonly scale: PictureScale
  /** One pixel of the screen in pixels of the picture. */
  readonly screenPx: number
  readonly quarterTurns: number
  readonly rrMs: number | null
}

export function distancePx(from: Spot, to: Spot, { width, height }: PictureSize): number {
  return Math.hypot((to.x - from.x) * width, (to.y - from.y) * height)
}

/** Null where the two places are one. */
export function scaleOf({ page, from, to, size }: Line, known: Known): PictureScale | null {
  const lengthPx = distancePx(from, to, size)
  if (lengthPx < 2) return null
  return { ...known, pxPerMm: lengthPx / known.knownMm, page, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y }
}

/**
 * How far the paper lies turned in the picture, by the line that made the scale: it runs along the grid, across or down.
 * Degrees, clockwise, −45 to 45.
 */
export function tiltOf({ fromX, fromY, toX, toY }: PictureScale, { width, height }: PictureSize): number {
  const degrees = (Math.atan2((toY - fromY) * height, (toX - fromX) * width) * 180) / Math.PI
  return degrees - 90 * Math.round(degrees / 90)
}

export function pictureCaliper(placed: Placed): Caliper {
  const { kind, page, from, to, size, scale, screenPx, rrMs } = placed
  const lengthMm = distancePx(from, to, size) / scale.pxPerMm
  // A pixel at the two ends, and the pixel of the scale as often as the known distance fits.
  const errorMm = (screenPx / scale.pxPerMm) * (1 + lengthMm / scale.knownMm)
  const isVoltage = isAmplitude({ kind })
  return {
    kind,
    lead: null,
    fromMs: 0,
    toMs: isVoltage ? 0 : tenths((lengthMm / scale.mmPerSecond) * 1000),
    fromUv: isVoltage ? 0 : null,
    toUv: isVoltage ? tenths(((lengthMm * upwards(placed)) / scale.mmPerMv) * 1000) : null,
    rrMs: kind === 'qt' ? rrMs : null,
    errorMs: Math.min(1000, tenths((errorMm / scale.mmPerSecond) * 1000)),
    errorUv: Math.min(5000, tenths((errorMm / scale.mmPerMv) * 1000)),
    picture: { page, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y, scale },
  }
}

/** As the picture stands on the screen, whatever way it was taken. */
function upwards({ from, to, size, quarterTurns }: Placed): 1 | -1 {
  const [acrossPx, downPx] = [(to.x - from.x) * size.width, (to.y - from.y) * size.height]
  const turned = [downPx, acrossPx, -downPx, -acrossPx][((quarterTurns % 4) + 4) % 4] ?? downPx
  return turned <= 0 ? 1 : -1
}

/** Where a contained picture lies in its box, and which share of it a place in the box is. */
export function spotInBox(place: Spot, box: PictureSize, size: PictureSize): Spot {
  const fit = Math.min(box.width / size.width, box.height / size.height)
  const [left, top] = [(box.width - size.width * fit) / 2, (box.height - size.height * fit) / 2]
  return { x: (place.x - left) / (size.width * fit), y: (place.y - top) / (size.height * fit) }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
