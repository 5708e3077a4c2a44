/** Lines of a grid as SVG path data in millimetres; the 1 mm grid leaves out every fifth line, which is the thick one's. */
export function gridPath(widthMm: number, heightMm: number, stepMm: 1 | 5): string {
  const places = (lengthMm: number) =>
    Array.from({ length: Math.ceil(lengthMm / stepMm) }, (_, index) => index * stepMm).filter(
      (placeMm) => placeMm > 0 && placeMm < lengthMm && (stepMm === 5 || placeMm % 5 !== 0),
    )
  const upright = places(widthMm).map((xMm) => `M${xMm} 0v${heightMm}`)
  const level = places(heightMm).map((yMm) => `M0 ${yMm}h${widthMm}`)
  return [...upright, ...level].join('')
}
