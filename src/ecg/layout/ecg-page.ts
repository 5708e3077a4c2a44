/**
 * An ECG on a landscape A4 page, to scale: three columns of text, the calibrated trace with its pulses, the scale in
 * words, a foot. The geometry of the trace is that of the screen (`layoutTrace`); the page only says where it lies.
 */
import type { Caliper } from '../calipers/caliper'
import type { LeadName } from '../types'
import { CALIPER_LABEL_MM, caliperPaths } from './caliper-paths'
import type { Drawing, Mark, TextMark } from './drawing'
import { gridPath } from './grid-path'
import {
  layoutTrace,
  leadLabel,
  type PaperScale,
  STANDARD_SCALE,
  type TraceLayout,
  type Waveform,
} from './layout-trace'
import type { LayoutId } from './layouts'
import type { QrModules } from './qr-code'

export type PageTexts = {
  /** Up to three; the first line of each is its heading. */
  readonly columns: readonly (readonly string[])[]
  readonly scale: string
  /** Behind the name of a lead that was not recorded. */
  readonly absent: string
  /** Across the trace of a made ECG; null for a real one. */
  readonly watermark: string | null
  readonly footer: string
  /** Under the trace, as far as there is room: findings, what was measured by hand. */
  readonly notes?: readonly (readonly string[])[]
}

export type PageOptions = {
  readonly layoutId?: LayoutId
  readonly scale?: PaperScale
  readonly offsetMs?: number
  readonly lead?: LeadName
  readonly calipers?: readonly { readonly caliper: Caliper; readonly label: string }[]
  /** Leads whoever scans it back to the case. */
  readonly code?: QrModules | null
}

export function layoutPage(recording: Waveform, texts: PageTexts, options: PageOptions = {}): Drawing {
  const { layoutId = '3x4+1', scale = STANDARD_SCALE, offsetMs = 0, lead, calipers = [], code = null } = options
  const lines = { offsetMs, resolutionMm: RESOLUTION_MM, ...(lead ? { lead } : {}) }
  const sheet = layoutTrace(recording, layoutId, scale, lines)
  const widthMm = Math.max(A4_WIDTH_MM, sheet.widthMm + 2 * SIDE_MM)
  const frame = FRAMES.find(({ topMm, bottomMm }) => topMm + sheet.heightMm + bottomMm <= A4_HEIGHT_MM) ?? TIGHT_FRAME
  const heightMm = Math.max(A4_HEIGHT_MM, frame.topMm + sheet.heightMm + frame.bottomMm)
  const headMm = widthMm - 2 * SIDE_MM - (code ? CODE_MM + SIDE_MM / 2 : 0)
  const columnMm = headMm / Math.max(1, texts.columns.length)
  const place = {
    xMm: (widthMm - sheet.widthMm) / 2,
    yMm: frame.topMm,
    widthMm: sheet.widthMm,
    heightMm: sheet.heightMm,
  }
  return {
    widthMm,
    heightMm,
    marks: [
      { kind: 'area', xMm: 0, yMm: 0, widthMm, heightMm, colour: '#ffffff' },
      ...texts.columns.flatMap((lines, index) => columnMarks(lines, frame, SIDE_MM + index * columnMm, columnMm)),
      {
        kind: 'group',
        ...place,
        marks: [...sheetMarks(sheet, texts), ...calipers.flatMap((one) => caliperMarks(sheet, one))],
      },
      ...noteMarks(texts.notes ?? [], { topMm: place.yMm + place.heightMm, heightMm, widthMm }),
      ...(code ? codeMarks(code, { rightMm: widthMm - SIDE_MM, topMm: CODE_TOP_MM }) : []),
      plainText(SIDE_MM, heightMm - frame.footMm, texts.footer, 2.8),
    ],
  }
}

/** What lies around the sheet: how much of the texts stands over it depends on its height. */
type Frame = {
  readonly firstLineMm: number
  readonly lineCount: number
  readonly topMm: number
  readonly bottomMm: number
  readonly footMm: number
}

const ROOMY_FRAME: Frame = { firstLineMm: 14, lineCount: 7, topMm: 46, bottomMm: 14, footMm: 8 }
const TIGHT_FRAME: Frame = { firstLineMm: 5.5, lineCount: 2, topMm: 12, bottomMm: 5, footMm: 1.5 }
const FRAMES = [ROOMY_FRAME, TIGHT_FRAME]
const A4_WIDTH_MM = 297
const A4_HEIGHT_MM = 210
const SIDE_MM = 17.5
/** Half of it is the most that the line may leave out. */
const RESOLUTION_MM = 0.04
const PAPER = '#fffcfa'
const FINE = '#f8dfdb'
const THICK = '#edb8b1'
const WATERMARK = '#f6e0dc'
const TRACE = '#0e1113'
const LABEL = '#14181a'
const NOTE = '#6e4742'
const TRACE_MM = 0.25
const SEPARATOR_MM = 0.2
const LABEL_MM = 3.1
const NOTE_MM = 2.75
const HEADING_MM = 3.9
const LINE_MM = 3
const LINE_PITCH_MM = 4.3
/** Of the size of a letter: the mean width of letters and digits. */
const LETTER_SHARE = 0.56
const CALIPER = '#0a6472'
const CALIPER_MM = 0.2
const NOTE_GAP_MM = 6
const FOOT_ROOM_MM = 12
const CODE_MM = 26
const CODE_TOP_MM = 9
const WATERMARK_MM = 11.5
const WATERMARK_EVERY_MM = 90

function sheetMarks(sheet: TraceLayout, texts: PageTexts): Mark[] {
  const { widthMm, heightMm, boxes } = sheet
  const grid = (stepMm: 1 | 5, colour: string): Mark => {
    return { kind: 'path', pathD: gridPath(widthMm, heightMm, stepMm), strokeMm: 0.1, colour, ends: 'sharp' }
  }
  const noteYMm = heightMm - 1.8
  return [
    { kind: 'area', xMm: 0, yMm: 0, widthMm, heightMm, colour: PAPER },
    ...(texts.watermark === null ? [] : watermarks(sheet, texts.watermark)),
    grid(1, FINE),
    grid(5, THICK),
    ...boxes.map((box): Mark => {
      const { isMissing, labelXMm, labelYMm } = box
      const text = isMissing ? `${leadLabel(box)} ${texts.absent}` : leadLabel(box)
      return { ...plainText(labelXMm, labelYMm, text, LABEL_MM), weight: 'semibold', rimColour: PAPER }
    }),
    { ...plainText(boxes[0]?.xMm ?? 0, noteYMm, texts.scale, NOTE_MM), colour: NOTE, rimColour: PAPER },
    ...(texts.watermark === null ? [] : [syntheticNote(widthMm - 2.5, noteYMm, texts.watermark)]),
    ...traceMarks(sheet),
  ]
}

function caliperMarks(sheet: TraceLayout, { caliper, label }: { caliper: Caliper; label: string }): Mark[] {
  const { solidD, dashedD, label: place } = caliperPaths(sheet, caliper, label)
  const line = (pathD: string): Mark[] =>
    pathD === '' ? [] : [{ kind: 'path', pathD, strokeMm: CALIPER_MM, colour: CALIPER, ends: 'sharp' }]
  if (!place) return [...line(dashedD), ...line(solidD)]
  const text = { ...plainText(place.xMm, place.yMm, label, CALIPER_LABEL_MM), weight: 'semibold' as const }
  return [...line(dashedD), ...line(solidD), { ...text, colour: CALIPER, anchor: 'middle', rimColour: PAPER }]
}

/** Columns under the sheet; a line that has no room is left to the pages behind. */
function noteMarks(
  columns: readonly (readonly string[])[],
  { topMm, heightMm, widthMm }: { topMm: number; heightMm: number; widthMm: number },
): Mark[] {
  const lineCount = Math.floor((heightMm - FOOT_ROOM_MM - topMm - NOTE_GAP_MM) / LINE_PITCH_MM) + 1
  if (lineCount < 2) return []
  const columnMm = (widthMm - 2 * SIDE_MM) / Math.max(1, columns.length)
  return columns.flatMap((lines, index) =>
    lines.slice(0, lineCount).map((line, place): Mark => {
      const xMm = SIDE_MM + index * columnMm
      const text = fitted(line, columnMm - 3, LINE_MM)
      const yMm = topMm + NOTE_GAP_MM + place * LINE_PITCH_MM
      return { ...plainText(xMm, yMm, text, LINE_MM), weight: place === 0 ? 'semibold' : 'regular' }
    }),
  )
}

/** In the upper right corner, its quiet zone around it; runs of dark modules are one area each. */
function codeMarks(code: QrModules, { rightMm, topMm }: { rightMm: number; topMm: number }): Mark[] {
  const moduleMm = CODE_MM / code.length
  return code.flatMap((row, y) =>
    row.flatMap((isDark, x): Mark[] => {
      if (!isDark || row[x - 1] === true) return []
      const light = row.indexOf(false, x)
      const length = (light === -1 ? row.length : light) - x
      const place = { xMm: rightMm - CODE_MM + x * moduleMm, yMm: topMm + y * moduleMm }
      return [{ kind: 'area', ...place, widthMm: length * moduleMm, heightMm: moduleMm, colour: LABEL }]
    }),
  )
}

/** Last, so that no letter ever hides a wave. */
function traceMarks({ calibrationPulses, separators, boxes }: TraceLayout): Mark[] {
  const line = (pathD: string, strokeMm: number, ends: 'round' | 'sharp'): Mark => {
    return { kind: 'path', pathD, strokeMm, colour: TRACE, ends }
  }
  return [
    ...calibrationPulses.map((pathD) => line(pathD, TRACE_MM, 'sharp')),
    ...separators.map((pathD) => line(pathD, SEPARATOR_MM, 'sharp')),
    ...boxes.filter(({ pathD }) => pathD !== '').map(({ pathD }) => line(pathD, TRACE_MM, 'round')),
  ]
}

/** Under the grid, and fainter than it: to be seen at once, never to be taken for a wave. */
function watermarks({ widthMm, heightMm }: TraceLayout, text: string): Mark[] {
  const count = Math.max(1, Math.round(widthMm / WATERMARK_EVERY_MM))
  return Array.from({ length: count }, (_, index): Mark => {
    const xMm = ((index + 0.5) * widthMm) / count
    const size = { sizeMm: WATERMARK_MM, spacingMm: 1 } as const
    const place = { ...plainText(xMm, heightMm / 2 + 4, text, size.sizeMm), ...size }
    return { ...place, weight: 'semibold', colour: WATERMARK, anchor: 'middle' }
  })
}

function syntheticNote(xMm: number, yMm: number, text: string): Mark {
  return { ...plainText(xMm, yMm, text, NOTE_MM), weight: 'semibold', colour: NOTE, anchor: 'end', rimColour: PAPER }
}

function columnMarks(lines: readonly string[], frame: Frame, xMm: number, widthMm: number): Mark[] {
  return lines.slice(0, frame.lineCount).map((line, index): Mark => {
    const isHeading = index === 0
    const sizeMm = isHeading ? HEADING_MM : LINE_MM
    const text = fitted(line, widthMm, sizeMm)
    return {
      ...plainText(xMm, frame.firstLineMm + index * LINE_PITCH_MM, text, sizeMm),
      weight: isHeading ? 'semibold' : 'regular',
    }
  })
}

function plainText(xMm: number, yMm: number, text: string, sizeMm: number): TextMark {
  return { kind: 'text', xMm, yMm, text, sizeMm, weight: 'regular', colour: LABEL, anchor: 'start' }
}

/** As much as surely fits, with an ellipsis where something went. */
function fitted(text: string, widthMm: number, sizeMm: number): string {
  const most = Math.floor(widthMm / (sizeMm * LETTER_SHARE))
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
