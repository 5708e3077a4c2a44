/** One step of a trace as it stands in rendered pixels, whoever drew it. */
import type { Pixels, PulseArea } from '../../support/pulse'

/** Pixels of the picture: from half of the rise to half of the fall, and from the foot to the top. */
export type Step = { readonly widthPx: number; readonly heightPx: number }

/** The ink is dark in red, which neither grid is. */
const DARK = 120

/** The step in the area, or the longest of several. */
export function stepOf(context: Pixels, area: PulseArea): Step {
  const [left, top] = [Math.floor(area.left), Math.max(0, Math.floor(area.top) - 2)]
  const [width, height] = [Math.floor(area.width), Math.ceil(area.height) + 4]
  const { data } = context.getImageData(left, top, width, height)
  const middles = Array.from({ length: width }, (_, x) => middleOf(data, x, width, height))
  const known = middles.filter((y): y is number => y !== null).sort((one, two) => one - two)
  const [high, foot] = [
    known[Math.floor(known.length * 0.1)] ?? Number.NaN,
    known[Math.floor(known.length * 0.9)] ?? Number.NaN,
  ]
  const half = (high + foot) / 2
  // Where the area begins or ends may be a piece of something else: the longest stretch above half is the step.
  const ups = middles.map((y) => (y !== null && y < half ? 'u' : '.')).join('')
  const stretches = [...ups.matchAll(/u+/g)].map(([stretch]) => stretch.length)
  return { widthPx: Math.max(...stretches), heightPx: foot - high }
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
