/** The calibration pulse as it stands in rendered pixels: its true size, whoever drew it. */
export type Pixels = {
  getImageData: (x: number, y: number, width: number, height: number) => { data: Uint8ClampedArray }
}
export type PulseArea = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The two feet together are shorter than the top. */
const STROKE_SHARE = 0.2

/** From the middle of one upright stroke to that of the other, and from the foot to the top. */
export function pulseOf(context: Pixels, area: PulseArea, pixelsPerMm: number): { widthMm: number; heightMm: number } {
  const { left, top, width, height } = area
  const { data } = context.getImageData(left, top, width, height)
  const inkAt = (x: number, y: number) => 1 - Math.min(1, (data[(y * width + x) * 4] ?? 255) / 200)
  const range = (length: number) => Array.from({ length }, (_, index) => index)
  const columns = range(width).map((x) => range(height).reduce((sum, y) => sum + inkAt(x, y), 0))
  const rows = range(height).map((y) => range(width).reduce((sum, x) => sum + inkAt(x, y), 0))
  return { widthMm: distance(aboveUsual(columns)) / pixelsPerMm, heightMm: distance(aboveUsual(rows)) / pixelsPerMm }
}

/** Without the ink of the strokes that run along. */
function aboveUsual(sums: readonly number[]): readonly number[] {
  const inked = sums.filter((sum) => sum > 0.05).sort((one, other) => one - other)
  const usual = inked[inked.length >> 1] ?? 0
  return sums.map((sum) => Math.max(0, sum - usual))
}

/** Of the centres of the first and the last stroke among the sums of ink. */
function distance(sums: readonly number[]): number {
  const least = Math.max(...sums) * STROKE_SHARE
  const strong = sums.flatMap((sum, place) => (sum >= least ? [place] : []))
  const middle = (strong[0] ?? 0) + ((strong.at(-1) ?? 0) - (strong[0] ?? 0)) / 2
  const isNear = (place: number) => strong.some((one) => Math.abs(one - place) <= 1)
  const places = sums.map((_, place) => place).filter(isNear)
  const centre = (some: readonly number[]) => {
    const weight = some.reduce((sum, place) => sum + (sums[place] ?? 0), 0)
    return some.reduce((sum, place) => sum + place * (sums[place] ?? 0), 0) / weight
  }
  return centre(places.filter((place) => place > middle)) - centre(places.filter((place) => place < middle))
}
