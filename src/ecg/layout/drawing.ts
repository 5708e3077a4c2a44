/** A page as marks on it, in millimetres from its upper left corner: what SVG, PDF and PNG are all drawn from. */
export type Drawing = { readonly widthMm: number; readonly heightMm: number; readonly marks: readonly Mark[] }

export type Mark = PathMark | TextMark | AreaMark | GroupMark

export type PathMark = {
  readonly kind: 'path'
  /** SVG path data of `M`, `l`, `h` and `v`. */
  readonly pathD: string
  readonly strokeMm: number
  readonly colour: string
  /** Where a line ends and turns; round hides the joints of a trace, sharp keeps the corners of a pulse. */
  readonly ends: 'round' | 'sharp'
}

export type TextMark = {
  readonly kind: 'text'
  readonly xMm: number
  /** Of the line that the letters stand on. */
  readonly yMm: number
  readonly text: string
  readonly sizeMm: number
  readonly weight: Weight
  readonly colour: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly spacingMm?: number
  /** A rim of this colour around the letters, where they lie on a grid. */
  readonly rimColour?: string
}

export type AreaMark = {
  readonly kind: 'area'
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly colour: string
}

/** Marks of a sheet of its own; what leaves the sheet is not drawn. */
export type GroupMark = {
  readonly kind: 'group'
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly marks: readonly Mark[]
}

export type Weight = 'regular' | 'semibold'

export const RIM_MM = 1

/** Six hexadecimal digits as three shares of one. */
export function sharesOf(colour: string): readonly [number, number, number] {
  const shareAt = (place: number) => Number.parseInt(colour.slice(place, place + 2), 16) / 255
  return [shareAt(1), shareAt(3), shareAt(5)]
}
