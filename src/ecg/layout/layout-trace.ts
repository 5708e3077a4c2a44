/**
 * An ECG on paper: where every lead, pulse, mark and label lies. Paper millimetres from the
 * upper left corner; screen, print and PDF share these numbers.
 *
 * A lead is placed so that the median of its samples lies on its baseline. That moves a trace
 * as a whole and changes no shape: no filter, no smoothing, no gain of its own.
 * A lead that is missing keeps an empty, labelled box.
 */
import type { EcgRecording, LeadName } from '../types'
import { type CellName, cellOf, type Layout, type LayoutId, layoutOf, SHOWN_MS } from './layouts'
import { medianUv, reachUv } from './level'
import { tracePath } from './trace-path'

/** All that drawing needs of a recording, or of a part of it. */
export type Waveform = Pick<EcgRecording, 'sampleRateHz' | 'leads'> & {
  /** Of the first sample, where these are not the first ones of the recording. */
  readonly startMs?: number
}

/** The sample at an instant of the recording. */
export function sampleIndex({ sampleRateHz, startMs = 0 }: Omit<Waveform, 'leads'>, instantMs: number): number {
  return Math.round(((instantMs - startMs) * sampleRateHz) / 1000)
}

export type PaperScale = { readonly mmPerSecond: number; readonly mmPerMv: number }

export const STANDARD_SCALE: PaperScale = { mmPerSecond: 25, mmPerMv: 10 }

export type TraceBox = {
  readonly lead: LeadName
  /** Drawn upside down and labelled with a minus sign. */
  readonly isInverted: boolean
  readonly xMm: number
  /** Of the baseline. */
  readonly yMm: number
  /** The voltage that lies on the baseline. */
  readonly baselineUv: number
  readonly widthMm: number
  readonly startMs: number
  readonly endMs: number
  /** Empty when the recording has no such lead or nothing at that time. */
  readonly pathD: string
  readonly isMissing: boolean
  readonly labelXMm: number
  readonly labelYMm: number
}

export type TraceLayout = {
  readonly layoutId: LayoutId
  readonly scale: PaperScale
  readonly offsetMs: number
  readonly sampleRateHz: number
  readonly widthMm: number
  readonly heightMm: number
  readonly boxes: readonly TraceBox[]
  /** 1 mV for 200 ms in every row. */
  readonly calibrationPulses: readonly string[]
  /** Two short strokes where one lead ends and the next begins. */
  readonly separators: readonly string[]
}

export type LayoutOptions = {
  readonly offsetMs?: number
  /** Half of it is the most that the line may leave out: 0.05 mm is 5 µV at the standard gain. */
  readonly resolutionMm?: number
  /** The one that the arrangement of a single lead shows. */
  readonly lead?: LeadName
}

export function layoutTrace(
  recording: Waveform,
  layoutId: LayoutId,
  scale: PaperScale,
  { offsetMs = 0, resolutionMm = 0.05, lead: singleLead }: LayoutOptions = {},
): TraceLayout {
  const layout = layoutOf(layoutId, singleLead)
  const baselinesUv = new Map(recording.leads.map((lead) => [lead.name, medianUv(lead.samplesUv)] as const))
  const frame = withRoom(frameOf(layout, scale), layout, recording, baselinesUv, scale)
  const boxes = layout.rows.flatMap((row, rowIndex) =>
    row.map((cellName, column): TraceBox => {
      const cell = cellOf(cellName)
      const lead = recording.leads.find((candidate) => candidate.name === cell.lead)
      const baselineUv = baselinesUv.get(cell.lead) ?? 0
      const place = placeOf(frame, row.length, rowIndex, column)
      const startMs = offsetMs + (SHOWN_MS / row.length) * column
      const endMs = startMs + SHOWN_MS / row.length
      const indexOf = (instantMs: number) => sampleIndex(recording, instantMs)
      const isLast = column === row.length - 1
      const pathD = lead
        ? tracePath(
            // The first sample of the next box closes the line, so that neighbours leave no gap.
            { samplesUv: lead.samplesUv, fromIndex: indexOf(startMs), toIndex: indexOf(endMs) + (isLast ? 0 : 1) },
            {
              ...place,
              baselineUv,
              mmPerSample: scale.mmPerSecond / recording.sampleRateHz,
              mmPerUv: (cell.isInverted ? -scale.mmPerMv : scale.mmPerMv) / 1000,
              toleranceMm: resolutionMm / 2,
            },
          )
        : ''
      return { ...cell, ...place, baselineUv, startMs, endMs, pathD, isMissing: lead === undefined }
    }),
  )
  const rowsMm = layout.rows.map((_, rowIndex) => frame.topMm + rowIndex * frame.pitchMm)
  return {
    layoutId,
    scale,
    offsetMs,
    sampleRateHz: recording.sampleRateHz,
    ...sizeOf(frame, layout),
    boxes,
    calibrationPulses: rowsMm.map((yMm) => pulsePath(frame.pulseXMm, yMm, scale)),
    separators: boxes
      .filter((box) => box.xMm > frame.leftMm)
      .map((box) => `M${box.xMm} ${box.yMm - 4.5}v3M${box.xMm} ${box.yMm + 1.5}v3`),
  }
}

/** The size before the samples have come, so that nothing moves when they do; very tall waves make it grow. */
export function paperSize(layoutId: LayoutId, scale: PaperScale): { widthMm: number; heightMm: number } {
  const layout = layoutOf(layoutId)
  return sizeOf(frameOf(layout, scale), layout)
}

/** A lead that stands upside down has a minus sign before its name. */
export function leadLabel({ lead, isInverted }: Pick<TraceBox, 'lead' | 'isInverted'>): string {
  return isInverted ? `\u2212${lead}` : lead
}

const MARGIN_MM = 1
const ROOM_STEP_MM = 5
const MOST_ROOM_MM = 15
const PULSE_MV = 1
const PULSE_MS = 200
const PULSE_GAP_MM = 1.5
const PULSE_FOOT_MM = 1
const EDGE_MM = 2
const LABEL_RIGHT_MM = 1.2
const LABEL_ABOVE_MM = 9.6
/** Rows move apart at a high gain, but less than the gain: neighbours on paper may overlap. */
const WIDEST_PITCH = 1.5

type Frame = {
  readonly leftMm: number
  readonly rightMm: number
  readonly pulseXMm: number
  readonly columnsMm: number
  readonly topMm: number
  readonly pitchMm: number
  readonly bottomMm: number
}

function frameOf(layout: Layout, { mmPerSecond, mmPerMv }: PaperScale): Frame {
  const spread = Math.min(WIDEST_PITCH, Math.max(1, mmPerMv / STANDARD_SCALE.mmPerMv))
  const pulseMm = 2 * PULSE_GAP_MM + 2 * PULSE_FOOT_MM + (PULSE_MS / 1000) * mmPerSecond
  const columnsMm = (SHOWN_MS / 1000) * mmPerSecond
  const sides =
    layout.pulseAt === 'start'
      ? { leftMm: pulseMm, rightMm: EDGE_MM, pulseXMm: PULSE_GAP_MM }
      : { leftMm: EDGE_MM, rightMm: pulseMm, pulseXMm: EDGE_MM + columnsMm + PULSE_GAP_MM }
  return {
    ...sides,
    columnsMm,
    topMm: layout.topMm * spread,
    pitchMm: layout.pitchMm * spread,
    bottomMm: layout.bottomMm,
  }
}

/** The paper grows where the first or the last row would be cut off, up to a limit that only artefacts reach. */
function withRoom(
  frame: Frame,
  layout: Layout,
  recording: Waveform,
  baselinesUv: ReadonlyMap<LeadName, number>,
  { mmPerMv }: PaperScale,
): Frame {
  const missingMm = (row: readonly CellName[] | undefined, sign: 1 | -1, roomMm: number) => {
    const reachesMm = (row ?? []).map(cellOf).map(({ lead: name, isInverted }) => {
      const lead = recording.leads.find((candidate) => candidate.name === name)
      const upwards = isInverted ? (-sign as 1 | -1) : sign
      return lead ? (reachUv(lead.samplesUv, baselinesUv.get(name) ?? 0, upwards) / 1000) * mmPerMv : 0
    })
    const shortMm = Math.max(0, ...reachesMm) + MARGIN_MM - roomMm
    return Math.min(MOST_ROOM_MM, Math.max(0, Math.ceil(shortMm / ROOM_STEP_MM) * ROOM_STEP_MM))
  }
  return {
    ...frame,
    topMm: frame.topMm + missingMm(layout.rows[0], 1, frame.topMm),
    bottomMm: frame.bottomMm + missingMm(layout.rows.at(-1), -1, frame.bottomMm),
  }
}

function sizeOf(frame: Frame, layout: Layout) {
  return {
    widthMm: frame.leftMm + frame.columnsMm + frame.rightMm,
    heightMm: frame.topMm + (layout.rows.length - 1) * frame.pitchMm + frame.bottomMm,
  }
}

function placeOf(frame: Frame, columnCount: number, rowIndex: number, column: number) {
  const widthMm = frame.columnsMm / columnCount
  const xMm = frame.leftMm + column * widthMm
  const yMm = frame.topMm + rowIndex * frame.pitchMm
  const labelYMm = yMm - Math.min(LABEL_ABOVE_MM, Math.max(frame.pitchMm * 0.5, 6.4))
  return { xMm, yMm, widthMm, labelXMm: xMm + LABEL_RIGHT_MM, labelYMm }
}

function pulsePath(xMm: number, yMm: number, { mmPerSecond, mmPerMv }: PaperScale): string {
  const heightMm = PULSE_MV * mmPerMv
  const widthMm = (PULSE_MS / 1000) * mmPerSecond
  return `M${xMm} ${yMm}h${PULSE_FOOT_MM}v${-heightMm}h${widthMm}v${heightMm}h${PULSE_FOOT_MM}`
}
