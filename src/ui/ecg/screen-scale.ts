/**
 * How large a paper millimetre is on this screen, found once with a bank card (ISO/IEC 7810 ID-1: 85.60 × 53.98 mm) and
 * kept by the browser. CSS pixels a millimetre; it holds for the device pixel ratio at which it was found, since the
 * browser's own zoom changes what a CSS pixel is.
 */
export type ScreenScale = { readonly pxPerMm: number; readonly pixelRatio: number }

export const CARD_WIDTH_MM = 85.6
export const CARD_HEIGHT_MM = 53.98
export const SCREEN_COOKIE = 'screen'
/** Of a screen that nobody measured: whole pixels for even grid lines. */
export const USUAL_PX_PER_MM = 4
export const LEAST_PX_PER_MM = 2
export const MOST_PX_PER_MM = 12

export function screenText({ pxPerMm, pixelRatio }: ScreenScale): string {
  return `${pxPerMm.toFixed(3)}x${pixelRatio.toFixed(3)}`
}

/** Null for a screen that nobody measured, and for a cookie that cannot be one of ours. */
export function parseScreen(text: string | undefined): ScreenScale | null {
  const match = /^(\d{1,2}\.\d{3})x(\d{1,2}\.\d{3})$/.exec(text ?? '')
  const [pxPerMm, pixelRatio] = [Number(match?.[1]), Number(match?.[2])]
  const isLikely = pxPerMm >= LEAST_PX_PER_MM && pxPerMm <= MOST_PX_PER_MM && pixelRatio > 0
  return isLikely ? { pxPerMm, pixelRatio } : null
}

/** True where a millimetre of the paper is one of the ruler. */
export function isActualSize(screen: ScreenScale | null, zoom: number, pixelRatio: number): boolean {
  return screen !== null && zoom === 1 && Math.abs(screen.pixelRatio - pixelRatio) < 0.005
}
