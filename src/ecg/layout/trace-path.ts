/**
 * Samples as SVG path data in paper millimetres; y grows downwards, as in SVG.
 *
 * Points are left out only where the line through the points that stay runs within
 * `toleranceMm` of every sample that went: no peak is lost, nothing is smoothed, every point
 * that is drawn is a sample. A missing sample (NaN) ends the line; the next one begins another.
 * Numbers are relative, in hundredths of a millimetre.
 */
export type TraceWindow = {
  readonly samplesUv: Float32Array
  readonly fromIndex: number
  /** Not included. */
  readonly toIndex: number
}

export type TracePlace = {
  readonly xMm: number
  readonly yMm: number
  /** The voltage that lies on `yMm`. */
  readonly baselineUv: number
  readonly mmPerSample: number
  readonly mmPerUv: number
  readonly toleranceMm: number
}

export function tracePath({ samplesUv, fromIndex, toIndex }: TraceWindow, place: TracePlace): string {
  const first = Math.max(0, fromIndex)
  const end = Math.min(samplesUv.length, toIndex)
  const xOf = (index: number) => Math.round((place.xMm + (index - fromIndex) * place.mmPerSample) * 100)
  const yOf = (index: number) =>
    Math.round((place.yMm - ((samplesUv[index] ?? 0) - place.baselineUv) * place.mmPerUv) * 100)
  return stretchesOf(samplesUv, first, end)
    .map((stretch) => simplify({ ...stretch, xOf, yOf, tolerance: place.toleranceMm * 100 }))
    .map((kept) => pathData(kept.map((index) => [xOf(index), yOf(index)])))
    .join('')
}

type Stretch = { readonly first: number; readonly end: number }

/** Where the samples are present without a gap. */
function stretchesOf(samplesUv: Float32Array, first: number, end: number): Stretch[] {
  const stretches: Stretch[] = []
  let start: number | null = null
  for (let index = first; index <= end; index++) {
    const isPresent = index < end && !Number.isNaN(samplesUv[index])
    if (isPresent) start ??= index
    else if (start !== null) {
      stretches.push({ first: start, end: index })
      start = null
    }
  }
  return stretches
}

type Polyline = Stretch & {
  readonly xOf: (index: number) => number
  readonly yOf: (index: number) => number
  readonly tolerance: number
}

/**
 * A cone opens from the last kept point: the slopes that pass within the tolerance of every
 * sample since. A sample outside the cone makes the one before it the next kept point.
 */
function simplify({ first, end, xOf, yOf, tolerance }: Polyline): number[] {
  const kept = [first]
  let anchorX = xOf(first)
  let anchorY = yOf(first)
  let lowest = Number.NEGATIVE_INFINITY
  let highest = Number.POSITIVE_INFINITY
  for (let index = first + 1; index < end; index++) {
    let run = Math.max(xOf(index) - anchorX, 1e-6)
    let rise = yOf(index) - anchorY
    if (rise / run < lowest || rise / run > highest) {
      kept.push(index - 1)
      anchorX = xOf(index - 1)
      anchorY = yOf(index - 1)
      run = Math.max(xOf(index) - anchorX, 1e-6)
      rise = yOf(index) - anchorY
      lowest = Number.NEGATIVE_INFINITY
      highest = Number.POSITIVE_INFINITY
    }
    lowest = Math.max(lowest, (rise - tolerance) / run)
    highest = Math.min(highest, (rise + tolerance) / run)
  }
  if (end - 1 > first) kept.push(end - 1)
  return kept
}

/** A lone sample is a dot: a line of no length, drawn by its round cap. */
function pathData(points: readonly (readonly [number, number])[]): string {
  const start = points[0]
  if (!start) return ''
  let [x, y] = start
  const steps = points.slice(1).map(([nextX, nextY]) => {
    const step = signed(hundredths(nextX - x)) + signed(hundredths(nextY - y))
    x = nextX
    y = nextY
    return step
  })
  const data = `M${hundredths(start[0])} ${hundredths(start[1])}l${steps.join('').trimStart()}`
  return steps.length === 0 ? `${data}0 0` : data
}

/** A minus sign separates numbers by itself. */
const signed = (number: string): string => (number.startsWith('-') ? number : ` ${number}`)

function hundredths(value: number): string {
  return String(value / 100).replace(/^(-?)0\./, '$1.')
}
