/** What the reader may change about the paper, and the steps in which it changes. */
import { type DisplayFilter, isRaw, RAW } from '@/ecg/layout/display-filter'
import { type PaperScale, STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import { cellOf, LAYOUT_IDS, type LayoutId, layoutOf } from '@/ecg/layout/layouts'
import type { LeadName } from '@/ecg/types'
import { USUAL_CHOICE, type ViewerChoice } from './viewer-choice'

/** At hand without opening the list. */
export const WIDE_TABS = ['3x4+1', '6x2', '12x1'] as const satisfies readonly LayoutId[]
export const NARROW_TABS = ['limb', 'chest', 'rhythm'] as const satisfies readonly LayoutId[]
export const SPEEDS_MM_PER_SECOND = [10, 12.5, 25, 50] as const
export const GAINS_MM_PER_MV = [5, 10, 20] as const
/** Each a whole number of pixels a millimetre at the usual four, so that grid lines stay even. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const
const LEAST_ZOOM = 0.5
const MOST_ZOOM = 4

export type ViewerSettings = ViewerChoice & {
  readonly scale: PaperScale
  readonly zoom: number
  readonly filter: DisplayFilter
}

export const USUAL_SETTINGS: ViewerSettings = { ...USUAL_CHOICE, scale: STANDARD_SCALE, zoom: 1, filter: RAW }

export type SettingsChange = (settings: ViewerSettings) => ViewerSettings

export const withLayout =
  (layoutId: LayoutId, isNarrow: boolean): SettingsChange =>
  (settings) =>
    isNarrow ? { ...settings, narrow: layoutId } : { ...settings, wide: layoutId }

/** One lead alone, as large as the paper allows. */
export const withLead =
  (lead: LeadName): SettingsChange =>
  (settings) => ({ ...settings, lead })

/** On a phone: the arrangement that has one of the leads; the one that is there where it has. */
export const layoutShowing =
  (leads: readonly LeadName[]): SettingsChange =>
  (settings) => {
    const narrow = [settings.narrow, ...NARROW_TABS].find((id) =>
      layoutOf(id, settings.lead)
        .rows.flat()
        .some((cell) => leads.includes(cellOf(cell).lead)),
    )
    return { ...settings, narrow: narrow ?? settings.narrow }
  }

export const withSpeed =
  (mmPerSecond: number): SettingsChange =>
  (settings) => ({ ...settings, scale: { ...settings.scale, mmPerSecond } })

export const withGain =
  (mmPerMv: number): SettingsChange =>
  (settings) => ({ ...settings, scale: { ...settings.scale, mmPerMv } })

export const withFilter =
  (change: Partial<DisplayFilter>): SettingsChange =>
  (settings) => ({ ...settings, filter: { ...settings.filter, ...change } })

export const withZoom =
  (zoom: number): SettingsChange =>
  (settings) => ({ ...settings, zoom: keptZoom(zoom) })

export const zoomed =
  (steps: 1 | -1): SettingsChange =>
  (settings) => ({ ...settings, zoom: nextZoom(settings.zoom, steps) })

export const atUsualScale: SettingsChange = (settings) => ({
  ...settings,
  scale: STANDARD_SCALE,
  zoom: 1,
  filter: RAW,
})

export const canZoom = (settings: ViewerSettings, steps: 1 | -1): boolean =>
  zoomed(steps)(settings).zoom !== settings.zoom

export const isStandard = ({ scale, zoom, filter }: ViewerSettings): boolean =>
  scale.mmPerSecond === STANDARD_SCALE.mmPerSecond &&
  scale.mmPerMv === STANDARD_SCALE.mmPerMv &&
  zoom === 1 &&
  isRaw(filter)

/** In whole hundredths, so that what the label says is what is drawn. */
export function keptZoom(zoom: number): number {
  return Math.round(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom)) * 100) / 100
}

/** The change that a key makes; null for a key that is not the viewer's. */
export function changeOfKey(key: string, isNarrow: boolean): SettingsChange | null {
  return KEYS[key]?.(isNarrow) ?? null
}

/** The arrangement of a digit; null for one that has none. */
export function layoutOfDigit(digit: string): LayoutId | null {
  return /^\d$/.test(digit) ? (LAYOUT_IDS[(Number(digit) + 9) % 10] ?? null) : null
}

export function digitOfLayout(id: LayoutId): string | null {
  const place = LAYOUT_IDS.indexOf(id)
  return place < 10 ? String((place + 1) % 10) : null
}

const KEYS: Readonly<Record<string, (isNarrow: boolean) => SettingsChange>> = {
  '+': () => zoomed(1),
  '=': () => zoomed(1),
  '-': () => zoomed(-1),
  '0': () => atUsualScale,
  s: () => (settings) => withSpeed(next(SPEEDS_MM_PER_SECOND, settings.scale.mmPerSecond))(settings),
  g: () => (settings) => withGain(next(GAINS_MM_PER_MV, settings.scale.mmPerMv))(settings),
  l: (isNarrow) => (settings) =>
    withLayout(next(LAYOUT_IDS, isNarrow ? settings.narrow : settings.wide), isNarrow)(settings),
}

function next<T>(values: readonly T[], current: T): T {
  return values[(values.indexOf(current) + 1) % values.length] ?? current
}

/** A pinch leaves sizes between the steps: the next one beyond it. */
function nextZoom(current: number, steps: 1 | -1): number {
  const beyond = steps === 1 ? ZOOMS.find((zoom) => zoom > current) : ZOOMS.findLast((zoom) => zoom < current)
  return beyond ?? current
}
