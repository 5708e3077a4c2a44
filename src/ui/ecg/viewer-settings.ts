/** What the reader may change about the paper, and the steps in which it changes. */
import { type PaperScale, STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import { LAYOUTS, type LayoutId } from '@/ecg/layout/layouts'

export const WIDE_LAYOUTS = ['3x4+1', '6x2', '12x1'] as const satisfies readonly LayoutId[]
export const NARROW_LAYOUTS = ['limb', 'chest', 'rhythm'] as const satisfies readonly LayoutId[]
export const SPEEDS_MM_PER_SECOND = [25, 50] as const
export const GAINS_MM_PER_MV = [5, 10, 20] as const
/** Each a whole number of pixels a millimetre at the usual four, so that grid lines stay even. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

export type ViewerSettings = {
  readonly wide: (typeof WIDE_LAYOUTS)[number]
  readonly narrow: (typeof NARROW_LAYOUTS)[number]
  readonly scale: PaperScale
  readonly zoom: number
}

export const USUAL_SETTINGS: ViewerSettings = { wide: '3x4+1', narrow: 'chest', scale: STANDARD_SCALE, zoom: 1 }

export type SettingsChange = (settings: ViewerSettings) => ViewerSettings

export const withLayout =
  (layoutId: LayoutId): SettingsChange =>
  (settings) => {
    const wide = WIDE_LAYOUTS.find((id) => id === layoutId) ?? settings.wide
    const narrow = NARROW_LAYOUTS.find((id) => id === layoutId) ?? settings.narrow
    return { ...settings, wide, narrow }
  }

/** On a phone: the arrangement that has one of the leads; the one that is there where it has. */
export const layoutShowing =
  (leads: readonly string[]): SettingsChange =>
  (settings) => {
    const narrow = [settings.narrow, ...NARROW_LAYOUTS].find((id) =>
      LAYOUTS[id].rows.flat().some((lead) => leads.includes(lead)),
    )
    return { ...settings, narrow: narrow ?? settings.narrow }
  }

export const withSpeed =
  (mmPerSecond: number): SettingsChange =>
  (settings) => ({ ...settings, scale: { ...settings.scale, mmPerSecond } })

export const withGain =
  (mmPerMv: number): SettingsChange =>
  (settings) => ({ ...settings, scale: { ...settings.scale, mmPerMv } })

export const zoomed =
  (steps: 1 | -1): SettingsChange =>
  (settings) => ({ ...settings, zoom: stepped(ZOOMS, settings.zoom, steps) })

export const atUsualScale: SettingsChange = (settings) => ({ ...settings, scale: STANDARD_SCALE, zoom: 1 })

export const canZoom = (settings: ViewerSettings, steps: 1 | -1): boolean =>
  zoomed(steps)(settings).zoom !== settings.zoom

export const isStandard = ({ scale, zoom }: ViewerSettings): boolean =>
  scale.mmPerSecond === STANDARD_SCALE.mmPerSecond && scale.mmPerMv === STANDARD_SCALE.mmPerMv && zoom === 1

/** The change that a key makes; null for a key that is not the viewer's. */
export function changeOfKey(key: string, isNarrow: boolean): SettingsChange | null {
  return KEYS[key]?.(isNarrow) ?? null
}

const KEYS: Readonly<Record<string, (isNarrow: boolean) => SettingsChange>> = {
  '+': () => zoomed(1),
  '=': () => zoomed(1),
  '-': () => zoomed(-1),
  '0': () => atUsualScale,
  s: () => (settings) => withSpeed(next(SPEEDS_MM_PER_SECOND, settings.scale.mmPerSecond))(settings),
  g: () => (settings) => withGain(next(GAINS_MM_PER_MV, settings.scale.mmPerMv))(settings),
  l: (isNarrow) => (settings) =>
    isNarrow
      ? { ...settings, narrow: next(NARROW_LAYOUTS, settings.narrow) }
      : { ...settings, wide: next(WIDE_LAYOUTS, settings.wide) },
}

function next<T>(values: readonly T[], current: T): T {
  return values[(values.indexOf(current) + 1) % values.length] ?? current
}

function stepped(values: readonly number[], current: number, steps: 1 | -1): number {
  return values[values.indexOf(current) + steps] ?? current
}
