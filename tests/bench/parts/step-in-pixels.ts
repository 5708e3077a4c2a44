/** One step of a trace as it stands in rendered pixels, whoever drew it. */
import type { Pixels, PulseArea } from '../../support/pulse'

/** Pixels of the picture: from half of the rise to half of the fall, and from the foot to the top. */
export type Step = { readonly widthPx: number; readonly heightPx: number }

/** The ink is dark in red, which neither grid is. */
const DARK = 120

/** The first step in the area; NaN where there is none. */
export function stepOf(context: Pixels, area: PulseArea): Step {
  const [left, top] = [Math.floor(area.left), Math.floor(area.top) - 2]
  const [width, height] = [Math.floor(area.width), Math.ceil(area.height) + 4]
  const { data } = context.getImageData(left, top, width, height)
  const middles = Array.from({ length: width }, (_, x) => middleOf(data, x, width, height))
  const known = middles.filter((y): y is number => y !== null).sort((one, two) => one - two)
  const [high, foot] = [
    known[Math.floor(known.length * 0.1)] ?? Number.NaN,
    known[Math.floor(known.length * 0.9)] ?? Number.NaN,
  ]
  const half = (high + foot) / 2
  const isUp = middles.map((y) => y !== null && y < half)
  const rise = isUp.indexOf(true)
  const fall = isUp.indexOf(false, rise)
  return { widthPx: (fall < 0 ? Number.NaN : fall) - rise, heightPx: foot - high }
}

/** The centre of the ink of a column. */
function middleOf(data: Uint8ClampedArray, x: number, width: number, height: number): number | null {
  let [ink, moment] = [0, 0]
  for (let y = 0; y < height; y++) {
    const red = data[(y * width + x) * 4] ?? 255
    if (red >= DARK) continue
    ink += DARK - red
    moment += (DARK - red) * y
  }
  return ink === 0 ? null : moment / ink
}
