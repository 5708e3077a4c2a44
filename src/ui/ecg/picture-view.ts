/**
 * Where a picture lies in its frame: size, place and quarter turns. Pixels of the screen;
 * the place is that of the picture's middle from the middle of the frame.
 */
export type PictureView = {
  /** 1 = the whole picture fits into the frame. */
  readonly zoom: number
  readonly xPx: number
  readonly yPx: number
  readonly quarterTurns: number
}

export type Point = { readonly xPx: number; readonly yPx: number }

export const FITTED: PictureView = { zoom: 1, xPx: 0, yPx: 0, quarterTurns: 0 }

const LEAST_ZOOM = 1
const MOST_ZOOM = 12
const KEY_ZOOM = 1.25
const KEY_PAN_PX = 60

/** Bigger or smaller about a point that stays where it is, measured from the middle of the frame. */
export function zoomAbout(view: PictureView, factor: number, point: Point = { xPx: 0, yPx: 0 }): PictureView {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, view.zoom * factor))
  if (zoom === LEAST_ZOOM) return { ...FITTED, quarterTurns: view.quarterTurns }
  const share = zoom / view.zoom
  return {
    ...view,
    zoom,
    xPx: point.xPx - (point.xPx - view.xPx) * share,
    yPx: point.yPx - (point.yPx - view.yPx) * share,
  }
}

export const moveBy = (view: PictureView, xPx: number, yPx: number): PictureView => ({
  ...view,
  xPx: view.xPx + xPx,
  yPx: view.yPx + yPx,
})

/** Always a turn forward, so that the movement never runs backwards through three quarters. */
export const turnRight = (view: PictureView): PictureView => ({ ...FITTED, quarterTurns: view.quarterTurns + 1 })

export const fit = (view: PictureView): PictureView => ({ ...FITTED, quarterTurns: view.quarterTurns })

/** The middle of the picture may not leave the frame: a picture is never lost. */
export function keepInFrame(
  view: PictureView,
  frame: { readonly widthPx: number; readonly heightPx: number },
): PictureView {
  const within = (valuePx: number, sizePx: number) => {
    const farthestPx = (Math.max(0, view.zoom - 1) * sizePx) / 2
    return Math.min(farthestPx, Math.max(-farthestPx, valuePx))
  }
  return { ...view, xPx: within(view.xPx, frame.widthPx), yPx: within(view.yPx, frame.heightPx) }
}

/** Null for a key that is not the viewer's. */
export function viewAfterKey(view: PictureView, key: string): PictureView | null {
  return KEYS[key]?.(view) ?? null
}

export const ZOOM_STEP = KEY_ZOOM

const KEYS: Readonly<Record<string, (view: PictureView) => PictureView>> = {
  '+': (view) => zoomAbout(view, KEY_ZOOM),
  '=': (view) => zoomAbout(view, KEY_ZOOM),
  '-': (view) => zoomAbout(view, 1 / KEY_ZOOM),
  '0': fit,
  r: turnRight,
  ArrowLeft: (view) => moveBy(view, KEY_PAN_PX, 0),
  ArrowRight: (view) => moveBy(view, -KEY_PAN_PX, 0),
  ArrowUp: (view) => moveBy(view, 0, KEY_PAN_PX),
  ArrowDown: (view) => moveBy(view, 0, -KEY_PAN_PX),
}
