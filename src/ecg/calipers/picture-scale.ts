/**
 * Measuring on a picture: two places on a known distance make its scale; from then on a distance is an interval or a
 * voltage. Pixels of the picture, millimetres of the paper in it. The paper is taken as flat and square on: a picture
 * taken from the side has another scale at its other end, which the stated error does not know.
 */
import { type Caliper, type CaliperKind, isAmplitude } from './caliper'

export type Spot = { readonly x: number; readonly y: number }
export type PictureSize = { readonly width: number; readonly height: number }

export type PictureScale = {
  readonly pxPerMm: number
  /** The distance that it was found with. */
  readonly knownMm: number
  readonly mmPerSecond: number
  readonly mmPerMv: number
}

type Placed = {
  readonly kind: CaliperKind
  readonly page: number
  /** Shares of width and height. */
  readonly from: Spot
  readonly to: Spot
  readonly size: PictureSize
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
export function scaleOf(lengthPx: number, known: Omit<PictureScale, 'pxPerMm'>): PictureScale | null {
  return lengthPx < 2 ? null : { ...known, pxPerMm: lengthPx / known.knownMm }
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
    picture: { page, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y },
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
